# Who owns what on the platform.

ownership-unknown_object = הפריט הזה אינו רשום.
    .next = יש לעיין שוב ברשימה.
ownership-unknown_kind = אין סוג פריט כזה.
    .next = יש להשתמש באחד מאלה: dashboard, folder, datamodel, connection, alert, report, notebook, other.
ownership-bad_external_id = במזהה צריכים להיות 1 עד { $maximum } תווים נראים.
    .next = יש להעתיק אותו מהפלטפורמה.
ownership-bad_title = בכותרת יכולים להיות לכל היותר { $maximum } תווים נראים.
    .next = יש לקצר אותה.
ownership-unknown_user = אין כאן מי שנקרא בדיוק ״{ $name }״.
    .next = אפשר לבחור מהרשימה, או לכתוב את כתובת הדוא״ל או את שם המשתמש במלואם.
ownership-several_users = יש כמה אנשים בשם ״{ $name }״: { $who }.
    .next = יש לכתוב את כתובת הדוא״ל, את שם המשתמש או את המזהה של מי שהכוונה אליו.
ownership-owned_by_other = הפריט הזה שייך ל-{ $name }.
    .next = יש להעביר אותו במקום לרשום אותו.
ownership-too_many = זה יותר מ-{ $maximum } בבת אחת.
    .next = יש לשלוח בכמה שלבים.
ownership-same_owner = זה יישאר אצל אותו משתמש.
    .next = יש לבחור מישהו אחר.
ownership-both_named = פריטים מסוימים וכל מה שיש לבעלים נזכרים יחד.
    .next = יש לשלוח objects, או from עם kind או בלעדיו.
ownership-nothing_chosen = לא סומן אף פריט.
    .next = יש לסמן את הפריטים להעברה.
ownership-not_text = הטבלה אינה ב־UTF-8, ולכן הכותרות היו משתבשות.
    .next = בגיליון האלקטרוני שמרו אותה כ־„CSV UTF-8” או כ־„טקסט Unicode”.
ownership-bad_table = בטבלה חסרה העמודה { $column }.
    .next = בשורה הראשונה צריכים להופיע שמות העמודות kind, external_id, title ו-owner.
ownership-open_quote = המירכאות שנפתחות בשורה { $line } אינן נסגרות.
    .next = יש לסגור אותן, או להכפיל את אלה ששייכות לטקסט.
ownership-no_rows = אין בטבלה אף שורה מתחת לכותרות.
    .next = יש לבחור טבלה עם שורה לכל פריט.
ownership-surplus = בשורה הזו יש יותר תאים מאשר בשורה הראשונה: ״{ $cell }״ יישמט, וייתכן שהערכים שלה עומדים תחת כותרות שגויות.
    .next = הקיפו במירכאות תא שמכיל את התו המפריד, כמו "Smith, Jr.", או תנו כותרת לכל עמודה.
ownership-named_twice = שורה { $line } אומרת דבר אחר על אותו פריט.
    .next = יש להשאיר שורה אחת לכל פריט.
ownership-unknown_transfer = אין העברה כזו.
    .next = יש לעיין ברשימת ההעברות.
ownership-bad_rule = ההרשאה הזו אינה מוכרת.
    .next = יש להשתמש ב-view, ב-edit או ב-none.
ownership-unknown_folder = אין תיקייה בשם ”{ $name }“.
    .next = יש לרשום קודם את התיקייה.
ownership-folder_circle = תיקייה אינה יכולה להימצא בתוך עצמה.
    .next = יש לבחור תיקייה שמחוצה לה.
ownership-too_deep = תיקיות נמצאות זו בתוך זו לעומק של { $maximum } רמות לכל היותר.
    .next = יש לבחור תיקייה גבוהה יותר.
