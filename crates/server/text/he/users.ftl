# What users may not be.

users-unknown = אין משתמש כזה.
    .next = יש לבדוק את המזהה, את שם המשתמש או את כתובת הדוא״ל.
users-email_taken = { $what ->
    [email] למשתמש אחר יש כתובת דוא״ל כזו.
    [userName] למשתמש אחר יש שם משתמש כזה.
   *[other] למשתמש אחר יש כתובת דוא״ל כזו או שם משתמש כזה.
}
    .next = יש לבחור משהו אחר.
users-sysadmin_email_taken = למשתמש אחר יש הכתובת הזו, ולכן ה-Sys. Admin עדיין לא יכול לקבל אותה.
    .next = יש להיכנס כ-Sys. Admin ולפתוח את Admin > Sys. Admin > מסירת החשבון לאדם אחר: שם המשתמש ההוא מקבל כתובת אחרת וכל מה שבבעלותו עובר, בצעד אחד. סקריפט משנה תחילה את הכתובת של אותו משתמש.
users-unknown_filter = המסנן הזה אינו מכיר את „{ $text }”.
    .next = הוא מקבל אחד מאלה: { $words }.
users-others_by_now = בינתיים מתאימים משתמשים אחרים מאלה שראיתם.
    .next = עיינו במספרים החדשים ואשרו שוב.
users-other_role_by_now = למשתמש יש כעת תפקיד אחר מזה שהפעולה נתנה.
    .next = שנו את תפקידו של משתמש זה ידנית אם אינו נכון.
users-nothing_to_take_back = אין מה לבטל: הפעולה לא נתנה לאיש תפקיד אחר ולא מחקה איש, או שאינה שמורה עוד.
    .next = פעולות נשמרות 30 יום. שנו תפקידים ידנית; החזירו משתמשים תחת „משתמשים שנמחקו”.
users-act_over = הפעולה הזו אינה רצה עוד.
    .next = בדף שלה רואים מה היא עשתה.
users-act_stopped = { $name } עצר אותה.
    .next = אפשר להתחיל אותה שוב עבור מי שנשארו.
users-unknown_act_done = הפעולה הזו אינה קיימת, או שאינה קיימת עוד.
    .next = התוצאות נשמרות 30 יום.
users-bad_email = זו לא יכולה להיות כתובת דוא״ל.
    .next = יש לכתוב אותה בצורה הזו: name@example.com
users-bad_user_name = בשם משתמש צריכים להיות 1 עד 254 תווים נראים.
    .next = יש לבחור שם אחר.
users-name_is_address = שם משתמש לא יכול להיות כתובת הדוא״ל של מישהו אחר.
    .next = יש לבחור שם בלי @, או את הכתובת שלכם.
users-bad_name = בשם יכולים להיות לכל היותר { $maximum } תווים נראים.
    .next = יש לקצר אותו.
users-bad_language = ״{ $text }״ אינה שפה.
    .next = יש לכתוב אותה כמו de-DE או en.
users-missing_field = השדה { $name } חסר.
    .next = יש להוסיף אותו ולשלוח את הבקשה שוב.
users-one_sysadmin = כבר יש Sys. Admin, ותמיד יש רק אחד.
    .next = יש לבחור תפקיד אחר, או להעביר את התפקיד של ה-Sys. Admin.
users-last_sysadmin = אי אפשר למחוק את ה-Sys. Admin, להשבית אותו או לתת לו תפקיד אחר.
    .next = יש להעביר קודם את התפקיד למישהו אחר.
users-sysadmin_only = רק ה-Sys. Admin יכול לשנות את ה-Sys. Admin.
    .next = אפשר לפנות אל ה-Sys. Admin.
users-too_many = אלה יותר מ-{ $maximum } משתמשים בבת אחת.
    .next = יש לשלוח אותם בכמה בקשות.
users-too_many_passwords = בקריאה אחת מתקבלים לכל היותר { $maximum } משתמשים עם סיסמה.
    .next = יש לשלוח את בעלי הסיסמה בכמה קריאות; בלי סיסמה מתקבלים עד 20,000 בבת אחת.
