# Service accounts: the users of scripts.

users-service_account = לחשבון שירות אין סיסמה.
    .next = צרו לו אסימון API; כדי לחסום אותו, השביתו אותו או בטלו את האסימונים שלו.
users-license_account = חשבון רישיון שומר על התפקיד שלו.
    .next = מה שמותר לו נקבע לפי הארגונים שהוא פועל בשמם; ראו מנפיק > לקוחות.
users-not_a_service = רק חשבונות שירות מקבלים את האסימונים שלהם מאחרים.
    .next = תנו למשתמש ליצור את האסימון תחת הפרופיל שלי > אסימון API.
api_tokens-named_only = לחשבון שירות יש רק אסימוני API בעלי שם.
    .next = בקשו אחד ממנהל, או צרו אחד בדף של חשבון השירות.

users_list-origin_service = חשבון שירות
users_list-origin_license = חשבון רישיון
users-service_add = הוספת חשבון שירות
users-service_lead = לסקריפטים: בלי סיסמה, בלי דואר, בלי מקום. הכניסה אליו רק באסימוני API, שאותם יוצרים בדף שלו.
users-service_name = שם
users-service_name_hint = מה הסקריפט עושה: ״סנכרון לילי״
users-service_tokens_lead = לכל אסימון יש שם, היקף ומועד סיום; הוא מוצג פעם אחת. החלפה יוצרת אסימון מחליף, והישן ממשיך לפעול עוד שבוע.
users-service_added = חשבון השירות נוסף. צרו אסימון לסקריפט שלו.

users-cli_token = האסימון { $id } נוצר. העתיקו אותו עכשיו; הוא מוצג פעם אחת בלבד
users-cli_revoked = האסימון { $id } הסתיים
