# Words of time that every room uses. Dates and times are always in UTC.

common-date = { $day } de { $month } de { $year }
# $date is a common-date.
common-date_time = { $date }, { $hour }:{ $minute } UTC
common-month =
    { $number ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }

common-just_now = ahora mismo
common-minutes_ago =
    { $count ->
        [one] hace { $count } minuto
       *[other] hace { $count } minutos
    }
common-hours_ago =
    { $count ->
        [one] hace { $count } hora
       *[other] hace { $count } horas
    }
common-days_ago =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }

common-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
common-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
common-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
common-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }

common-at_least = { NUMBER($count) }+
