# The sign-in page and the first page after it.

sign_in-title = כניסה
sign_in-name = שם משתמש/דוא״ל
sign_in-password = סיסמה
sign_in-remember = להישאר בחשבון
sign_in-button = כניסה
sign_in-forgot = שכחת את הסיסמה? אפשר ללחוץ כאן
sign_in-sign_up = לקוחות חדשים? הרשמה
sign_in-password_was_set = הסיסמה החדשה שלך נקבעה. אפשר להיכנס איתה.
sign_in-signed_out = יצאת מהחשבון.
sign_in-session_ended = ההפעלה שלך הסתיימה: פג תוקפה, נכנסת יותר מדי פעמים ממקומות אחרים, הסיסמה שלך השתנתה, או שמנהל סיים אותה. מה ששלחת לאחרונה לא נשמר. כדי להמשיך יש להיכנס.
sign_in-setup_done = ההתקנה מוכנה. היכנסו בחשבון שיצרתם כעת; לאחר מכן צרו קודי שחזור.
sign_in-api_success = הכניסה הצליחה
sign_in-home_title = דף הבית
sign_in-welcome = שלום, { $name }
sign_in-home_lead = החשבון שלך בהתקנה הזו.
sign_in-home_profile = כאן אפשר לשנות את השם, השפה והסיסמה, לראות היכן החשבון מחובר, ולנהל את האסימונים של הסקריפטים.
sign_in-open_profile = מעבר אל הפרופיל שלי

sign_in-wrong = שם המשתמש או הסיסמה אינם נכונים.
    .next = יש לבדוק את שניהם, או לבחור סיסמה חדשה דרך ״שכחת את הסיסמה?״.
sign_in-reset_needed = תוקף הסיסמה הזו פג.
    .next = יש לבחור סיסמה חדשה דרך ״שכחת את הסיסמה?״.

sign_in-locked = חשבון זה נעול.
    .next = יש לבקש ממנהל המערכת לבטל את הנעילה.

sign_in-no_sso = בשרת הזה לא מוגדרת כניסה אחודה (SSO).
    .next = היכנסו עם סיסמה.
sign_in-home_samples = נתוני דוגמה
sign_in-home_samples_lead = מה רשום בהתקנת הניסיון הזאת, ושל מי.
sign_in-home_sample_title = כותרת
sign_in-home_sample_kind = סוג
sign_in-home_sample_owner = בעלים
sign_in-forgot_portal = שכחתי סיסמה
