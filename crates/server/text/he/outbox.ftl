# The inbox of the demo.

outbox-title = דואר נכנס
outbox-lead = ההדגמה הזו אינה שולחת הודעות דוא״ל. הן נשמרות כאן במקום זאת.
outbox-none = אין עדיין הודעות
outbox-none_lead = אם לוחצים על ״שכחת את הסיסמה?״ בדף הכניסה, הודעה מופיעה כאן.
outbox-subject = נושא
outbox-to = אל
outbox-when = מתי
outbox-text = כטקסט
outbox-show_html = הצגה כמו בתוכנת דוא״ל
outbox-back = חזרה לדואר הנכנס

outbox-email = דוא״ל
outbox-email_lead = איך הודעות דואר יוצאות מהשרת, אילו מהן, ומה עלה בגורלן.
outbox-settings = הגדרות
outbox-deliveries = משלוחים
outbox-demo_keeps = ההדגמה הזו אינה שולחת דואר. ההודעות נשמרות כאן:
outbox-server = שרת דואר
outbox-server_lead = מה שנבחר כאן תקף מיד ובכל צומת.
outbox-server_saved = שרת הדואר נשמר. אפשר לשלוח הודעת ניסיון כדי לראות שהוא עובד.
outbox-way = איך הודעות יוצאות
outbox-way_configured = לפי התצורה ({ $way })
outbox-way_smtp = דרך שרת הדואר שלמטה
outbox-host = מארח
outbox-port = פורט
outbox-port_hint = ריק לפורט הרגיל: 587 עם STARTTLS, ‏465 עם TLS.
outbox-security = הצפנה
outbox-security_starttls = STARTTLS, אחרת אין דואר
outbox-security_tls = TLS מההתחלה
outbox-security_opportunistic = STARTTLS אם מוצע
outbox-security_none = ללא, לשרת דואר על אותו מחשב
outbox-user_name = שם משתמש
outbox-user_name_hint = ריק כדי לשלוח בלי כניסה.
outbox-password = סיסמה
outbox-password_none = אין סיסמה שמורה.
outbox-password_kept = יש סיסמה שמורה. אפשר להשאיר ריק כדי להמשיך בה; למארח אחר יש להקליד אותה שוב.
outbox-from_address = כתובת השולח
outbox-from_name = שם השולח
outbox-from_hint = ריק עבור ״{ $configured }״.
outbox-test = ניסיון
outbox-test_lead = שולח הודעה אחת עכשיו ואומר מה שרת הדואר משיב.
outbox-test_to = אל
outbox-test_send = שליחת הודעת ניסיון
outbox-test_sent = שרת הדואר קיבל את הודעת הניסיון.
outbox-test_subject = הודעת ניסיון מאת { $house }
outbox-test_mail = זהו ניסיון. הודעות מאת { $house } מגיעות אליך.
outbox-switches = אילו הודעות נשלחות
outbox-switches_lead = מה שכבוי נרשם במשלוחים ככבוי, ולא יישלח גם אחר כך.
outbox-switches_saved = המתגים נשמרו.
outbox-switch_all = שליחת דואר
outbox-switch_all_hint = כבוי: שום הודעה אינה יוצאת, ואיש אינו יכול להירשם.
outbox-switch_invitations = הזמנות
outbox-switch_password_recovery = שחזור סיסמה
outbox-switch_password_recovery_hint = כבוי: מי ששכח את סיסמתו לא יוכל לחזור לחשבון באמצעות הדוא״ל.
outbox-switch_notices_hint = כך מבחינים בחשבון שנגנב.
outbox-deliveries_lead = כל הודעה מ-90 הימים האחרונים, בלי תוכנה. תוכנה של הודעה שנכשלה נשמר חתום שבעה ימים, כדי שאפשר יהיה לנסות שוב.
outbox-search = חיפוש לפי כתובת
outbox-state = מצב
outbox-any_state = הכול
outbox-state_waiting = ממתינה
outbox-state_sent = נשלחה
outbox-state_failed = נכשלה
outbox-attempts = { $count ->
    [one] אחרי ניסיון אחד
    [two] אחרי שני ניסיונות
   *[other] אחרי { $count } ניסיונות
}
outbox-no_deliveries = אין הודעות כאלה
outbox-no_deliveries_lead = הודעות מופיעות כאן ברגע שמבקשים אותן.
outbox-changed_meanwhile = מישהו אחר שינה זה עתה את הגדרות הדואר.
    .next = אפשר לטעון את הדף מחדש, לראות את השינוי ולנסות שוב.
outbox-not_taken = ההודעה לא התקבלה: { $cause }
    .next = כדאי לבדוק מארח, פורט, הצפנה וסיסמה, ולנסות שוב.
outbox-server_is_sysadmins = רק ה-Sys. Admin בוחר את שרת הדואר: מי ששולט בו קורא כל קישור לסיסמה חדשה.
    .next = אפשר לפנות אל ה-Sys. Admin. ההודעות עצמן והיומן פתוחים בפניכם.
