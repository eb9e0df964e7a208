# Mails that tell what happened to an account. $house is the installation's name.

notices-greeting = שלום { $name },

notices-organisation_after = יש להיכנס בדרך שהארגון שלך הנחה. אם ההודעה הזו לא נשלחה לבקשתך, אין צורך לעשות דבר.

notices-password_changed_subject = הסיסמה שלך עבור { $house } שונתה
notices-password_changed_lead = הסיסמה לחשבון שלך אצל { $house } שונתה זה עתה.
notices-password_changed_after = אם השינוי לא נעשה על ידך, יש ללחוץ מיד על ״שכחת את הסיסמה?״ בדף הכניסה ולהודיע למנהל המערכת.
notices-password_set_lead = מנהל מערכת נתן לחשבון שלך אצל { $house } סיסמה אחרת. החשבון נותק בכל המקומות, ואסימוני ה-API שלך בוטלו.
notices-password_set_after = את הסיסמה אפשר לקבל ממנהל המערכת, או לבחור סיסמה משלך דרך ״שכחת את הסיסמה?״ בדף הכניסה.

notices-email_will_change_subject = הכתובת שלך אצל { $house } עומדת להשתנות
notices-email_will_change_lead = מישהו שמחובר לחשבון שלך אצל { $house } רוצה להשתמש בכתובת { $email } במקום בכתובת הזו.
notices-email_will_change_after = דבר לא ישתנה לפני שיתקבל אישור מהכתובת ההיא. אם הבקשה לא נשלחה על ידך, יש לשנות את הסיסמה.
notices-email_changed_subject = הכתובת שלך ב-{ $house } שונתה
notices-email_taken_lead = מנהל נתן לחשבון שלך ב-{ $house } את הכתובת { $email } במקום זו. הודעות נשלחות מעתה לשם, וקישורים שנשלחו לכאן אינם פועלים עוד.
notices-email_taken_after = אם לא ציפית לכך, יש לפנות למנהל שלך.
notices-email_given_lead = לחשבון שלך ב-{ $house } יש מעתה הכתובת הזו. יש להיכנס איתה מעכשיו; הסיסמה נשארת כפי שהייתה.
notices-email_given_after = אם אין לך שם חשבון, מישהו טעה בהקלדת כתובת: יש להודיע למי שמפעיל את השירות.

notices-new_device_subject = כניסה אל { $house } מדפדפן חדש
notices-new_device_lead = מישהו נכנס עכשיו לחשבון שלך אצל { $house } מדפדפן שלא שימש לכך מעולם.
notices-failures_subject = החשבון שלך אצל { $house }: כניסה אחרי סיסמאות שגויות
notices-failures_lead =
    { $failures ->
        [one] מישהו נכנס עכשיו לחשבון שלך אצל { $house } בסיסמה הנכונה, אחרי סיסמה שגויה אחת.
        [two] מישהו נכנס עכשיו לחשבון שלך אצל { $house } בסיסמה הנכונה, אחרי שתי סיסמאות שגויות.
       *[other] מישהו נכנס עכשיו לחשבון שלך אצל { $house } בסיסמה הנכונה, אחרי { $failures } סיסמאות שגויות.
    }
notices-device = מכשיר: { $device }
notices-address = כתובת: { $address }
notices-time = זמן: { $time }
notices-sessions_button = היכן החשבון שלך מחובר
notices-sign_in_after = אם הכניסה נעשתה על ידך, אין צורך לעשות דבר. אם לא, יש לסיים את ההפעלה הזו ולשנות מיד את הסיסמה.
notices-sign_in_after_without_page = אם הכניסה נעשתה על ידך, אין צורך לעשות דבר. אם לא, יש לשנות מיד את הסיסמה ולעדכן את המנהל, שיכול לסיים את ההפעלה הזו.
# $url is the address of “Forgot your password?”.
notices-shut_out = אם אין עוד אפשרות להיכנס לחשבון, יש לבחור סיסמה חדשה בכתובת { $url } ולהודיע למנהל המערכת.

notices-token_subject = אסימון API של החשבון שלך אצל { $house }
notices-token_made = אסימון ה-API ״{ $name }״ נוצר עכשיו לחשבון שלך אצל { $house }.
notices-token_rotated = לאסימון ה-API ״{ $name }״ של החשבון שלך אצל { $house } נוצר עכשיו אסימון מחליף. האסימון הישן יסתיים בעוד כמה ימים.
notices-token_revoked = תוקפו של אסימון ה-API ״{ $name }״ של החשבון שלך אצל { $house } בוטל עכשיו. הוא כבר אינו פועל.
notices-token_renewed = אסימון ה-API שבפרופיל של החשבון שלך אצל { $house } נוצר עכשיו מחדש. אסימון ישן יותר כבר אינו פועל.
notices-tokens_button = אסימוני ה-API שלך
notices-token_after = אם הדבר נעשה על ידך, אין צורך לעשות דבר נוסף. אם לא, יש לבטל את מה שאינו מוכר לך ולשנות את הסיסמה, ובאותה הזדמנות לסיים את ההפעלות ולבטל את אסימוני ה-API.
notices-token_after_without_page = אם הדבר נעשה על ידך, אין צורך לעשות דבר נוסף. אם לא, יש לשנות את הסיסמה ולעדכן את המנהל, שיכול לסיים את ההפעלות ולבטל את אסימוני ה-API.

notices-recovery_subject = קודי השחזור של החשבון שלך אצל { $house }
notices-recovery_made = קודי שחזור חדשים נוצרו עכשיו לחשבון שלך אצל { $house }. קודים קודמים כבר אינם פועלים.
notices-recovery_used = נעשה עכשיו שימוש בקוד שחזור של החשבון שלך אצל { $house }. מי שהשתמש בו יכול לבחור סיסמה חדשה.
notices-recovery_after = אם הדבר נעשה על ידך, אין צורך לעשות דבר. אם לא, יש לשנות מיד את הסיסמה, באותה הזדמנות לסיים את ההפעלות ולבטל את אסימוני ה-API, וליצור קודי שחזור חדשים.
# $url is the address of “Forgot your password?”.
notices-recovery_shut_out = אם אין עוד אפשרות להיכנס לחשבון, יש לבחור סיסמה חדשה בכתובת { $url } ולבטל שם את אסימוני ה-API, או לבקש ממי שמפעיל את השרת להריץ את הפקודה `seatwarden rescue`.
