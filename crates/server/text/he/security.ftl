# אבטחה: הכללים שמנהלים קובעים.

security-out_of_range = כאן צריך מספר שלם מ-{ $minimum } עד { $maximum }.
    .next = יש לבחור מספר ביניהם.
security-idle_too_long = הפעלה אינה יכולה להיות ללא פעילות זמן רב יותר ממשכה.
    .next = יש להקטין את המספר הראשון או להגדיל את השני.
security-unknown_role = אין תפקיד { $role }.
    .next = יש להשתמש ב-super, ב-admin, ב-dataAdmin, ב-dataDesigner, ב-contributor או ב-consumer, או בשם ה-API או במזהה של תפקיד מותאם.
security-no_role_chosen = לא נבחר תפקיד למגבלות האלה.
    .next = יש לבחור את התפקיד המותאם שהן חלות עליו, או לרוקן את השדות.
security-unknown_name = אין הגדרה { $name }.
    .next = השמות מופיעים בתשובה לקריאת ההגדרות.
security-shown_before = המפתח כבר הוצג. הוא מוצג פעם אחת.
    .next = אפשר ליצור חדש בעזרת ״החלפה״; הישן יכול להמשיך לפעול זמן מה.

security-title = אבטחה
security-saved = נשמר. זה חל מיד.
security-was_reset = חזרה למה שהוגדר בתצורה.
security-reset = חזרה לברירת המחדל
security-changed = מה שרשום שם עכשיו
security-now = { $name }: { $value }
security-now_on = { $name }: פועל
security-now_empty = { $name }: ריק או כבוי
security-passwords = סיסמאות
security-passwords_lead = מה נדרש מסיסמה חדשה. סיסמאות קיימות תקפות עד שישונו.
security-minimum_length = מספר התווים המזערי
security-minimum_length_hint = מ-8 עד 64. אורך מגן טוב יותר מסימנים ומספרות.
security-nist_preset = הגדרות מוכנות לפי NIST
security-nist_preset_hint = כפי ש-NIST SP 800-63B-4 דורש: 15 תווים לסיסמה כגורם יחיד, בלי כללי הרכב ובלי תפוגה.
security-replace_given = סיסמאות שניתנו מוחלפות
security-replace_given_hint = מי שקיבל סיסמה ממנהל, מרשימה או מסקריפט בוחר סיסמה משלו בכניסה הבאה בדפדפן. סקריפטים שנכנסים בעזרתה ממשיכים לעבוד.
security-regex = כלל משלו של הארגון
security-regex_hint = ביטוי רגולרי כמו ב-JavaScript. עדיף להשאיר ריק אם אין חובה.
security-message = מה נאמר לאנשים על הכלל
security-message_hint = משפט אחד. הוא מופיע מתחת לשדה שבו בוחרים סיסמה.
security-tester = בדיקה לפני השמירה
security-try_password = סיסמה לבדיקה
security-try_hint = היא נבדקת מול הכללים שלמעלה, שמורים או לא. היא לא נשמרת בשום מקום.
security-try = בדיקה
security-affected = על מי זה משפיע?
security-affected_nobody = על איש: כללים אלה מקבלים כל סיסמה שהכללים התקפים מקבלים.
security-affected_text = איש אינו מנותק. אי אפשר לקרוא סיסמאות שמורות, ולכן אין דרך לדעת אילו מהן מפרות את הכללים החדשים; הם חלים על כל סיסמה חדשה.
security-affected_with = יש להם סיסמה והיא נשארת
security-affected_md5 = מהם, יובאו כ-md5 וייבדקו בכניסה הראשונה
security-affected_must_change = מהם, חייבים לבחור סיסמה אחרת בכניסה הבאה
security-affected_without = יבחרו סיסמה ראשונה לפי הכללים החדשים
security-users =
    { $count ->
        [one] משתמש אחד
        [two] שני משתמשים
       *[other] { $count } משתמשים
    }
