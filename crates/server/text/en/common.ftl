# Words of time that every room uses. Dates and times are always in UTC.

common-date = { $day } { $month } { $year }
# $date is a common-date.
common-date_time = { $date }, { $hour }:{ $minute } UTC
common-month =
    { $number ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }

common-just_now = just now
common-minutes_ago =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
common-hours_ago =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
common-days_ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }

common-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
common-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
common-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
common-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

common-at_least = { NUMBER($count) }+
