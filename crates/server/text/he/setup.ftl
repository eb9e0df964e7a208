# The first page of a new installation.

setup-title = הגדרת ההתקנה הזו
setup-lead = יש ליצור את החשבון הראשון: ה-Sys. Admin, שיש בדיוק אחד כזה.
setup-secret = סוד ההתקנה
setup-secret_hint = הוא הודפס במקום שבו הופעל השרת.
setup-email = דוא״ל
setup-first_name = שם פרטי
setup-last_name = שם משפחה
setup-password = סיסמה
setup-repeat = הסיסמה שוב
setup-make = יצירת החשבון

setup-already = ההתקנה הזו כבר הוגדרה.
    .next = יש להיכנס, או להריץ במחשב השרת את הפקודה `seatwarden rescue` אם איש אינו יכול להיכנס.
setup-wrong_secret = זה אינו סוד ההתקנה.
    .next = אפשר לקרוא אותו במקום שבו הופעל השרת. בכל הפעלה מודפס סוד חדש.
setup-license_title = או להתחיל עם הרישיון
setup-license_lead = פעולה זו מפעילה את ההתקנה ויוצרת את מנהל המערכת עם אותו דוא״ל ואותה סיסמה. לאחר מכן אין קשר בין שתי הסיסמאות.
setup-activate = הפעלה ויצירת החשבון
setup-other_secrets = הסודות שב-{ $folder } אינם של ההתקנה הזאת: איש לא יוכל להיכנס כאן.
    .next = כל צומת זקוק לאותם סודות: יש להעתיק את התיקייה מצומת אחר או מהגיבוי, או לציין אותה עם `secrets.directory`. אם אבדו, `seatwarden rescue` מתחיל עם חדשים; אז כל אחד בוחר סיסמה חדשה.