users-bad_sort = אי אפשר למיין משתמשים לפי ”{ $name }“.
    .next = יש להשתמש ב-userName, ב-email, ב-firstName, ב-lastName, ב-roleId, ב-created, ב-lastUpdated או ב-lastActivity.
users-unknown_kind = אין אסימונים מסוג ”{ $kind }“.
    .next = יש להשתמש ב-api, ב-odbc או ב-sso.
users-bad_role = ”{ $name }“ אינו המזהה ואינו השם של תפקיד.
    .next = אפשר למצוא את התפקידים תחת ‎/api/roles.
users-twice_in_list = אותה כתובת או אותו שם משתמש מופיעים ברשימה פעמיים.
    .next = יש לשלוח כל משתמש פעם אחת.
users-settings_too_large = הגדרות הממשק האלה גדולות מדי.
    .next = יש לשמור בהן פחות.
users-changed_meanwhile = מישהו אחר שינה את המשתמש הזה ממש עכשיו.
    .next = יש לעיין בשינוי ולנסות שוב.
users-unknown_language = איננו דוברים עדיין את השפה הזו.
    .next = יש לבחור שפה מהרשימה.
users-not_an_array = גוף הבקשה צריך להיות רשימה.
    .next = יש לשים את הפריטים בסוגריים מרובעים.
users-wrong_type = סוג הערך בשדה { $name } שגוי.
    .next = יש לבדוק את סוג הערך שלו.
users-unknown_expand = אין דבר בשם { $name } שאפשר להרחיב.
    .next = יש להשתמש ב-role או ב-groups.
users-bad_id = זה אינו מזהה של משתמש.
    .next = יש לשלוח את 24 הספרות ההקסדצימליות של _id, או כתובת דוא״ל.
users-bad_number = הפרמטר הזה צריך להיות מספר שאינו שלילי.
    .next = יש לתקן אותו ולשלוח את הבקשה שוב.

users-title = משתמשים
users-lead = כל מי שרשאי להיכנס לכאן וכל מי שהוזמן.
users-user_name = שם משתמש
users-email = דוא״ל
users-role = תפקיד
users-last_active = פעילות אחרונה
users-search = חיפוש לפי שם, דוא״ל או מזהה
users-none = אין מי שמתאים
users-counted = { $count ->
    [one] משתמש אחד
    [two] שני משתמשים
   *[other] { $count } משתמשים
}
users-state_inactive = לא פעיל

users-own_role = אי אפשר לשנות את התפקיד שלך.
    .next = יש לבקש ממנהל אחר.
users-not_yourself = אי אפשר לנעול, להשבית או למחוק את עצמך.
    .next = יש לבקש ממנהל אחר.
users-not_active = משתמש זה עדיין אינו יכול להיכנס, או אינו יכול עוד, ולכן לא נשלח קישור לסיסמה חדשה.
    .next = יש להפעיל אותו תחילה; אם הוא מוזמן, יש לשלוח את ההזמנה שוב.
users-nothing_to_lock = למשתמש זה אין כאן סיסמה, ולכן אין מה לנעול.
    .next = כדי למנוע ממנו כניסה, יש להשבית אותו; הזמנה פתוחה יש לבטל.
users-not_invited = למשתמש זה אין הזמנה פתוחה.
    .next = יש לבדוק את מצב החשבון.
users-lookalike = כתובת זו דומה מאוד לזו של המנהל { $other }.
    .next = יש להשוות אות אחר אות, ואז לאשר שלכך הכוונה.
users-mixed_scripts = כתובת זו מערבבת אותיות מאלפביתים שונים: { $letters }.
    .next = יש להקליד אותה מחדש, או לאשר שלכך הכוונה.
users-email_checked = בדקתי את הכתובת

