# Words of time that every room uses. Dates and times are always in UTC.

common-date =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }
# $date is a common-date.
common-date_time = { $date } à { $hour }:{ $minute } UTC
common-month =
    { $number ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }

common-just_now = à l’instant
common-minutes_ago =
    { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
common-hours_ago =
    { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
common-days_ago =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }

common-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
common-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
common-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
common-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }

common-at_least = { NUMBER($count) }+
