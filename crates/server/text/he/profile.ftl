# My Profile.

profile-saved = נשמר.
profile-read_only = התפקיד שלך אינו מאפשר לשנות את החשבון. אם משהו כאן שגוי, יש לפנות למנהל.
profile-personal_information = פרטים אישיים
profile-personal_lead = השם שלך כפי שאחרים רואים אותו.
profile-first_name = שם פרטי
profile-last_name = שם משפחה
profile-user_name = שם משתמש
profile-email_title = כתובת דוא״ל
profile-email_lead = זו הכתובת לכניסה לחשבון, ואליה נשלחות הודעות. כתובת חדשה נכנסת לשימוש לאחר אישור מתוך הודעת דוא״ל.
profile-email = דוא״ל
profile-role = תפקיד
profile-new_email = כתובת דוא״ל חדשה
profile-change_email = שינוי הכתובת
profile-email_asked = כדי לאשר את הכתובת החדשה יש לבדוק את תיבת הדואר שלה.
profile-current_password = סיסמה נוכחית

profile-preferences = העדפות
profile-preferences_lead = איך ההתקנה הזו פונה אליך.
profile-language = שפה
profile-language_hint = הדפים וההודעות משתנים מיד.
profile-language_default = לפי הגדרת ההתקנה

profile-password = סיסמה
profile-password_lead = עם שינוי הסיסמה נשלחת אליך הודעת דוא״ל.
profile-new_password = סיסמה חדשה
profile-repeat_password = הסיסמה החדשה שוב
profile-end_others = ניתוק החשבון בכל שאר המקומות
profile-end_tokens = לבטל גם את אסימוני ה-API שלי
profile-end_tokens_hint = יש לבחור בכך אם ייתכן שמישהו אחר יודע את הסיסמה שלך. סקריפטים ושילובים יפסיקו לפעול עד שיקבלו אסימונים חדשים.
profile-password_changed = הסיסמה שלך שונתה.
profile-rule_met = מתקיים
profile-rule_unmet = לא מתקיים
profile-sso_password = החשבון שלך משתמש בכניסה יחידה (SSO). הסיסמה מנוהלת על ידי הארגון שלך.

profile-api_token = אסימון API
profile-api_token_lead = בעזרת אסימון, סקריפט עושה מה שמותר לך לעשות, בלי הסיסמה שלך.
profile-single_token = אסימון ה-API שלך
profile-single_token_hint = לסקריפטים ולתוכנות שמצפים לאסימון אחד לכל משתמש. סקריפטים שולחים אותו בכותרת Authorization, אחרי המילה Bearer.
profile-single_token_none = אין לך עדיין אסימון.
profile-token_make = יצירת אסימון
profile-token_renew = יצירה מחדש
profile-token_renew_title = ליצור מחדש את אסימון ה-API שלך?
profile-token_renew_text = האסימון הישן יפסיק לפעול מיד, וכך גם האסימונים של סקריפטים שנכנסו דרך ה-API. שילובים יפסיקו לפעול עד שיקבלו את האסימון החדש.
profile-token_renew_yes = יצירת האסימון מחדש
profile-token_renewed = יש לך אסימון חדש. הישן כבר אינו פועל.
profile-named_tokens = אסימונים בעלי שם
profile-named_tokens_lead = אחד לכל סקריפט, כדי שאפשר יהיה להפסיק כל אחד בנפרד.
profile-named_none = אין אסימונים בעלי שם
profile-named_none_lead = אפשר ליצור למטה אסימון לכל סקריפט: מה מותר לו, ומתי הוא מסתיים.
profile-token_create = יצירת אסימון בעל שם
profile-token_new = אסימון חדש
profile-token_once = יש להעתיק את האסימון החדש עכשיו. הוא מוצג רק הפעם.
profile-token_name = שם
profile-token_name_hint = הסקריפט או התוכנית שישתמשו בו.
profile-token_scope = מה מותר
profile-token_expires = מסתיים
profile-token_never = אף פעם
profile-token_last_used = שימוש אחרון
profile-token_unused = עדיין לא
profile-token_callers =
    { $count ->
        [one] תוכנית אחת משתמשת בו
        [two] שתי תוכניות משתמשות בו
       *[other] { $count } תוכניות משתמשות בו
    }