users-add = הוספת משתמש
users-add_lead = נדרשת רק כתובת דוא״ל.
users-first_name = שם פרטי
users-last_name = שם משפחה
users-user_name_hint = אם ריק – כתובת הדוא״ל
users-sysadmin_email_hint = כתובת אחרת פירושה אדם אחר: השמירה תוביל לצעד שבו החשבון נמסר.
users-language = שפה
users-language_default = לפי הקבוצה או השרת
users-groups = קבוצות
users-groups_hint = שם של קבוצה אחת בכל שורה
users-credential = אופן הכניסה
users-credential_invited = הזמנה בדוא״ל
users-credential_password = עם הסיסמה שלהלן
users-credential_hint = מי שמוזמן בוחר סיסמה בעצמו; עם סיסמה שנקבעת כאן לא נשלח דוא״ל.
users-credential_unmailed = הודעות עם הזמנות לא יוצאות כעת מהשרת הזה (ראו Admin > דואר אלקטרוני): קבעו כאן סיסמה ומסרו אותה לאדם.
users-password = סיסמה
users-added = המשתמש נוסף.
users-invited = ההזמנה בדרך.
users-invited_off = הודעות עם הזמנות לא יוצאות כעת מהשרת הזה, ולכן לא נשלח קישור. יש להסדיר זאת תחת Admin > דואר אלקטרוני, ואז לשלוח את ההזמנה שוב.
users-saved = נשמר.
users-change_password = שינוי סיסמה
users-change_password_hint = סיסמה שנקבעת כאן מסיימת מיד את כל ההפעלות ואת כל אסימוני ה-API של משתמש זה.
users-password_invited = לא כעת: הסיסמה הראשונה נבחרת דרך ההזמנה. אפשר לשלוח אותה שוב בלחצן שלמעלה.
users-password_none = לא כעת: עדיין אין סיסמה. אפשר לשלוח הזמנה בלחצן שלמעלה; דרכה תיבחר סיסמה.
users-password_inactive = לא כעת: המשתמש מושבת ואינו יכול להיכנס. יש להפעיל אותו תחילה בלחצן שלמטה.
users-new_password = סיסמה חדשה
users-send_link = שליחת קישור לבחירת סיסמה במקום זאת
users-send_link_hint = עדיין לא מסתיים דבר. כשתיבחר סיסמה, כל ההפעלות יסתיימו; אסימוני ה-API יסתיימו רק אם יבקשו זאת.
users-account_locked = חשבון נעול
users-lock_hint = משתמש נעול אינו יכול להיכנס ושומר על מקומו. ההפעלות מסתיימות; אסימוני API ממשיכים לפעול.
users-locked_by_guessing = אחרי סיסמאות שגויות; מסתיים מעצמו בעוד { $left }. לביטול הנעילה מיד: להסיר את הסימון ולשמור.
users-locked_by_administrator = על ידי מנהל, { $ago }. לביטול הנעילה: להסיר את הסימון ולשמור.

users-tabs = משתמש
users-tab_account = חשבון
users-tab_activity = פעילות
users-tab_sessions = הפעלות
users-tab_tokens = אסימוני API
users-state = מצב
users-state_active = פעיל
users-state_invited = הוזמן
users-state_locked = נעול
users-never = אף פעם
users-access = תפקיד ומקום
users-effective_role = תפקיד בפועל
users-why = למה
users-role_by_hand = ניתן ידנית
users-role_by_group = ניתן דרך הקבוצה { $group }
users-seat = מקום
users-seat_none = אין; רק משתמשים פעילים תופסים מקום
users-beyond_own = תפקידו של משתמש זה מתיר יותר משלך, ולכן אפשר רק לצפות.
users-view_as = צפייה בתור…
users-end_access = סיום הגישה
users-end_access_lead = השבתה מפנה את המקום ואפשר לבטל אותה בכל עת.
users-end_access_inactive = משתמש זה מושבת: איש אינו נכנס עם החשבון, והוא אינו תופס מקום. הפעלה מחדש תתפוס מקום שוב.
users-end_access_invited = עדיין איש לא נכנס עם חשבון זה, והוא אינו תופס מקום. ביטול ההזמנה שלמעלה מסיים אותו.
users-deactivate = השבתה
users-deactivate_title = להשבית את { $name }?
users-reactivate = הפעלה מחדש
users-deactivated = המשתמש הושבת.
users-reactivated = המשתמש פעיל שוב.
users-delete = מחיקה…
users-invitation = הזמנה
users-invitation_lead = נשלחה { $ago }, טרם התקבלה.
users-invitation_until = הקישור שלה פועל עד { $until }.
users-invitation_not_arrived = אם ההודעה לא הגיעה, כדאי לבקש לחפש בדואר הזבל ואז לשלוח שוב: הקישור הישן יפסיק לפעול.
users-invitation_over = הקישור שלה אינו פועל עוד. יש לשלוח אותה שוב.
users-invite_again = שליחה חוזרת
users-cancel_invitation = ביטול ההזמנה
users-invitation_cancelled = ההזמנה בוטלה; הקישור שלה אינו פועל עוד.

