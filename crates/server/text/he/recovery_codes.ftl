# Recovery codes.

recovery_codes-lead = עשרה קודים ליום שבו כל דרך כניסה אחרת אבדה. כל קוד פועל פעם אחת. כדאי להדפיס אותם ולשמור אותם במקום שבו לא יאבדו יחד עם מנהל הסיסמאות.
recovery_codes-once = הקודים האלה מוצגים רק הפעם. קודים קודמים כבר אינם פועלים.
recovery_codes-left =
    { $count ->
        [0] לא נותרו לך קודים שלא נוצלו.
        [one] נותר לך קוד אחד שלא נוצל.
        [two] נותרו לך שני קודים שלא נוצלו.
       *[other] נותרו לך { $count } קודים שלא נוצלו.
    }
recovery_codes-make = יצירת קודים חדשים
recovery_codes-use_title = שימוש בקוד שחזור
recovery_codes-use_lead = כל קוד פועל פעם אחת. בעזרתו אפשר לבחור סיסמה חדשה.
recovery_codes-code = קוד שחזור
recovery_codes-use = המשך

recovery_codes-wrong = הקוד הזה אינו נכון, או שכבר נעשה בו שימוש.
    .next = אפשר לנסות קוד אחר, או לבקש ממי שמפעיל את השרת להריץ את הפקודה `seatwarden rescue`.
recovery_codes-reminder_title = אין לך קודי שחזור
recovery_codes-reminder = אתם ה-Sys. Admin. אם תאבדו את הסיסמה ואת תיבת הדואר, הקודים האלה מחזירים אתכם בלי עזרה מאיש.
recovery_codes-make_now = יצירת קודי שחזור
recovery_codes-later = להזכיר בעוד { $days } ימים