ownership-kind_dashboard = לוח מחוונים
ownership-kind_folder = תיקייה
ownership-kind_datamodel = מודל נתונים
ownership-kind_connection = חיבור
ownership-kind_alert = התראה
ownership-kind_report = דוח
ownership-kind_notebook = מחברת
ownership-kind_other = אחר
ownership-title = בעלות
ownership-lead = למי שייכים כל לוח מחוונים, תיקייה ומודל נתונים. התוכן עצמו נשאר בפלטפורמה. בעלים קודמים שעדיין יכולים לצפות או לערוך מופיעים כאן במשך { $days } יום.
ownership-register = רישום פריט
ownership-register_lead = רישום של משהו שנמצא בפלטפורמה. בדרך כלל הפלטפורמה עושה זאת בעצמה.
ownership-upload = רישום מטבלה
ownership-upload_lead = עד 10,000 שורות. שורות תקינות נקלטות גם אם אחרות שגויות, וחזרה על הפעולה לא משנה דבר.
ownership-upload_columns = בשורה הראשונה שמות העמודות:
ownership-upload_file = קובץ CSV
ownership-upload_text = או הדבקה של הטבלה כאן
ownership-upload_do = רישום מה שבטבלה
ownership-upload_result = מה קרה לכל שורה
ownership-upload_result_lead = שורות שנדחו מופיעות ראשונות. אפשר לתקן אותן ולשלוח שוב את הטבלה.
ownership-line = שורה
ownership-verdict = תוצאה
ownership-verdict_added = נוסף
ownership-verdict_updated = עודכן
ownership-verdict_unchanged = ללא שינוי
ownership-verdict_refused = נדחה
ownership-object = פריט
ownership-object_title = כותרת
ownership-external_id = מזהה בפלטפורמה
ownership-external_id_hint = כפי שהוא מופיע בכתובת הפריט.
ownership-kind = סוג
ownership-owner = בעלים
ownership-changed = השתנה
ownership-actions = פעולות
ownership-all_kinds = כל הסוגים
ownership-search = חיפוש לפי כותרת או מזהה
ownership-filter = הצגה
ownership-none = אין מה שמתאים
ownership-none_lead = עדיין לא נרשם דבר, או שדבר אינו מתאים לסינון.
ownership-shown =
    { $count ->
        [one] מוצג פריט אחד
        [two] מוצגים שני פריטים
       *[other] מוצגים { $count } פריטים
    }
ownership-former = משתמש לשעבר { $name }
ownership-owns = מה בבעלות המשתמש
ownership-owns_nothing = אין דבר בבעלות המשתמש.
ownership-count = כמה
ownership-person_hint = כתובת דוא״ל, שם משתמש או חלק מהשם
ownership-meant = ייתכן שהכוונה היא אל:
ownership-of_former = אלה היו שייכים אל { $name }, שהחשבון שלו נמחק.
ownership-from = ממי
ownership-from_several = כמה בעלים
ownership-to = למי
ownership-keeps = הבעלים הקודם
ownership-keeps_view = יוכל להמשיך לצפות
ownership-keeps_edit = יוכל להמשיך לערוך
ownership-keeps_none = לא שומר דבר
ownership-hand_over = העברה
ownership-hand_over_all = העברה ממשתמש
ownership-hand_over_all_lead = כל מה שבבעלות מישהו, או הכול מסוג אחד, גם של משתמש לשעבר.
ownership-go_on = המשך
ownership-ticked = העברת המסומנים
ownership-unregister = הסרה
ownership-unregister_title = להסיר את הפריט מהרישום?
ownership-unregister_text = ״{ $title }״ נשאר בפלטפורמה כפי שהוא, אבל איש לא יופיע עוד כבעליו.
ownership-done_registered = נרשם
ownership-done_unregistered = הוסר מהרישום
ownership-transfer = העברה
ownership-transfers = העברות
ownership-transfers_lead = מה עבר ידיים לאחרונה. הפלטפורמה עוקבת אחר כך דרך ה-API. במשך { $days } יום אפשר להחזיר את מה שהועבר.
ownership-transfers_none = עדיין דבר לא עבר ידיים
ownership-transfers_none_lead = העברות יופיעו כאן ברגע שיהיו.
ownership-when = מתי
ownership-what = מה
ownership-by = על ידי
ownership-what_hand_over = הועבר
ownership-what_remove = הוסר מהרישום
ownership-what_restore = הוחזר
ownership-state = מצב
ownership-state_running = בתהליך
ownership-state_done = הושלם
ownership-state_stopped = נעצר: המקבל כבר אינו קיים, או שהבעלים חזר
ownership-moved = { $moved } מתוך { $total }
ownership-moved_none = אף פריט לא עבר ידיים.
ownership-moved_kinds = מה הועבר
ownership-look_again = רענון
ownership-switched_off = החשבון של { $name } מושבת: איש לא יטפל במה שיימסר.
    .next = יש לבחור מישהו שיכול להיכנס, או להפעיל קודם את החשבון.
ownership-only_invited = { $name } קיבל הזמנה ועדיין לא אישר אותה: איש לא יטפל במה שיימסר.
    .next = יש לבחור מישהו שיכול להיכנס, או להמתין עד שההזמנה תאושר.
ownership-user_needed = השדה הזה נדרש: הוא מציין משתמש.
    .next = יש לכתוב את כתובת הדוא״ל, את שם המשתמש או את המזהה.