users-sessions_none = אין הפעלות
users-sessions_none_lead = כאן תופיע הפעלה כשמשתמש זה ייכנס בדפדפן.
users-end_session = סיום
users-end_sessions = סיום כל ההפעלות
users-session_ended = ההפעלה הסתיימה.
users-sessions_ended = כל ההפעלות הסתיימו.
users-tokens_none = אין אסימוני API
users-tokens_none_lead = כאן יופיעו אסימונים שמשתמש זה יוצר בפרופיל שלו.
users-token_single = אסימון API יחיד
users-token_sign_in = מכניסה דרך ה-API
users-token_revoked = האסימון בוטל.
users-activity_none = עדיין לא קרה דבר
users-activity_none_lead = כאן יופיע מה שהמשתמש עושה ומה שנעשה בחשבונו.
users-changed_title = בינתיים מישהו אחר שינה משתמש זה
users-changed_lead = זה מה שהשתנה מאז שפתחתם את הטופס. שדות שלא נגעתם בהם כבר מציגים זאת; באחרים, שמירה נוספת תקבע את מה שהקלדתם.
users-changed_nothing = זה זהה למה שהוקלד. אפשר לשמור שוב ליתר ביטחון.
users-deactivate_text = 
    { $sessions ->
        [one] הפעלה אחת תסתיים,
        [two] שתי הפעלות יסתיימו,
       *[other] { $sessions } הפעלות יסתיימו,
    } { $tokens ->
        [one] אסימון API אחד יפסיק לפעול, והמקום יתפנה. אפשר לבטל זאת בכל עת.
        [two] שני אסימוני API יפסיקו לפעול, והמקום יתפנה. אפשר לבטל זאת בכל עת.
       *[other] { $tokens } אסימוני API יפסיקו לפעול, והמקום יתפנה. אפשר לבטל זאת בכל עת.
    }
users-end_sessions_text = { $count ->
        [one] הפעלה אחת תסתיים מיד.
        [two] שתי הפעלות יסתיימו מיד.
       *[other] { $count } הפעלות יסתיימו מיד.
    }
users-sso_password = משתמש זה מתחבר בכניסה אחודה (SSO). הסיסמה מנוהלת בידי הארגון.
    .next = יש לשנות אותה במקום שבו הארגון מנהל את סיסמאותיו.
users-invitation_failed = נוצרה { $ago }, אבל ההודעה לא יצאה. הסיבה מופיעה תחת דוא״ל > משלוחים.
users-invitation_off = נוצרה { $ago }, אבל לא נשלחה: הודעות כאלה כבויות תחת דוא״ל.
users-invitation_waiting = נוצרה { $ago }, טרם התקבלה; ההודעה ממתינה לשליחה.
users-link_sent = קישור נשלח אל { $email }. הסיסמה נשארת כפי שהיא עד שישתמשו בו.
users-link_sent_only = קישור נשלח אל { $email }. הסיסמה שהוקלדה לא נקבעה.