security-users_more = יותר מ-{ $count } משתמשים
security-foresee = כמה הפעלות יסתיימו?
security-would_end = { $count ->
    [0] שום הפעלה לא תסתיים עכשיו.
    [one] הפעלה אחת תסתיים מיד עם השמירה.
    [two] שתי הפעלות יסתיימו מיד עם השמירה.
   *[other] { $count } הפעלות יסתיימו מיד עם השמירה.
}
security-would_end_more = לפחות { NUMBER($count) } הפעלות יסתיימו מיד עם השמירה.
security-lockout = נעילה
security-lockout_lead = סיסמאות שגויות רבות מדי נועלות חשבון לזמן מה. דפדפן שכבר נכנס אליו לעולם אינו נעצר.
security-lockout_enabled = נעילת חשבונות אחרי ניסיונות כושלים
security-lockout_enabled_hint = גם בלי זה, מי שמנחש ממתין יותר אחרי כל סיסמה שגויה.
security-lockout_attempts = מספר ניסיונות הכניסה הכושלים עד לנעילה
security-lockout_minutes = משך הנעילה (דקות)
security-lockout_period = כישלונות נספרים יחד בתוך, בדקות
security-sessions = מגבלות הפעלה
security-sessions_lead = מגבלות נמוכות יותר מקצרות גם הפעלות קיימות, בתוך שניות. גבוהות יותר חלות על הפעלות חדשות.
security-idle_minutes = דקות בלי בקשה עד לסיום
security-absolute_hours = שעות עד לסיום בכל מקרה
security-session_only_cookie = לא לזכור איש
security-session_only_cookie_hint = מסיר את ״להישאר בחשבון״ מדף הכניסה. כל הפעלה מסתיימת עם הדפדפן שלה.
security-remember_idle_days = הפעלה זכורה: ימים בלי בקשה עד לסיום
security-remember_absolute_days = הפעלה זכורה: ימים עד לסיום בכל מקרה
security-per_user_max = הפעלות בו-זמנית למשתמש
security-role_limits = נמוך יותר לתפקידים מסוימים
security-role_limits_hint = למי שמותר להם הרבה, למשל 15 דקות, 8 שעות ו-2 הפעלות. זה מקצר גם הפעלות זכורות. תפקידים מותאמים הולכים לפי התפקיד המובנה שעליו הם מבוססים, אלא אם יש להם מגבלות משלהם. ריק, או גבוה מלמעלה: כמו למעלה.
security-role_idle = { $role }: דקות בלי בקשה
security-role_absolute = { $role }: שעות בכל מקרה
security-role_per_user = { $role }: הפעלות בו-זמנית
security-of_role_idle = דקות בלי בקשה
security-of_role_absolute = שעות בכל מקרה
security-of_role_per_user = הפעלות בו-זמנית
security-role_chosen = התפקיד שנבחר
security-role_more = מגבלות לתפקיד מותאם נוסף
security-role_more_hint = מה שנשאר ריק הוא כמו בתפקיד המובנה שעליו הוא מבוסס. המספר של התפקיד הזה קובע גם אם זה של המובנה נמוך יותר.
security-role_none = אף תפקיד נוסף
security-role_above = המגבלה לכולם, { $limit }, נמוכה יותר והיא הקובעת.
security-role_above_remembered = המגבלה לכולם, { $limit }, נמוכה יותר והיא הקובעת. המספר הזה מקצר רק הפעלות זכורות.
security-embedding = הטמעה
security-embedding_lead = הדפים של מי רשאים להציג את הדפים שלנו, והסקריפטים של מי רשאים לקרוא ל-API. של אף אחד, כל עוד לא צוין איש.
security-frame_ancestors = אתרים שרשאים להטמיע את הדפים שלנו
security-frame_ancestors_hint = אחד בשורה: https://portal.example.com, https://*.example.com לכל מה שמתחת (לעולם לא מתחת לסיומת שזרים חולקים, כמו ‎*.co.uk), או * לכולם. רק דף הבית ודפי ההתחברות מוטמעים, ולעולם לא דפי הניהול, הפרופיל שלי או דפי הרישיונות.
security-cors_origins = מקורות CORS מותרים
security-cors_origins_hint = אחד בשורה, במדויק: https://app.example.com. ‏* לבדו מתיר לכל אתר לקרוא ל-API, בלי עוגיות.
security-cors_credentials = הסקריפטים האלה רשאים להשתמש בעוגיות של מי שמחובר
security-cors_credentials_hint = לא ביחד עם *. סקריפטים ששולחים אסימון אינם צריכים זאת.
security-cross_site_cookies = עוגיות בין אתרים להטמעה
security-cross_site_cookies_hint = SameSite=None במקום Lax, למי שנכנסים מעכשיו. דרוש TLS. הטפסים נשארים מוגנים.
security-headers_now = הכותרות שנשלחות
security-headers_preview = הכותרות שיישלחו
security-preview = תצוגה מקדימה של הכותרות
security-api_access = גישת API
security-api_access_lead = ה-x-api-key הישן נושא סיסמה בכל קריאה. עדיפים אסימוני API, וכדאי לכבות אותו כשאיש אינו משתמש בו.
security-api_key = הכותרת x-api-key
security-api_key_enabled = קבלת ה-x-api-key הישן
security-api_key_enabled_hint = כשהוא כבוי, כל קריאה איתו נדחית מיד.
security-iat_window = הגיל המרבי של קריאה חתומה, בשניות
security-iat_window_hint = 300 הוא ערך טוב. 0: הגיל אינו נבדק.
security-key = מפתח החתימה
security-key_lead = במה סקריפטים חותמים על הקריאות שלהם.
security-key_once = יש להעתיק את המפתח עכשיו. הוא מוצג רק הפעם.
security-key_weak = המפתח הזה הובא מבחוץ והוא קצר מהמפתחות שנוצרים כאן. החליפו אותו, ותנו לשניהם לפעול עד שלכל סקריפט יהיה המפתח החדש.
security-key_made = נוצר
security-key_made_at_setup = עם ההתקנה
security-key_last_use = שימוש אחרון
security-key_unused = עדיין לא
security-key_user = המשתמש
security-key_previous = המפתח הקודם תקף עד
security-show_key = הצגת המפתח
security-rotate = החלפה
security-rotate_title = ליצור מפתח חדש?
security-rotate_text = סקריפטים חייבים לחתום במפתח החדש כשייגמר זמנו של הישן. מפתח שכבר עמד לפוג מפסיק לפעול מיד.
security-overlap = המפתח הישן ממשיך לפעול
security-overlap_hint = בזמן הזה שניהם תקפים.
security-overlap_none = בכלל לא

security-not_told = אין מפתח להציג: הוא מוצג פעם אחת, וכבר הוצג.
    .next = צרו מפתח חדש עם generate; הקודם יפסיק אז לפעול.
security-bad_key = למפתח דרושות { $minimum } עד { $maximum } ספרות הקסדצימליות.
    .next = תנו לשרת ליצור מפתח עם generate.
security-no_sso = אי אפשר להפעיל כאן כניסה אחודה (SSO).
    .next = השאירו את enabled על false.
security-language_stays = שפת השרת קבועה בתצורה שלו: { $language }.
    .next = שנו שם את server.language או תנו לכל אחד לבחור שפה.
