# הסקריפטים שקוראים ל-API.

callers-unknown = אין קורא כזה.
    .next = הביטו שוב ברשימה; קוראים שלא נראו זמן רב נשכחים.
callers-switched_off = מנהל כיבה את הקורא הזה.
    .next = בקשו ממנהל להפעיל אותו שוב תחת ניהול > קוראים, ושאלו מה לשנות בסקריפט.
callers-bad_kind = אין סוג כזה של קורא.
    .next = השתמשו ב-`named`, ב-`profile`, ב-`sign_in` או ב-`api_key`.
callers-too_many_off = כבר יש { $maximum } קוראים כבויים.
    .next = הפעילו שוב כמה מהם, או בטלו את האסימונים שלהם במקום זאת.

callers-title = קוראים
callers-lead = הסקריפטים שקוראים ל-API: באיזה אמצעי הזדהות, מהיכן ובאיזו תוכנה. מה שהם עושים מופיע כעבור דקה בערך.
callers-search = חיפוש לפי משתמש, אסימון, כתובת או תוכנה
callers-filter = הצגה
callers-all = הכול
callers-with_legacy = לשינוי
callers-off = כבויים
callers-kind_named = אסימון API
callers-kind_profile = האסימון של הפרופיל
callers-kind_sign_in = כניסה דרך ה-API
callers-kind_api_key = x-api-key
callers-none = אין קוראים מתאימים
callers-none_lead = סקריפט מופיע כאן כדקה אחרי הקריאה הראשונה שלו.
callers-show_all = הצגת הכול
callers-caller = קורא
callers-user = משתמש
callers-from = מהיכן
callers-calls = קריאות
callers-to_change = מה לשנות
callers-last_seen = נראה לאחרונה
callers-first_seen = נראה לראשונה
callers-no_agent = תוכנה ללא שם
callers-nothing_to_change = אין מה לשנות
callers-nothing_to_change_lead = הסקריפט הזה אינו משתמש בשום דבר ישן.
callers-about = על הקורא הזה
callers-let_in_by = התקבל באמצעות
callers-address = כתובת
callers-agent = תוכנה
callers-called = לאילו כתובות הוא קרא
callers-call = קריאה
callers-no_route = כתובת שאינה קיימת
callers-used_in =
    { $count ->
        [one] בקריאה אחת
        [two] בשתי קריאות
       *[other] ב-{ $count } קריאות
    }

callers-part_api_key = x-api-key
callers-part_sign_in = כניסה לקבלת אסימון
callers-part_profile = האסימון של הפרופיל
callers-part_v09 = API v0.9
callers-part_md5 = סיסמה ב-md5
callers-part_form = כניסה בטופס
callers-part_slashes = לוכסנים מיותרים
callers-part_text_switch = מתגים כטקסט
callers-part_unknown_parameter = פרמטרים לא מוכרים
callers-advice_api_key = הכותרת נושאת את סיסמת המשתמש, ולכן מי שמצליח לראות אפילו קריאה אחת יכול להיכנס לחשבון. צרו אסימון API עם שם, היקף ומועד סיום (הפרופיל שלי > אסימון API) ושלחו אותו כ-`Authorization: Bearer …`.
callers-advice_sign_in = הסקריפט שומר סיסמה של משתמש כדי להיכנס. צרו אסימון API עם שם, היקף ומועד סיום (הפרופיל שלי > אסימון API) והשמיטו את קריאת הכניסה.
callers-advice_profile = לאסימון של הפרופיל מותר כל מה שמותר למשתמש, והוא אחד לכל הסקריפטים. צרו לכל סקריפט אסימון API משלו, עם שם, היקף ומועד סיום.
callers-advice_v09 = הסקריפט קורא ל-API הישן. אותן קריאות נמצאות תחת `/api/v1`, עם מסמכי שגיאה, דפדוף ובדיקות טובות יותר.
callers-advice_md5 = הסקריפט מוסר סיסמאות כ-md5, וכך מתגלה עליהן יותר מדי. הזמינו את המשתמשים במקום זאת, או אל תשלחו סיסמה ותנו להם לבחור אחת בדוא״ל.
callers-advice_form = קריאת הכניסה מקבלת JSON: `{"{"}"username": …, "password": …{"}"}` עם `Content-Type: application/json`.
callers-advice_slashes = בכתובות יש לוכסנים מיותרים. כאן זה עובד, אבל שרתים ופרוקסי אחרים עלולים לא למצוא אותן; שימו לוכסן אחד בין החלקים ואף לא אחד בסוף.
callers-advice_text_switch = בגוף הקריאות יש מתגים כטקסט, כמו `"true"`. שלחו את `true` ו-`false` של JSON.
callers-advice_unknown_parameter = הסקריפט שולח בכתובות פרמטרים שאין לקריאות האלה; מדלגים עליהם, ולכן רשימה עלולה להיות ארוכה ממה שהסקריפט מניח. השוו אותם לתיעוד ה-API.

callers-switch = מתג
callers-switch_off = כיבוי הקורא הזה
callers-switch_off_lead = אמצעי ההזדהות הזה, מהכתובת הזו ובתוכנה הזו, נדחה ב-403 החל מהקריאה הבאה, עם הסבר מדוע. תוכנות אחרות עם אותו אמצעי הזדהות ממשיכות; כדי לעצור גם אותן, בטלו את האסימון או השביתו את המשתמש.
callers-switch_on = הפעלת הקורא הזה
callers-switch_on_lead = הקורא מתקבל שוב מיד.
callers-is_off_now = הקורא כבוי.
callers-is_on_now = הקורא פועל שוב.
callers-off_since = כבוי

callers-cli_off = הקורא { $id } כבוי
callers-cli_on = הקורא { $id } פועל שוב
