# רשימת המשתמשים: חיפוש, מסננים, תצוגות שמורות ופעולות על רבים.

users-unknown_view = אין לכם תצוגה כזו.
    .next = כדאי לבדוק ברשימת התצוגות.
users-bad_view_name = לתצוגה נדרש שם של עד { $maximum } תווים.
    .next = כדאי לבחור שם קצר.
users-view_name_taken = כבר יש לכם תצוגה בשם הזה.
    .next = כדאי לבחור שם אחר.
users-too_many_views = אפשר לשמור עד { $maximum } תצוגות.
    .next = כדאי למחוק אחת שאינה נחוצה.
users-too_many_at_once = הפעולה תחול על יותר מ-{ $maximum } משתמשים בבת אחת.
    .next = כדאי להוסיף מסננים ולבצע בכמה חלקים.
users-unknown_act = הפעולה הזו לא קיימת.
    .next = { $audience ->
        [scripts] יש לשלוח אחת מהמילים האלה: { $words }.
       *[other] כדאי לבחור פעולה מהרשימה.
    }
users-choose_role = לא נבחר תפקיד.
    .next = יש לבחור את התפקיד שיקבלו.
users-choose_group = לא צוינה קבוצה.
    .next = יש לציין את הקבוצה.
users-choose_whom = לא נאמר על מי מדובר, או שנאמר ביותר מדרך אחת.
    .next = יש לשלוח אחד מאלה: ids, query עם מסנן אחד לפחות, או everybody בערך true.
users-nobody_chosen = לא סומן אף אחד.
    .next = כדאי לחזור ולסמן משתמשים, או לבחור את כל המתאימים.
users-still_invited = ההזמנה עדיין לא התקבלה.
    .next = כדאי לשלוח את ההזמנה שוב.
users-not_oneself = זה החשבון שלך.
    .next = כדאי לבקש ממנהל אחר.
