# Mails. $house is the installation's name.

one_time_links-code = אפשר גם להקליד את הקוד הזה בדף שבו נשלחה הבקשה, בתוך { $minutes } דקות:

one_time_links-reset_subject = הסיסמה שלך עבור { $house }
one_time_links-reset_lead = התקבלה בקשה לסיסמה חדשה לחשבון שלך אצל { $house }. אם הבקשה נשלחה על ידך, יש ללחוץ על הכפתור.
one_time_links-reset_button = שחזור הסיסמה
one_time_links-reset_after = הכפתור פועל פעם אחת, במשך { $minutes } דקות. אם הבקשה לא נשלחה על ידך, אין צורך לעשות דבר: הסיסמה שלך לא תשתנה.

one_time_links-invitation_subject = החשבון שלך אצל { $house }
one_time_links-invitation_lead = נוצר עבורך חשבון אצל { $house }. שם המשתמש שלך הוא { $user }. כדי להתחיל יש לבחור סיסמה.
one_time_links-invitation_button = בחירת סיסמה
one_time_links-invitation_after =
    { $hours ->
        [one] הכפתור פועל פעם אחת, במשך שעה אחת.
        [two] הכפתור פועל פעם אחת, במשך שעתיים.
       *[other] הכפתור פועל פעם אחת, במשך { $hours } שעות.
    }

one_time_links-confirm_subject = אישור הכתובת שלך עבור { $house }
one_time_links-confirm_lead = כדי להשתמש בכתובת { $email } לחשבון שלך אצל { $house }, יש ללחוץ על הכפתור.
one_time_links-confirm_button = אישור הכתובת
one_time_links-confirm_after = הכפתור פועל במשך יום אחד. אם הדבר אינו מוכר לך, אין צורך לעשות דבר.

one_time_links-undo_subject = הכתובת שלך אצל { $house } שונתה
one_time_links-undo_lead = לחשבון שלך אצל { $house } יש עכשיו כתובת דוא״ל אחרת. אם השינוי לא נעשה על ידך, אפשר לבטל אותו באמצעות הכפתור.
one_time_links-undo_button = ביטול השינוי
one_time_links-undo_after = הכפתור פועל במשך שבוע. הוא גם מנתק את החשבון שלך בכל המקומות.

one_time_links-handover_subject = חשבון ה-Sys. Admin אצל { $house } שלך מעכשיו
one_time_links-handover_lead = קיבלת מ-{ $name } את החשבון שתפקידו Sys. Admin אצל { $house }. הוא שלך מעכשיו, ושם המשתמש שלו הוא הכתובת שלך: { $user }. כדי להתחיל יש לבחור סיסמה.
one_time_links-handover_button = בחירת סיסמה
one_time_links-handover_after = הכפתור פועל פעם אחת, במשך { $hours } שעות. אם כבר מאוחר, ”שכחת את הסיסמה?“ בדף הכניסה שולח קישור חדש לכתובת הזו. אם אינך יודע על כך דבר, כדאי לשאול את מי שמסר את החשבון: אפשר לבטל זאת במשך שבוע.
