# What roles are called, and what they refuse.

roles-super = Sys. Admin
roles-admin = מנהל
roles-data_admin = מנהל נתונים
roles-data_designer = מעצב נתונים
roles-contributor = מעצב לוחות מחוונים
roles-consumer = צופה

roles-unknown = אין תפקיד כזה.
    .next = יש להשתמש באחד מאלה: super, admin, dataAdmin, dataDesigner, contributor, consumer, או במזהה של תפקיד.
roles-not_allowed = התפקיד שלך אינו מאפשר זאת.
    .next = אפשר לפנות למנהל.
roles-not_in_scope = האסימון הזה אינו מיועד לכך.
    .next = אפשר ליצור אסימון עם היקף הרשאות רחב יותר תחת ״הפרופיל שלי״ > ״אסימון API״.
roles-needs_full_scope = הפעולה נוגעת בחשבון שמנהל אחרים, או בחשבונך שלך: נדרש אסימון בעל היקף מלא, או סיסמתך שניתנה לפני זמן קצר.
    .next = אפשר להשתמש באסימון כזה, או להיכנס מחדש ולחזור על הפעולה.
roles-beyond_own = התפקיד הזה מתיר יותר מהתפקיד שלך.
    .next = אפשר לפנות למי שתפקידו מתיר לפחות כמוהו.

roles-title = תפקידים
roles-lead = מה מותר לכל אחד. שינוי תקף מהלחיצה הבאה שלו.
roles-grid = מה כל תפקיד מאפשר
roles-grid_lead = ״תמיד״ ו״אף פעם״ קבועים; את השאר תפקידים מותאמים יכולים לשנות.
roles-permission = הרשאה
roles-new = תפקיד חדש
roles-custom = מותאם
roles-based_on = מבוסס על { $role }
roles-users = משתמשים
roles-role = תפקיד
roles-always = תמיד
roles-allow = כן
roles-deny = לא
roles-never = אף פעם
roles-none = עדיין אין תפקידים מותאמים
roles-none_lead = תפקיד מותאם מבוסס על תפקיד מובנה ומאפשר קצת יותר או קצת פחות.
roles-copy = העתקה
roles-copy_of = עותק של { $role }
roles-base = מבוסס על
roles-base_hint = זה קובע מה אפשר לשנות ואיזה סוג מקום התפקיד תופס. אי אפשר לשנות זאת אחר כך.
roles-base_choose = בחרו על מה הוא מבוסס
roles-base_go_on = המשך
roles-display_name = שם
roles-display_name_hint = מה שאנשים קוראים. ב-API התפקיד נקרא custom_ ואחריו השם.
roles-description = למה הוא נועד
roles-permissions = הרשאות
roles-permissions_lead = במה שמשאירים לבסיס, התפקיד נוהג לפי { $role }.
roles-choice_base = כמו { $role }: { $standing }
roles-choice_allow = לאפשר
roles-choice_deny = לא לאפשר
roles-locked = נקבע על ידי הבסיס: { $standing }
roles-preview = מה ישתנה
roles-diff_title = מה משתנה עבור { $role }
roles-diff_gains = מקבל
roles-diff_loses = מאבד
roles-diff_same = מה שהתפקיד מאפשר נשאר כפי שהוא.
roles-diff_from_base = בהשוואה אל { $role }:
roles-affected = { $count ->
    [0] עדיין אין מי שיש לו התפקיד הזה.
    [one] משתמש אחד מושפע, מהלחיצה הבאה שלו.
    [two] שני משתמשים מושפעים, מהלחיצה הבאה שלהם.
   *[other] { $count } משתמשים מושפעים, מהלחיצה הבאה שלהם.
}
roles-affected_many = יותר מ-{ NUMBER($count) } משתמשים מושפעים, מהלחיצה הבאה שלהם.
roles-save = שמירת השינויים
roles-create = יצירת התפקיד
roles-back = שינוי הבחירה
roles-built_in_notice = התפקיד הזה הוא חלק מהמוצר ונשאר כפי שהוא. העתיקו אותו כדי שיהיה לכם אחד משלכם.
roles-changed_notice_title = מישהו אחר שינה את התפקיד בינתיים
roles-changed_notice = כאן מופיע מה שבחרתם. המשיכו כדי להחליף את מה שנשמר בינתיים:
roles-saved = נשמר. תקף מהלחיצה הבאה.
roles-created = התפקיד נוצר.
roles-deleted = { $count ->
    [0] התפקיד נמחק.
    [one] התפקיד נמחק; למשתמש אחד יש עכשיו תפקיד הבסיס.
    [two] התפקיד נמחק; לשני משתמשים יש עכשיו תפקיד הבסיס.
   *[other] התפקיד נמחק; ל-{ $count } משתמשים יש עכשיו תפקיד הבסיס.
}
roles-delete = מחיקת התפקיד
roles-delete_title = למחוק את התפקיד { $role }?
roles-delete_users = { $count ->
    [0] אין מי שיש לו התפקיד.
    [one] משתמש אחד מקבל במקומו את התפקיד { $base }.
    [two] שני משתמשים מקבלים במקומו את התפקיד { $base }.
   *[other] { $count } משתמשים מקבלים במקומו את התפקיד { $base }.
}
roles-delete_users_many = יותר מ-{ NUMBER($count) } משתמשים מקבלים במקומו את התפקיד { $base }.
roles-delete_seats = סוג המקום שלהם לא משתנה.
roles-delete_groups = { $count ->
    [one] קבוצה אחת נותנת את התפקיד הזה. תנו לה קודם תפקיד אחר.
    [two] שתי קבוצות נותנות את התפקיד הזה. תנו להן קודם תפקיד אחר.
   *[other] { $count } קבוצות נותנות את התפקיד הזה. תנו להן קודם תפקיד אחר.
}

