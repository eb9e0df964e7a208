# Words of time that every room uses. Dates and times are always in UTC.

common-date = { $day } { $month } { $year }
# $date is a common-date.
common-date_time = { $date }, { $hour }:{ $minute } UTC
# With the letter that means “in”, as it stands between the day and the year.
common-month =
    { $number ->
        [1] בינואר
        [2] בפברואר
        [3] במרץ
        [4] באפריל
        [5] במאי
        [6] ביוני
        [7] ביולי
        [8] באוגוסט
        [9] בספטמבר
        [10] באוקטובר
        [11] בנובמבר
       *[12] בדצמבר
    }

common-just_now = ממש עכשיו
common-minutes_ago =
    { $count ->
        [one] לפני דקה
        [two] לפני שתי דקות
       *[other] לפני { $count } דקות
    }
common-hours_ago =
    { $count ->
        [one] לפני שעה
        [two] לפני שעתיים
       *[other] לפני { $count } שעות
    }
common-days_ago =
    { $count ->
        [one] לפני יום
        [two] לפני יומיים
       *[other] לפני { $count } ימים
    }

common-seconds =
    { $count ->
        [one] שנייה אחת
        [two] שתי שניות
       *[other] { $count } שניות
    }
common-minutes =
    { $count ->
        [one] דקה אחת
        [two] שתי דקות
       *[other] { $count } דקות
    }
common-hours =
    { $count ->
        [one] שעה אחת
        [two] שעתיים
       *[other] { $count } שעות
    }
common-days =
    { $count ->
        [one] יום אחד
        [two] יומיים
       *[other] { $count } ימים
    }

common-at_least = {"\u2066"}{ NUMBER($count) }+{"\u2069"}