profile-token_actions = פעולות
profile-token_rotate = החלפה
profile-token_revoke = ביטול תוקף
profile-token_revoked = האסימון כבר אינו פועל.
profile-token_replaced = הוחלף, יסתיים בקרוב
profile-scope_full = כל מה שמותר לי
profile-scope_manage_users = צפייה במשתמשים ושינוים, גם באילו קבוצות הם
profile-scope_read_users = הצגת משתמשים
profile-scope_own_account = הצגת החשבון שלי

profile-sessions = הפעלות
profile-sessions_lead = המקומות שבהם החשבון שלך מחובר. אם משהו אינו מוכר לך, יש לנתק אותו ואז לשנות את הסיסמה.
profile-session_device = מכשיר
profile-session_place = מקום
profile-session_first_seen = פעילות ראשונה
profile-session_last_seen = פעילות אחרונה
profile-session_sign_out = ניתוק
profile-session_this_one = ההפעלה הזו
profile-session_ended = ההפעלה הסתיימה.
profile-other_sessions_ended = החשבון נותק בכל שאר המקומות.
profile-end_others_button = ניתוק בכל שאר המקומות
profile-end_others_title = לנתק בכל שאר המקומות?
profile-end_others_text =
    { $count ->
        [one] הפעלה אחת נוספת תסתיים מיד.
        [two] שתי הפעלות נוספות יסתיימו מיד.
       *[other] { $count } הפעלות נוספות יסתיימו מיד.
    }
profile-device_on = { $browser } במערכת { $system }
profile-device_computer = מחשב
profile-device_phone = טלפון
profile-device_tablet = טאבלט
profile-device_script = סקריפט
profile-device_unknown = מכשיר לא מוכר

profile-activity = פעילות
profile-activity_lead = הפעולות שלך, ומה שקרה לחשבון שלך.
profile-activity_none = אין עדיין פעילות
profile-activity_none_lead = כאן יופיעו כל הפעולות שלך, וכל מה שקורה לחשבון שלך.

profile-recovery_codes = קודי שחזור
profile-scope_change_account = שינוי החשבון שלי
profile-scope_read_groups = צפייה בקבוצות ובתפקידים
profile-scope_manage_groups = שינוי קבוצות ותפקידים
profile-scope_read_sessions = צפייה במי שמחובר
profile-scope_manage_sessions = סיום הפעלות
profile-scope_read_ownership = צפייה בבעלויות
profile-scope_manage_ownership = רישום והעברה של בעלויות
profile-scope_read_features = צפייה בתכונות הפעילות
profile-scope_manage_features = הפעלה וכיבוי של תכונות
profile-scope_read_security = צפייה במדיניות, בקוראים ובעבודת הרקע
profile-scope_manage_security = שינוי המדיניות, הקוראים ועבודת הרקע
profile-scope_read_mail = צפייה בהגדרות הדואר ובמשלוחים
profile-scope_manage_mail = שינוי הגדרות הדואר וניסיון חוזר
profile-scope_read_license = צפייה ברישיון ובמקומות
profile-scope_manage_license = שינוי הרישיון
profile-scope_read_audit = קריאת הביקורת של כולם
profile-scope_read_licensing = צפייה בלקוחות וברישיונותיהם
profile-scope_manage_licensing = הנפקה ושינוי של רישיונות לקוחות
profile-scope_chosen = רק מה שנבחר למטה
profile-scope_hint = מרגע שנבחר משהו למטה, מותר לאסימון רק זה.