roles-built_in = תפקידים מובנים נשארים כפי שהם.
    .next = העתיקו את התפקיד, ושנו את העותק.
roles-name_taken = לתפקיד אחר כבר יש שם כזה.
    .next = בחרו שם אחר.
roles-looks_built_in = השם הזה נראה כמו שם התפקיד המובנה ”{ $name }“.
    .next = בחרו שם שאיש לא יחליף בו.
roles-bad_name = בשם של תפקיד צריכים להיות 1 עד { $maximum } תווים נראים.
    .next = בחרו שם אחר.
roles-bad_description = בתיאור יש לכל היותר { $maximum } תווים נראים.
    .next = קצרו אותו.
roles-fixed = הבסיס של התפקיד לא מאפשר לשנות את { $permission }.
    .next = השאירו זאת לבסיס, או בחרו בסיס אחר.
roles-base_not_open = יש תמיד Sys. Admin אחד בלבד, ולכן אין תפקיד אחר שמבוסס עליו.
    .next = בחרו בסיס אחר.
roles-too_many = יכולים להיות לכל היותר { $maximum } תפקידים מותאמים.
    .next = מחקו תפקידים שאיש אינו צריך.
roles-changed_meanwhile = מישהו אחר שינה את התפקיד הזה ממש עכשיו.
    .next = הסתכלו על השינוי ונסו שוב.
roles-given_by_groups = { $count ->
    [one] קבוצה אחת נותנת את התפקיד הזה למשתמשים שלה.
    [two] שתי קבוצות נותנות את התפקיד הזה למשתמשים שלהן.
   *[other] { $count } קבוצות נותנות את התפקיד הזה למשתמשים שלהן.
}
    .next = תנו קודם לקבוצות האלה תפקיד אחר.
roles-too_many_users = ליותר מ-{ $maximum } משתמשים יש התפקיד הזה.
    .next = הציגו תחת „משתמשים” את בעלי התפקיד הזה, בחרו ב„כל המתאימים” ושנו את התפקיד שלהם; לאחר מכן מחקו את התפקיד הזה.

roles-permission_account_read = צפייה בחשבון האישי
    .meaning = להיכנס ולראות מה שמור על החשבון האישי.
roles-permission_account_change = שינוי החשבון האישי
    .meaning = הפרופיל שלי: שמות, כתובת, סיסמה, אסימונים, הפעלות.
roles-permission_users_read = צפייה במשתמשים
    .meaning = לראות משתמשים אחרים, את ההפעלות ואת האסימונים שלהם.
roles-permission_users_add = הוספת משתמשים
    .meaning = להוסיף ולהזמין משתמשים, אחד אחד או בייבוא.
roles-permission_users_change = שינוי משתמשים
    .meaning = לערוך ולנעול משתמשים, לבטל נעילה, ולסיים את ההפעלות והאסימונים שלהם.
roles-permission_users_delete = מחיקת משתמשים
    .meaning = למחוק משתמשים ולהחזיר אותם.
