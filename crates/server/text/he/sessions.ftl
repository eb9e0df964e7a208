# ההפעלות של כולם, למנהלים.

sessions-unknown_user = אין משתמש כזה.
    .next = כדאי לעיין שוב ברשימה.

sessions-title = הפעלות
sessions-lead = מי מחובר ברגע זה. מי שנותק מגיע לדף הכניסה בלחיצה הבאה.
sessions-search = חיפוש לפי שם משתמש, דוא״ל או כתובת
sessions-role = תפקיד
sessions-all_roles = כל התפקידים
sessions-show = הצגה
sessions-user_name = שם משתמש
sessions-name = שם
sessions-domain = דומיין
sessions-current = הפעלות נוכחיות
sessions-duration = משך ההפעלה
sessions-device = מכשיר
sessions-unknown_device = מכשיר לא מוכר
sessions-last_seen = נראה לאחרונה
sessions-own = אני
sessions-none = אין הפעלות מתאימות
sessions-none_lead = אפשר לחפש תחילת שם או כתובת, או לבחור תפקיד אחר.
sessions-show_all = הצגת הכול
sessions-counted =
    { $count ->
        [one] הפעלה אחת
        [two] שתי הפעלות
       *[other] { $count } הפעלות
    }
sessions-counted_more = {"\u2066"}{ NUMBER($count) }+{"\u2069"} הפעלות
sessions-revoke = סיום
sessions-revoked = ההפעלה הסתיימה.
sessions-revoked_many =
    { $count ->
        [0] לא נותרה הפעלה לסיים.
        [one] הפעלה אחת הסתיימה.
        [two] שתי הפעלות הסתיימו.
       *[other] { $count } הפעלות הסתיימו.
    }
sessions-revoke_user = סיום כל ההפעלות
sessions-revoke_user_title = לסיים את כל ההפעלות של { $name }?
sessions-revoke_effect =
    { $count ->
        [0] אין כרגע הפעלה.
        [one] הפעלה אחת מסתיימת מיד.
        [two] שתי הפעלות מסתיימות מיד.
       *[other] { $count } הפעלות מסתיימות מיד.
    } אם ההפעלה שלך ביניהן, היא נשארת.
sessions-revoke_tokens = אסימוני API ממשיכים לפעול. כדי לעצור משתמש לגמרי, יש להשבית אותו.
sessions-revoke_all = סיום כולן חוץ משלי
sessions-revoke_all_title = לסיים את כל ההפעלות חוץ משלך?
sessions-revoke_all_effect =
    { $count ->
        [one] הפעלה אחת מסתיימת מיד.
        [two] שתי הפעלות מסתיימות מיד.
       *[other] { $count } הפעלות מסתיימות מיד.
    } אלה של אנשים שתפקידם מתיר יותר משלך נשארות.
sessions-revoke_all_effect_more = יותר מ-{ $count } הפעלות מסתיימות מיד. אלה של אנשים שתפקידם מתיר יותר משלך נשארות.