outbox-kept_here = ההתקנה הזו שומרת את הודעותיה במקום לשלוח אותן.
    .next = אפשר להפעיל את השרת בלי ההדגמה כדי להשתמש בשרת דואר.

outbox-not_chosen = לא נבחר שרת דואר; הודעות יוצאות לפי התצורה.
    .next = בחרו שרת עם POST או בעמוד הדואר.
outbox-has_server = כבר נבחר שרת דואר.
    .next = שנו אותו עם PATCH או הסירו אותו קודם עם DELETE.
outbox-no_server = לא נבחר שרת דואר שאפשר לשנות.
    .next = בחרו שרת עם POST.
outbox-switch_password_changes = סיסמאות ששונו
outbox-switch_sign_ins = כניסות ממכשיר חדש, או לאחר כישלונות רבים
outbox-switch_api_tokens = אסימוני API שנוצרו או בוטלו
outbox-switch_own_license = הרישיון של התקנה זו
outbox-switch_own_license_hint = כבוי: מנהלים יידעו רק מתוך הדפים שהרישיון מסתיים או שהמקומות אוזלים.
outbox-switch_licenses_ending = רישיונות של לקוחות שמסתיימים בקרוב
outbox-switch_licenses_ending_hint = כבוי: לא הלקוחות ולא הצוות שלכם יקבלו הודעה בדוא״ל.
outbox-switch_always = להודעות שבלעדיהן מישהו היה נתקע אין מתג משלהן: חשבונות רישיון חדשים, שינויי כתובת, סיסמאות שמנהל או שינוי ביטלו, תפקיד ה-Sys. Admin, מפתחות חתימה ומפתחות שנמצאים בשני מחשבים.
outbox-state_off = כבוי
outbox-retry = ניסיון חוזר
outbox-retry_all = ניסיון חוזר לכל מה שנכשל
outbox-retried = ההודעה ממתינה לשליחה חוזרת.
outbox-retried_all = { $again ->
    [one] הודעה אחת ממתינה
   *[other] { $again } הודעות ממתינות
  } לשליחה חוזרת; { $ended ->
    [one] אחת מכילה
   *[other] { $ended } מכילות
  } קישור שאינו תקף עוד.
outbox-retried_some = { $again ->
    [one] הודעה אחת ממתינה
   *[other] { $again } הודעות ממתינות
  } לשליחה חוזרת. יש עוד: לחצו שוב.
outbox-row_ended = הקישור שבה אינו תקף עוד.
outbox-row_gone = תוכנה אינו נשמר עוד.
outbox-not_failed = אין הודעה כזאת שנכשלה.
    .next = טענו מחדש את הרשימה; ייתכן שכבר נוסתה שוב.
outbox-text_gone = תוכן ההודעה אינו נשמר עוד.
    .next = בצעו שוב את מה שבו עסקה, למשל הזמינו את המשתמש פעם נוספת.
outbox-secret_ended = הקישור או הסיסמה שבהודעה אינם תקפים עוד.
    .next = צרו חדשים: הזמינו את המשתמש שוב, או בקשו סיסמה חדשה תחת ”שכחתי סיסמה“.
outbox-switched_off = הדואר כבוי כאן, ולפעולה זו אין ערך בלי ההודעה שלה.
    .next = מנהל יכול להפעיל אותו תחת דוא״ל.
outbox-no_way_out = אין להודעות דרך לצאת מהשרת הזה, ולפעולה זו אין ערך בלי ההודעה שלה.
    .next = ה-Sys. Admin בוחר שרת דואר תחת דוא״ל; לאחר מכן אפשר לנסות שוב.
outbox-bad_host = זה אינו מארח: לא שם ולא כתובת IP.
    .next = יש לכתוב אותו בלי פורט ובלי ‎smtp://‎, למשל smtp.example.com.
outbox-bad_port = פורט הוא מספר מ-1 עד 65535.
    .next = אפשר לתקן אותו, או להשאיר ריק לפורט הרגיל.
outbox-bad_from = כתובת השולח אינה כתובת דוא״ל.
    .next = אפשר לתקן אותה, או להשאיר ריקה לכתובת שבתצורה.
outbox-bad_from_name = בשם השולח יותר מ-{ $maximum } תווים או יותר משורה אחת.
    .next = יש לקצר אותו ולשמור שוב.
outbox-bad_sign_in = שם המשתמש והסיסמה של שרת הדואר הם שורה אחת כל אחד, עד { $maximum } תווים.
    .next = הקלידו אותו מחדש במקום להדביק.
outbox-unknown_state = אין לדואר מצב בשם „{ $name }”.
    .next = השתמשו ב־waiting, sent, failed או off, או השמיטו אותו לכולם.
outbox-half_sign_in = שם המשתמש והסיסמה של שרת הדואר שייכים זה לזה: אחד מהם חסר.
    .next = יש להקליד את שניהם, או להשאיר את שניהם ריקים כדי לשלוח בלי כניסה.