ownership-to_service = { $name } הוא חשבון שירות: סקריפטים משתמשים בו, ואיש אינו נכנס אליו כדי לטפל במה שיקבל.
ownership-counted_dashboard = { $count ->
    [one] לוח מחוונים אחד
    [two] שני לוחות מחוונים
   *[other] { $count } לוחות מחוונים
}
ownership-counted_folder = { $count ->
    [one] תיקייה אחת
    [two] שתי תיקיות
   *[other] { $count } תיקיות
}
ownership-counted_datamodel = { $count ->
    [one] מודל נתונים אחד
    [two] שני מודלי נתונים
   *[other] { $count } מודלי נתונים
}
ownership-counted_connection = { $count ->
    [one] חיבור אחד
    [two] שני חיבורים
   *[other] { $count } חיבורים
}
ownership-counted_alert = { $count ->
    [one] התראה אחת
    [two] שתי התראות
   *[other] { $count } התראות
}
ownership-counted_report = { $count ->
    [one] דוח אחד
    [two] שני דוחות
   *[other] { $count } דוחות
}
ownership-counted_notebook = { $count ->
    [one] מחברת אחת
    [two] שתי מחברות
   *[other] { $count } מחברות
}
ownership-counted_other = { $count ->
    [one] אובייקט אחר אחד
    [two] שני אובייקטים אחרים
   *[other] { $count } אובייקטים אחרים
}
ownership-others_by_now = בינתיים מתאימים פריטים אחרים מאלה שראיתם.
    .next = עיינו במספרים החדשים ואשרו שוב.
ownership-too_many_fit = יותר מ-{ $maximum } פריטים מתאימים, וכל כך הרבה לא מועברים יחד.
    .next = צמצמו את הסינון, או העבירו את כל מה שבבעלות משתמש אחד.
ownership-still_running = ההעברה הזאת עדיין בתהליך.
    .next = המתינו עד שתושלם.
ownership-not_handed_over = כאן לא הועבר דבר.
    .next = בחרו העברה שבה פריטים עברו ידיים.
ownership-nothing_left = דבר מכל זה אינו יכול לעבור ידיים.
    .next = עיינו במה שיקרה, ובסיבה שדבר אינו אפשרי.
ownership-passed_on = בינתיים הפריט בבעלות { $name }.
    .next = סמנו אותו ברשימה אם עליו לעבור ידיים שוב.
ownership-owner_gone = החשבון של { $name }, שהפריט היה בבעלותו, נמחק.
    .next = החזירו קודם את המשתמש, או העבירו את הפריט למישהו אחר.
ownership-would = מה יקרה
ownership-would_change = { $all ->
    [one] { $changed } מתוך פריט אחד יעבור ידיים.
    [two] { $changed } מתוך שני פריטים יעברו ידיים.
   *[other] { $changed } מתוך { $all } פריטים יעברו ידיים.
}
ownership-would_stay = { $count ->
    [one] אחד כבר אצל המקבל.
    [two] שניים כבר אצל המקבלים.
   *[other] { $count } כבר אצל המקבלים.
}
ownership-yes = { $count ->
    [one] העברת פריט אחד
    [two] העברת שני פריטים
   *[other] העברת { $count } פריטים
}
ownership-and_others = ואחרים
ownership-all_fitting = כל המתאימים ({ $counted })
ownership-counted_all = { $count ->
    [one] פריט אחד
    [two] שני פריטים
   *[other] { $count } פריטים
}
ownership-counted_more = { $count ->
    [one] יותר מפריט אחד
    [two] יותר משני פריטים
   *[other] יותר מ-{ $count } פריטים
}
ownership-kept_view = היה בבעלות { $name }, שיכול עדיין לצפות בו
ownership-kept_edit = היה בבעלות { $name }, שיכול עדיין לערוך אותו
ownership-hand_back = החזרה
ownership-hand_back_until = אפשר להחזיר עד { $date }.
ownership-hand_back_over = { $days } הימים שבהם היה אפשר להחזיר עברו.
ownership-what_hand_back = הוחזר לבעליו
ownership-to_former = מי שהיה הבעלים קודם
ownership-back_of = מבטל
ownership-back_of_this = העברה קודמת
ownership-moved_objects = מי קיבל מה
ownership-moved_more = הבא
ownership-owner_now = הבעלים כעת
ownership-transfers_shown = { $count ->
    [one] מוצגת העברה אחת
    [two] מוצגות שתי העברות
   *[other] מוצגות { $count } העברות
}
audit-event_ownership_export = רשימת הפריטים יוצאה