roles-permission_users_view_as = צפייה בתור משתמשים
    .meaning = לראות את הדפים כפי שמשתמש אחר רואה אותם.
roles-permission_groups_read = צפייה בקבוצות
    .meaning = לראות קבוצות ומי נמצא בהן.
roles-permission_groups_manage = ניהול קבוצות
    .meaning = ליצור, לשנות ולמחוק קבוצות, ולבחור את החברים בהן.
roles-permission_roles_manage = ניהול תפקידים
    .meaning = ליצור, לשנות ולמחוק תפקידים מותאמים.
roles-permission_sessions_manage = ניהול הפעלות
    .meaning = לראות מי מחובר, ולסיים הפעלות.
roles-permission_ownership_read = צפייה בבעלות
    .meaning = לראות מה שייך למי.
roles-permission_ownership_manage = ניהול בעלות
    .meaning = לרשום מה שייך לאנשים, ולהעביר אותו.
roles-permission_seats_read = צפייה במקומות
    .meaning = לראות כמה מקומות תפוסים, ועל ידי מי.
roles-permission_features_manage = ניהול תכונות
    .meaning = להפעיל ולכבות חלקים של המוצר.
roles-permission_security_manage = ניהול אבטחה
    .meaning = לשנות את הכללים של סיסמאות, הפעלות, הטמעה וגישה ל-API.
roles-permission_mail_manage = ניהול דוא״ל
    .meaning = לשנות איך נשלח דואר, ולראות מה נשלח.
roles-permission_audit_read = קריאת יומן הביקורת
    .meaning = לראות מה עשה כל אחד, של כל המשתמשים.
roles-permission_sysadmin_manage = ניהול ה-Sys. Admin
    .meaning = לשנות את המשתמש של ה-Sys. Admin, ולהעביר את התפקיד.

roles-bad_manifest = זה לא יכול להיות חלק ממה שתפקיד מתיר.
    .next = שלחו אובייקט JSON בעומק של 12 רמות לכל היותר.
roles-manifest_too_large = המניפסט של תפקיד נשמר עד { $maximum } בתים.
    .next = השמיטו חלקים שאין בהם צורך.
roles-unknown_part = במניפסט של התפקיד אין חלק כזה.
    .next = קראו את כל המניפסט עם includeManifest=true.
roles-permission_licenses_read = צפייה בלקוחות וברישיונות
    .meaning = לקוחות של שרת רישיונות, החבילות, השרתים ומפתחות החתימה שלהם.
roles-permission_licenses_manage = ניהול לקוחות ורישיונות
    .meaning = הוספת לקוחות, הנפקה, חידוש ושינוי של חבילות, פרסום גרסאות.
roles-permission_licenses_approve = אישור שינויים ברישיונות
    .meaning = אישור מה שאדם אחר בצוות ביקש: הגדלת מכסות, ביטול, מפתחות.
roles-permission_license_manage = ניהול הרישיון של ההתקנה
    .meaning = לראות את הרישיון, להחליף, לחדש ולהחזיר אותו.
roles-trial_users = בניסיון המקוון אין ניהול משתמשים.
    .next = כדי לנהל משתמשים, התקינו את המוצר: הורידו אותו בפורטל, או כתבו לנו שם.
roles-trial_system = בניסיון המקוון אין תצורת מערכת.
    .next = כדי להגדיר את המערכת, התקינו את המוצר: הורידו אותו בפורטל, או כתבו לנו שם.
roles-trial_files = בניסיון המקוון אין העלאת קבצים.
    .next = כדי להעלות קבצים, התקינו את המוצר: הורידו אותו בפורטל, או כתבו לנו שם.
roles-license_adding = הרישיון הסתיים ב־{ $date }, ולכן אי אפשר להוסיף איש.
    .next = יש לחדש את הרישיון תחת ניהול > ניצול הרישיון, או לבקש זאת ממנהל המערכת.
roles-license_changing = הרישיון הסתיים ב־{ $date }, ולכן אי אפשר לשנות זאת.
    .next = יש לחדש את הרישיון תחת ניהול > ניצול הרישיון, או לבקש זאת ממנהל המערכת.
roles-license_scripts = הרישיון הסתיים ב־{ $date }, ולכן תסריטים יכולים רק להסיר משתמשים.
    .next = יש לחדש את הרישיון תחת ניהול > ניצול הרישיון, או לבקש זאת ממנהל המערכת.