audit-event_users_save_view = רשימת משתמשים נשמרה כתצוגה
audit-event_users_change_view = תצוגה שמורה שונתה
audit-event_users_delete_view = תצוגה שמורה נמחקה
audit-event_users_export = רשימת המשתמשים יוצאה
audit-event_users_join_group = המשתמש צורף לקבוצה, תחת „משתמשים”
audit-event_users_leave_group = המשתמש הוצא מקבוצה, תחת „משתמשים”
users_list-search = מזהה, שם משתמש, דוא״ל, שם או אסימון
users_list-find = חיפוש
users_list-filters = מסננים
users_list-any = הכול
users_list-apply = החלה
users_list-clear = הצגת כולם
users_list-beginnings = לפי אות אחת או שתיים מוצגים מי ששמם או כתובתם מתחילים כך. מהאות השלישית החיפוש הוא גם בתוך השמות.
users_list-nobody_lead = אף אחד לא מתאים לחיפוש ולמסננים האלה.
users_list-gone_lead = הרשימה הזו מבקשת קבוצה או תפקיד שכבר אינם קיימים. הסירו את המסנן, או בחרו אחר.
users_list-group_gone = קבוצה שכבר אינה קיימת
users_list-role_gone = תפקיד שכבר אינו קיים
users_list-mixed_scripts = אלפביתים מעורבים בכתובת
users_list-id = מזהה
users_list-may_sign_in = פעיל
users_list-name = שם
users_list-groups = קבוצות
users_list-group = קבוצה
users_list-no_group = אין קבוצה בשם „{ $name }”, ואין קבוצה ששמה מכיל זאת.
users_list-no_group_but = אין קבוצה בשם „{ $name }”. אלה מכילות זאת בשמן: { $names }.
users_list-origin = מקור
users_list-origin_local = נוצר כאן
users_list-origin_sso = כניסה יחידה (SSO)
users_list-seat = מקום
users_list-seat_administrators = מנהלים
users_list-seat_designers = מעצבים
users_list-seat_viewers = צופים
users_list-state = מצב
users_list-state_active = פעיל
users_list-state_invited = הוזמן
users_list-state_locked = נעול
users_list-days_since = ימים מאז הפעילות האחרונה
users_list-created = נוצר
users_list-columns = עמודות
users_list-idle = לא פעיל (ימים)
users_list-everybody = כולם
users_list-previous = הקודם
users_list-next = הבא
users_list-export = ייצוא
users_list-export_csv = CSV
users_list-export_excel = CSV עבור Excel
users_list-bulk = שינוי של כמה בבת אחת
users_list-ticked = מסומנים: { $count }
users_list-all_fitting = כל המתאימים ({ $counted })
users_list-act = מה לעשות
users_list-act_activate = הפעלה
users_list-act_deactivate = השבתה
users_list-act_role = שינוי תפקיד
users_list-act_join = צירוף לקבוצה
users_list-act_leave = הוצאה מקבוצה
users_list-act_invite = שליחת ההזמנה שוב
users_list-act_end_sessions = סיום כל ההפעלות
users_list-act_delete = מחיקה
users_list-act_take_back = החזרת התפקידים הקודמים
users_list-act_bring_back = החזרת משתמשים שנמחקו
users_list-act_undo = ביטול הפעולה
users_list-unchanged = –
users_list-choose_role = יש לבחור תפקיד
users_list-idle_wrong = יש להזין מספר שלם של ימים, 1 לפחות.
users_list-look_first = הצגת מה שיקרה
users_list-bulk_deactivate = מי שמושבת מנותק מיד, ואפשר להפעילו שוב בכל עת.
users_list-bulk_delete = מי שנמחק מנותק מיד, ואסימוני ה-API שלו מפסיקים לפעול. מה שבבעלותו נשאר, תחת שמו כמשתמש לשעבר, ואפשר להעבירו תחת „בעלות”, לפני המחיקה או אחריה. במשך { $days } ימים אפשר להחזיר כל אחד מהם תחת „משתמשים שנמחקו”, ואת כולם יחד בדף של פעולה זו.
users_list-bulk_bring_back = כל אחד מהם חוזר כפי שהיה: השמות, התפקיד, הקבוצות, השפה והסיסמה, פעיל או מושבת כמו קודם, עם מה שהיה בבעלותו ואיש לא קיבל מאז. ההפעלות ואסימוני ה-API נשארים מסויימים. מי שרק הוזמן צריך הזמנה חדשה.
users_list-bulk_back_left_out = את מי שלא נכלל אפשר עדיין להחזיר אחד אחד עד תום 30 הימים, עם כתובת אחרת או שם משתמש אחר אם למישהו אחר יש כבר את שלו:
users_list-back = חזרה לרשימה
users_list-act_progress = { $done } מתוך { $total } משתמשים
users_list-act_stopped = הפעולה נעצרה אחרי { $done } מתוך { $total } משתמשים.
users_list-act_what = פעולה
users_list-acts = פעולות על משתמשים רבים
users_list-acts_lead = מה שנעשה למשתמשים רבים בבת אחת ב־30 הימים האחרונים, מהחדש לישן.
users_list-acts_none = אין עדיין פעולות
users_list-acts_none_lead = סמנו משתמשים ברשימה ובחרו מה לעשות איתם, וזה יופיע כאן.
users_list-act_by = על ידי
users_list-act_at = מתי
users_list-act_changed = שונו
users_list-act_left_out = הושמטו
users_list-act_running = בביצוע
users_list-act_done = הושלמה
users_list-act_is_stopped = נעצרה
users_list-act_stop = עצירה
users_list-views = תצוגות
users_list-views_lead = תצוגה שומרת חיפוש, מסננים, סדר ועמודות תחת שם.
users_list-views_none = אין עדיין תצוגות
users_list-views_none_lead = אפשר לסנן את רשימת המשתמשים ולשמור אותה כאן.
users_list-keep_view = שמירת התצוגה
users_list-view_name = שם
users_list-view_owner = של מי
users_list-view_actions = שינוי או מחיקה
users_list-view_shared = גלויה לכל המנהלים
users_list-view_for_all = שלי, לכל המנהלים
users_list-view_for_me = שלי
users_list-view_save = שמירה
users_list-view_change = שינוי שם או שיתוף
users_list-view_delete = מחיקה
users_list-view_delete_title = למחוק את התצוגה { $name }?
users_list-view_delete_text = המשתמשים שבה נשארים כפי שהם.
users_list-counted_more = { $count ->
   *[other] {"\u2066"}{ $count }+{"\u2069"} משתמשים
}
users_list-idle_days = { $count ->
    [one] לא פעיל יום אחד
    [two] לא פעיל יומיים
   *[other] לא פעיל { $count } ימים
}
users_list-more_groups = { $count ->
    [one] ועוד אחת
    [two] ועוד שתיים
   *[other] ועוד { $count }
}
users_list-bulk_yes = { $count ->
    [one] שינוי משתמש אחד
    [two] שינוי שני משתמשים
   *[other] שינוי { $count } משתמשים
}
users_list-bulk_yes_deactivate = { $count ->
    [one] השבתת משתמש אחד
    [two] השבתת שני משתמשים
   *[other] השבתת { $count } משתמשים
}
users_list-bulk_yes_activate = { $count ->
    [one] הפעלת משתמש אחד
    [two] הפעלת שני משתמשים
   *[other] הפעלת { $count } משתמשים
}
users_list-bulk_yes_end_sessions = { $count ->
    [one] סיום ההפעלות של משתמש אחד
    [two] סיום ההפעלות של שני משתמשים
   *[other] סיום ההפעלות של { $count } משתמשים
}
users_list-bulk_yes_invite = { $count ->
    [one] שליחת הזמנה אחת שוב
    [two] שליחת שתי הזמנות שוב
   *[other] שליחת { $count } הזמנות שוב
}
users_list-bulk_yes_delete = { $count ->
    [one] מחיקת משתמש אחד
    [two] מחיקת שני משתמשים
   *[other] מחיקת { $count } משתמשים
}
users_list-bulk_unchanged = { $count ->
    [one] אחד כבר כך.
    [two] שניים כבר כך.
   *[other] { $count } כבר כך.
}
users_list-bulk_refused = { $count ->
    [one] אחד לא ייכלל.
    [two] שניים לא ייכללו.
   *[other] { $count } לא ייכללו.
}
users_list-bulk_reasons = { $count ->
    [one] הסיבה: אחד מהם
    [two] הסיבות: שניים מהם
   *[other] הסיבות: { $count } מהם
}
users_list-bulk_changed = { $all ->
    [one] { $changed } מתוך משתמש אחד ישתנה.
    [two] { $changed } מתוך שני משתמשים ישתנו.
   *[other] { $changed } מתוך { $all } משתמשים ישתנו.
}
users_list-bulk_done = { $changed ->
    [one] שונה משתמש אחד, { $refused } לא נכללו.
    [two] שונו שני משתמשים, { $refused } לא נכללו.
   *[other] שונו { $changed } משתמשים, { $refused } לא נכללו.
}
users_list-act_bring_these_back = { $count ->
    [one] החזרת המשתמש הזה
    [two] החזרת שני המשתמשים האלה
   *[other] החזרת { $count } המשתמשים האלה
}
users_list-bulk_yes_bring_back = { $count ->
    [one] החזרת משתמש אחד
    [two] החזרת שני משתמשים
   *[other] החזרת { $count } משתמשים
}
users_list-bulk_back = { $all ->
    [one] { $changed } מתוך משתמש אחד יחזור.
    [two] { $changed } מתוך שני משתמשים יחזרו.
   *[other] { $changed } מתוך { $all } משתמשים יחזרו.
}
users_list-bulk_back_already = { $count ->
    [one] אחד כבר חזר.
    [two] שניים כבר חזרו.
   *[other] { $count } כבר חזרו.
}
users_list-bulk_back_done = { $changed ->
    [one] הוחזר משתמש אחד, { $refused } לא נכללו.
    [two] הוחזרו שני משתמשים, { $refused } לא נכללו.
   *[other] הוחזרו { $changed } משתמשים, { $refused } לא נכללו.
}
users-list_bulk_more = ועוד { $count }
users-list_unknown = ״{ $word }״ אינו מוכר כאן
users_list-view_of = { $name } (של { $owner })
users_list-view_delete_shared = איש לא יראה עוד את התצוגה הזאת. המשתמשים שבה נשארים כפי שהם.
users_list-bulk_done_delete = { $changed ->
    [one] נמחק משתמש אחד, { $refused } לא נכללו.
    [two] נמחקו שני משתמשים, { $refused } לא נכללו.
   *[other] נמחקו { $changed } משתמשים, { $refused } לא נכללו.
}
users_list-bulk_done_deactivate = { $changed ->
    [one] הושבת משתמש אחד, { $refused } לא נכללו.
    [two] הושבתו שני משתמשים, { $refused } לא נכללו.
   *[other] הושבתו { $changed } משתמשים, { $refused } לא נכללו.
}
users_list-bulk_done_activate = { $changed ->
    [one] הופעל משתמש אחד, { $refused } לא נכללו.
    [two] הופעלו שני משתמשים, { $refused } לא נכללו.
   *[other] הופעלו { $changed } משתמשים, { $refused } לא נכללו.
}
users_list-bulk_done_role = { $changed ->
    [one] משתמש אחד קיבל את התפקיד, { $refused } לא נכללו.
    [two] שני משתמשים קיבלו את התפקיד, { $refused } לא נכללו.
   *[other] { $changed } משתמשים קיבלו את התפקיד, { $refused } לא נכללו.
}
users_list-bulk_done_join = { $changed ->
    [one] משתמש אחד צורף לקבוצה, { $refused } לא נכללו.
    [two] שני משתמשים צורפו לקבוצה, { $refused } לא נכללו.
   *[other] { $changed } משתמשים צורפו לקבוצה, { $refused } לא נכללו.
}
users_list-bulk_done_leave = { $changed ->
    [one] משתמש אחד הוצא מהקבוצה, { $refused } לא נכללו.
    [two] שני משתמשים הוצאו מהקבוצה, { $refused } לא נכללו.
   *[other] { $changed } משתמשים הוצאו מהקבוצה, { $refused } לא נכללו.
}
users_list-bulk_done_invite = { $changed ->
    [one] נשלחה שוב הזמנה אחת, { $refused } לא נכללו.
    [two] נשלחו שוב שתי הזמנות, { $refused } לא נכללו.
   *[other] נשלחו שוב { $changed } הזמנות, { $refused } לא נכללו.
}
users_list-bulk_done_end_sessions = { $changed ->
    [one] הסתיימו ההפעלות של משתמש אחד, { $refused } לא נכללו.
    [two] הסתיימו ההפעלות של שני משתמשים, { $refused } לא נכללו.
   *[other] הסתיימו ההפעלות של { $changed } משתמשים, { $refused } לא נכללו.
}
users_list-bulk_done_take_back = { $changed ->
    [one] משתמש אחד קיבל בחזרה את תפקידו הקודם, { $refused } לא נכללו.
    [two] שני משתמשים קיבלו בחזרה את תפקידיהם הקודמים, { $refused } לא נכללו.
   *[other] { $changed } משתמשים קיבלו בחזרה את תפקידיהם הקודמים, { $refused } לא נכללו.
}
users_list-bulk_owned = בבעלותם: { $what }.
users_list-bulk_owned_more = בבעלותם לפחות: { $what }.
users_list-bulk_owned_nothing = אין דבר בבעלותם, ולכן דבר לא יאבד.
users_list-bulk_hand_over = להעביר תחילה את מה שבבעלותם
users_list-bulk_deactivate_instead = מי שמושבת אינו יכול להיכנס, מפנה את המקום ושומר הכול. אפשר לבטל זאת בכל עת.
users_list-bulk_whole = הפעולה חלה על כל המתאימים לרשימה, לא רק על המסומנים.
users_list-bulk_changed_delete = { $changed ->
    [one] משתמש אחד מתוך { $all } יימחק.
    [two] שני משתמשים מתוך { $all } יימחקו.
   *[other] { $changed } מתוך { $all } משתמשים יימחקו.
}
