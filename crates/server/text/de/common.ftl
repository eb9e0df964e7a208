# Words of time that every room uses. Dates and times are always in UTC.

common-date = { $day }. { $month } { $year }
# $date is a common-date.
common-date_time = { $date }, { $hour }:{ $minute } Uhr UTC
common-month =
    { $number ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    }

common-just_now = gerade eben
common-minutes_ago =
    { $count ->
        [one] vor { $count } Minute
       *[other] vor { $count } Minuten
    }
common-hours_ago =
    { $count ->
        [one] vor { $count } Stunde
       *[other] vor { $count } Stunden
    }
common-days_ago =
    { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }

common-seconds =
    { $count ->
        [one] { $count } Sekunde
       *[other] { $count } Sekunden
    }
common-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
common-hours =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
common-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }

common-at_least = { NUMBER($count) }+
