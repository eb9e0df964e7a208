# The command line.

cli-about = ניהול החשבונות והרישיונות של פלטפורמת ניתוח נתונים
cli-serve = הפעלת השרת
cli-demo = הפעלת התקנה מלאה בנתונים לצורך היכרות; דבר אינו נשאר אחריה
cli-rescue = יצירת קישור חד-פעמי לבחירת סיסמה חדשה עבור ה-Sys. Admin
cli-audit = עבודה עם יומן הביקורת
cli-audit_verify = הוכחה שאף אירוע ביומן הביקורת לא שונה ולא הוסר
cli-config = עבודה עם התצורה
cli-config_print = הצגת כל אפשרות עם הערך, המקור והמשמעות שלה
cli-config_check = הצגת הבעיות שבתצורה
cli-config_good = התצורה תקינה
cli-config_file = קובץ התצורה [ברירת המחדל: seatwarden.toml בספריית הנתונים]
cli-data_dir = ספריית הנתונים
cli-address = הכתובת להאזנה
cli-public_url = הכתובת שבה מגיעים לשרת; הקישורים בהודעות הדוא״ל מתחילים בה
cli-demo_address = הכתובת להאזנה; פורט 0 בוחר פורט פנוי
cli-demo_data_dir = שמירת הכול בספרייה הזו במקום בספרייה זמנית
cli-demo_ready_file = כתיבת הכתובות ופרטי הכניסה לקובץ הזה, בפורמט JSON, כשהכול מוכן
cli-demo_tls = האזנה גם עם תעודה בחתימה עצמית
cli-demo_users = יצירת מספר כזה של משתמשים נוספים ללא סיסמה
cli-demo_postgres = שימוש במסד הנתונים הזה של PostgreSQL במקום SQLite
cli-setup_lead = להתקנה הזו אין עדיין Sys. Admin. את סוד ההתקנה שבשורה הבאה יש להזין בכתובת { $url }
cli-setup_secret = {"    "}{ $secret }
cli-fault = הפעולה נכשלה ({ $doing }): { $cause }
