# Organisations: the customers of a license server.

organisations-unknown = אין ארגון כזה.
    .next = פתחו את הרישיון שלי: שם מופיעים הארגונים שאתם פועלים בשמם.
    .host = הפקודה `seatwarden license customers list` מציגה את כל הארגונים.
organisations-owners_only = רק בעלים של הארגון רשאי לעשות זאת.
    .next = בקשו מאחד הבעלים; הם רשומים בדף המשתמשים.
organisations-bad_name = שם הארגון צריך להכיל בין 1 ל־{ NUMBER($maximum) } תווים גלויים.
    .next = הקלידו שם ללא תווים נסתרים.
organisations-member_already = החשבון הזה כבר פועל בשם הארגון.
    .next = אין צורך לעשות דבר.
organisations-no_member = החשבון הזה אינו פועל בשם הארגון.
    .next = טענו את הדף מחדש כדי לראות מי פועל בשמו.
organisations-last_owner = לארגון לא יישאר בעלים.
    .next = הוסיפו תחילה בעלים אחר.
organisations-too_many_members = לארגון יש לכל היותר { NUMBER($maximum) } חשבונות.
    .next = הסירו מישהו שכבר אינו זקוק לגישה.
organisations-no_license_account = הכתובת הזאת שייכת למי שאין לו חשבון רישיון.
    .next = השתמשו בכתובת אחרת.
organisations-changed_meanwhile = מישהו אחר שינה את הארגון בינתיים.
    .next = בדקו מה מופיע כעת ואז שנו שוב.
audit-event_organisations_create = הארגון נוצר
audit-event_organisations_rename = שם הארגון שונה
audit-event_organisations_add_member = חשבון החל לפעול בשם הארגון
audit-event_organisations_remove_member = חשבון חדל לפעול בשם הארגון
audit-event_organisations_withhold_member = נוספה כתובת שאינה חשבון רישיונות, והיא אינה פועלת בשם איש
