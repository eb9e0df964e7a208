# Forgotten passwords.

password_reset-title = שכחת את הסיסמה?
password_reset-lead = יש להזין את כתובת הדוא״ל של החשבון. נשלח הודעה שבעזרתה אפשר לבחור סיסמה חדשה.
password_reset-email = דוא״ל
password_reset-send = שליחת ההודעה
password_reset-have_recovery_code = יש לי קוד שחזור
password_reset-sent_title = כדאי לבדוק את תיבת הדואר
password_reset-sent = אם קיים חשבון עם הכתובת הזו, הודעה כבר בדרך. יש ללחוץ בה על ״שחזור הסיסמה״ בתוך { $minutes } דקות.
password_reset-by_code = הקלדת הקוד מההודעה במקום זאת
password_reset-code = הקוד מההודעה
password_reset-code_hint = שמונה ספרות. הן תקפות בדפדפן הזה, במשך { $minutes } דקות.
password_reset-new = סיסמה חדשה
password_reset-repeat = הסיסמה החדשה שוב
password_reset-set = קביעת הסיסמה החדשה
password_reset-choose_title = בחירת סיסמה חדשה
password_reset-for = עבור החשבון { $email }. החשבון ינותק בכל שאר המקומות.
password_reset-end_tokens = לבטל גם את אסימוני ה-API שלי
password_reset-end_tokens_hint = יש לבחור בכך אם ייתכן שמישהו אחר ידע את הסיסמה שלך. סקריפטים ושילובים יפסיקו לפעול עד שיקבלו אסימונים חדשים.
password_reset-end_tokens_and_codes_hint = יש לבחור בכך אם ייתכן שמישהו אחר ידע את הסיסמה שלך. סקריפטים ושילובים יפסיקו לפעול עד שיקבלו אסימונים חדשים. גם קודי השחזור שלך יבוטלו, אלא אם הגעת לכאן באמצעות אחד מהם.
