# Deleting users, and bringing them back.

users-name_not_typed = יש להקליד את השם ״{ $name }״ כדי להסיר דברים מהרישום.
    .next = אפשר גם לשמור אותם או להעביר אותם.
users-unknown_deleted = אי אפשר עוד להחזיר את המשתמש הזה.
    .next = הוא כבר הוחזר, או שעברו 30 הימים.
users-undo_over = עברו { $days } הימים שבהם אפשר היה להחזיר את המשתמש הזה.
    .next = הוסיפו את המשתמש מחדש.
users-deleted_again = המשתמש הזה חזר בינתיים, ואז נמחק שלא על ידי פעולה זו.
    .next = אם גם זו הייתה טעות, החזירו את המשתמש תחת „משתמשים שנמחקו”.
users-last_owner = ל־{ $name } אין בעלים אחר מלבד משתמש זה, ולארגון תמיד נשאר בעלים.
    .next = תחילה הפכו מישהו אחר לבעלים של הארגון.
users-delete_user = מחיקת המשתמש
users-delete_title = למחוק את { $name }?
users-delete_lead = כאן רואים מה יסתיים, ומחליטים מה יהיה על מה שבבעלות המשתמש.
users-deactivate_instead = השבתה במקום מחיקה
users-deactivate_instead_title = הדרך העדינה יותר
users-deactivate_lead = משתמש מושבת אינו יכול להיכנס, מפנה את המקום ושומר הכול. אפשר לבטל זאת בכל עת.
users-delete_ends = מה מסתיים
users-delete_sessions = הפעלות
users-delete_tokens = אסימוני API
users-delete_groups = קבוצות
users-delete_owns_nothing = אין דבר בבעלות המשתמש, ולכן דבר לא יאבד.
users-delete_owns = מה יהיה על מה שבבעלות { $name }?
users-delete_kept = מה שבבעלות { $name } נשאר, בשמו של משתמש לשעבר.
users-delete_kind = { $kind }: { $count }
users-delete_keep = שמירה תחת השם הקודם
users-delete_hand_over = העברה
users-delete_remove = הסרה מהרישום
users-delete_to = מי מקבל את מה שמועבר
users-delete_to_kind = { $kind }: מישהו אחר
users-delete_type_name = יש להקליד ״{ $name }״
users-delete_type_name_hint = רק אם מסירים משהו מהרישום
users-delete_undo = אפשר לבטל זאת במשך { $days } יום, למעט הפעלות ואסימונים. מה שהועבר יישאר אז במקומו.
users-deleted_done = המשתמש נמחק. אפשר לבטל זאת כאן.
users-deleted_title = משתמשים שנמחקו
users-deleted_lead = אפשר להחזיר אותם במשך { $days } יום, עם הקבוצות, התפקיד, הסיסמה ומה שבבעלותם.
users-deleted_none = אין את מי להחזיר
users-deleted_none_lead = מי שנמחק נשאר כאן 30 יום.
users-deleted_at = נמחק
users-deleted_by = על ידי
users-deleted_until = עד
users-undo = ביטול המחיקה
users-undo_title = להחזיר את { $name }?
users-undo_lead = החשבון חוזר כפי שהיה, מלבד מה שנאמר כאן.
users-undo_back = השמות, התפקיד, הקבוצות, השפה והסיסמה חוזרים, והמשתמש פעיל או מושבת כמו קודם.
users-undo_ended = ההפעלות ואסימוני ה-API נשארים מסויימים. מי שרק הוזמן צריך הזמנה חדשה.
users-undo_owned = מה שהיה בבעלות המשתמש ואיש לא קיבל מאז חוזר אליו. מה שהועבר נשאר אצל הבעלים החדשים; מנהל יכול להחזיר אותו.
users-undo_owned_link = אל הבעלות על אובייקטים
users-undo_taken = למישהו אחר יש כבר כתובת דוא״ל כזו או שם משתמש כזה. שניהם יכולים להישאר אם משתמש זה יקבל כתובת אחרת או שם אחר.
users-undo_email = כתובת דוא״ל אחרת
users-undo_email_hint = ריק: הכתובת הקודמת
users-undo_user_name = שם משתמש אחר
users-delete_would = מה יקרה
users-delete_would_end =
    { $sessions ->
        [one] הפעלה אחת תסתיים,
        [two] שתי הפעלות יסתיימו,
       *[other] { $sessions } הפעלות יסתיימו,
    } { $tokens ->
        [one] אסימון API אחד יפסיק לפעול.
        [two] שני אסימוני API יפסיקו לפעול.
       *[other] { $tokens } אסימוני API יפסיקו לפעול.
    }
users-delete_would_go = עובר אל { $name }
users-delete_would_stay = נשאר תחת השם הקודם { $name }
users-delete_would_leave = יוצא מהרישום
users-undone = { $name } חזר למערכת.
users-undone_given =
    { $count ->
        [one] אובייקט אחד הועבר כשהמשתמש נמחק. הוא נשאר אצל הבעלים החדשים.
        [two] שני אובייקטים הועברו כשהמשתמש נמחק. הם נשארים אצל הבעלים החדשים.
       *[other] { $count } אובייקטים הועברו כשהמשתמש נמחק. הם נשארים אצל הבעלים החדשים.
    }
users-undone_many =
    { $count ->
        [one] משתמש אחד חזר.
        [two] שני משתמשים חזרו.
       *[other] { $count } משתמשים חזרו.
    }
users-undone_left_out =
    { $count ->
        [one] משתמש אחד לא הוחזר:
        [two] שני משתמשים לא הוחזרו:
       *[other] { $count } משתמשים לא הוחזרו:
    }
