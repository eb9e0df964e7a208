# What users may not be.

users-unknown = אין משתמש כזה.
    .next = יש לבדוק את המזהה, את שם המשתמש או את כתובת הדוא״ל.
users-email_taken = למשתמש אחר יש כתובת דוא״ל כזו או שם משתמש כזה.
    .next = יש לבחור משהו אחר.
users-bad_email = זו לא יכולה להיות כתובת דוא״ל.
    .next = יש לכתוב אותה בצורה הזו: name@example.com
users-bad_user_name = בשם משתמש צריכים להיות 1 עד 254 תווים נראים.
    .next = יש לבחור שם אחר.
users-bad_name = בשם יכולים להיות לכל היותר { $maximum } תווים נראים.
    .next = יש לקצר אותו.
users-missing_field = השדה { $name } חסר.
    .next = יש להוסיף אותו ולשלוח את הבקשה שוב.
users-one_sysadmin = כבר יש Sys. Admin, ותמיד יש רק אחד.
    .next = יש לבחור תפקיד אחר, או להעביר את התפקיד של ה-Sys. Admin.
users-last_sysadmin = אי אפשר למחוק את ה-Sys. Admin, לכבות אותו או לתת לו תפקיד אחר.
    .next = יש להעביר קודם את התפקיד למישהו אחר.
users-sysadmin_only = רק ה-Sys. Admin יכול לשנות את ה-Sys. Admin.
    .next = אפשר לפנות אל ה-Sys. Admin.
users-too_many = אלה יותר מ-{ $maximum } משתמשים בבת אחת.
    .next = יש לשלוח אותם בכמה בקשות.
users-twice_in_list = אותה כתובת או אותו שם משתמש מופיעים ברשימה פעמיים.
    .next = יש לשלוח כל משתמש פעם אחת.
users-settings_too_large = הגדרות הממשק האלה גדולות מדי.
    .next = יש לשמור בהן פחות.
users-changed_meanwhile = מישהו אחר שינה את המשתמש הזה ממש עכשיו.
    .next = יש לעיין בשינוי ולנסות שוב.
users-unknown_language = איננו דוברים עדיין את השפה הזו.
    .next = יש לבחור שפה מהרשימה.
users-not_an_array = גוף הבקשה צריך להיות רשימה.
    .next = יש לשים את הפריטים בסוגריים מרובעים.
users-wrong_type = סוג הערך בשדה { $name } שגוי.
    .next = יש לבדוק את סוג הערך שלו.
users-bad_number = הפרמטר הזה צריך להיות מספר שאינו שלילי.
    .next = יש לתקן אותו ולשלוח את הבקשה שוב.

users-title = משתמשים
users-lead = כל מי שרשאי להיכנס לכאן וכל מי שהוזמן.
users-user_name = שם משתמש
users-email = דואר אלקטרוני
users-role = תפקיד
users-last_active = פעילות אחרונה
users-search = חיפוש לפי שם, דואר אלקטרוני או מזהה
users-none = אין מי שמתאים
users-counted = { $count ->
    [one] משתמש אחד
   *[other] { $count } משתמשים
}
users-state_inactive = לא פעיל
