# קבוצות: הרשימה, קבוצה אחת, החברים בה, ומה שקבוצות דוחות.

groups-wrong_type = סוג הערך בשדה { $name } שגוי.
    .next = יש לבדוק את סוג הערך שלו.
groups-title = קבוצות
groups-lead = משתמשים שיש להם במשותף שפה, מגבלת זמן להפעלה ותכנים משותפים.
groups-search = חיפוש לפי שם או מזהה
groups-none = לא נמצאו קבוצות
groups-none_lead = אין קבוצה שמתאימה לחיפוש.
groups-new = קבוצה חדשה
groups-name = שם הקבוצה
groups-name_hint = כולם רואים אותו במקום שבו משתפים.
groups-members = חברים
groups-inside_count = { $count ->
    [one] מכילה קבוצה אחת
    [two] מכילה שתי קבוצות
   *[other] מכילה { $count } קבוצות
}
groups-count_with_inside = { $count } כולל הקבוצות המוכלות
groups-changed = שונתה לאחרונה
groups-built_in = מובנית
groups-being_deleted_mark = במחיקה
groups-being_brought_back_mark = בשחזור
groups-everyone = כולם
groups-admins = מנהלים
groups-counted = { $count ->
    [one] קבוצה אחת
    [two] שתי קבוצות
   *[other] { $count } קבוצות
}
groups-counted_many = יותר מ-{ NUMBER($count) } קבוצות
groups-to_first = לעמוד הראשון
groups-next = לעמוד הבא

groups-settings = הגדרות
groups-settings_lead = מה שהקבוצה נותנת לחבריה.
groups-role = תפקיד ברירת מחדל
groups-role_hint = למשתמשים שנוצרים אוטומטית בגלל הקבוצה. מי שנוצר ידנית שומר על התפקיד שלו.
groups-role_none = לפי השרת
groups-language = שפת ברירת מחדל
groups-language_hint = לחברים שלא בחרו שפה. הקבוצה הקרובה ביותר קובעת, ובין קרובות באותה מידה הראשונה לפי שם.
groups-language_none = לפי השרת
groups-session_minutes = מגבלת זמן להפעלה, בדקות
groups-session_minutes_hint = אחרי זמן כזה ללא שימוש החברים מנותקים. המגבלה הקצרה ביותר מבין כל הקבוצות שלהם קובעת: קצרה יותר מיד, ארוכה יותר מהכניסה הבאה. השאירו ריק כדי ללכת לפי השרת.
groups-minutes = { $count ->
    [one] דקה אחת
    [two] שתי דקות
   *[other] { $count } דקות
}
groups-theme = ערכת עיצוב
groups-theme_hint = שם העיצוב שהחברים רואים. השאירו ריק לעיצוב הרגיל.
groups-excluded = הוצאה מהשיתוף
groups-excluded_hint = הקבוצה לא מוצעת במקום שבו משתפים.
groups-yes = כן
groups-no = לא
groups-create = יצירת הקבוצה
groups-derived_notice = הקבוצה הזו היא חלק מהמוצר: אי אפשר לשנות את שמה או למחוק אותה, והחברים בה נקבעים לפי המשתמשים.
groups-being_deleted_notice = הקבוצה הזו נמחקת כעת: החברים בה עוזבים אותה בהדרגה. עד אז היא לא מקבלת איש ואי אפשר לשנות אותה; אחרי שתימחק אפשר יהיה להחזיר אותה במשך 30 יום.
groups-being_brought_back_notice = הקבוצה הזו מוחזרת כעת: החברים בה חוזרים אליה בהדרגה. עד שכולם יחזרו היא לא מקבלת איש נוסף ואי אפשר לשנות אותה.
groups-changed_notice_title = מישהו אחר שינה את הקבוצה בינתיים
groups-changed_notice = כאן מופיע מה שהקלדתם. שמרו שוב כדי להחליף את מה שכתוב עכשיו:

groups-inside = קבוצות מוכלות
groups-inside_lead = החברים בהן נחשבים חברים בקבוצה הזו.
groups-members_with_inside = חברים כולל הקבוצות המוכלות: { $count }
groups-inside_none = אין קבוצות בתוך הקבוצה הזו.
groups-inside_add = הוספת קבוצה לפי שם
groups-inside_add_button = הוספת הקבוצה
groups-inside_remove = הוצאה
groups-around = נמצאת בתוך
groups-around_lead = הקבוצות האלה סופרות את חברי הקבוצה הזו כחבריהן.

groups-members_lead = לפי הסדר שבו נוצרו החשבונות.
groups-members_counted = { $count ->
    [0] עדיין אין אף אחד
    [one] חבר אחד
    [two] שני חברים
   *[other] { $count } חברים
}
groups-members_counted_many = יותר מ-{ NUMBER($count) } חברים
groups-members_direct = חברים ישירים
groups-members_all = כולל קבוצות מוכלות
groups-members_search = חיפוש בין החברים
groups-members_none = עדיין אין כאן אף אחד
groups-members_none_lead = הוסיפו אנשים לפי שם או כתובת, או הדביקו רשימה שלמה.
groups-members_only_inside = לקבוצה עצמה אין חברים
groups-members_only_inside_lead = בקבוצות המוכלות יש { $count }.
groups-members_only_inside_show = הצגה
groups-members_no_match = אף אחד לא מתאים
groups-members_no_match_lead = חפשו משהו אחר.
groups-member = חבר
groups-member_email = דוא״ל
groups-member_role = תפקיד
groups-member_inactive = לא פעיל
groups-member_remove = הסרה
groups-add_title = הוספת אנשים
groups-find = שם, שם משתמש או דוא״ל
groups-find_hint = ההתחלה של אחד מהם מספיקה.
groups-find_button = חיפוש
groups-find_none = לאף אחד מחוץ לקבוצה אין שם, שם משתמש או כתובת שמתחילים כך.
groups-add = הוספה
groups-paste = הדבקת רשימה
groups-paste_hint = כתובות או שמות משתמש, אחד בכל שורה או מופרדים בפסיקים; לכל היותר { NUMBER($maximum) }.
groups-paste_button = הוספת כולם
groups-added_some = { $count ->
    [one] נוסף אדם אחד.
    [two] נוספו שני אנשים.
   *[other] נוספו { $count } אנשים.
}
groups-removed_some = { $count ->
    [one] הוסר אדם אחד.
    [two] הוסרו שני אנשים.
   *[other] הוסרו { $count } אנשים.
}
groups-already_some = { $count ->
    [one] אחד כבר היה בקבוצה.
    [two] שניים כבר היו בקבוצה.
   *[other] { $count } כבר היו בקבוצה.
}
groups-unknown_some = אין כאן מי שנקרא כך:
groups-deleted_title = קבוצות שנמחקו
groups-deleted_lead = אפשר לשחזר אותן במשך { $days } ימים, עם החברים, התפקיד, השפה, מגבלת ההפעלה ומקומן בין קבוצות אחרות.
groups-deleted_none = אין קבוצה לשחזר
groups-deleted_none_lead = כל קבוצה שנמחקת נשארת כאן 30 יום.
groups-undo_title = לשחזר את הקבוצה { $name }?
groups-undo_lead = החברים חוזרים כל עוד הם עדיין משתמשים. מי שקיבל את תפקידו מהקבוצה הזו שומר אותו כתפקיד שלו.
groups-undo_name = שם אחר
groups-undo_name_hint = רק אם לקבוצה אחרת יש כבר השם הזה
groups-brought_back = הקבוצה שוחזרה
groups-delete_undo = אפשר לבטל זאת במשך { $days } ימים.
groups-unknown_deleted = לא ניתן עוד לשחזר את הקבוצה הזו.
    .next = היא כבר שוחזרה, או ש-30 הימים עברו.
groups-choose_hint = יש להקליד את השם. די בחלק ממנו כדי לראות את הקבוצות שמכילות אותו.
groups-beyond_some = לאנשים האלה תפקידים מעבר לשלכם, והם נשארו כפי שהם:
groups-everyone_notice = כל המשתמשים נמצאים בקבוצה הזו.
groups-admins_notice = כל המשתמשים עם תפקיד של מנהל נמצאים בקבוצה הזו.
groups-see_users = צפייה במשתמשים

groups-delete = מחיקת הקבוצה
groups-delete_title = למחוק את הקבוצה { $name }?
groups-delete_users_stay = אף משתמש לא נמחק.
groups-delete_members = { $count ->
    [0] אין בה חברים.
    [one] חבר אחד עוזב אותה.
    [two] שני חברים עוזבים אותה.
   *[other] { $count } חברים עוזבים אותה.
}
groups-delete_members_many = יותר מ-{ NUMBER($count) } חברים עוזבים אותה.
groups-delete_came_in = { $count ->
    [one] משתמש אחד הגיע דרך הקבוצה ושומר על התפקיד שלה כתפקידו.
    [two] שני משתמשים הגיעו דרך הקבוצה ושומרים על התפקיד שלה כתפקידם.
   *[other] { $count } משתמשים הגיעו דרך הקבוצה ושומרים על התפקיד שלה כתפקידם.
}
groups-delete_inside = קבוצות מוכלות שנשארות: { $names }
groups-delete_around = קבוצות שמאבדות את חבריה: { $names }
groups-delete_milder = אם המטרה היא רק להפסיק לשתף איתה, אפשר להוציא אותה מהשיתוף במקום זאת.
groups-delete_milder_link = פתיחת ההגדרות
groups-created = הקבוצה נוצרה.
groups-saved = נשמר.
groups-deleted = הקבוצה נמחקה, ואף משתמש לא נמחק.
groups-nested = הקבוצה הוכנסה פנימה.
groups-unnested = הקבוצה הוצאה.

groups-name_taken = לקבוצה אחרת כבר יש שם כזה.
    .next = בחרו שם אחר.
groups-looks_built_in = השם הזה נראה כמו שם הקבוצה ”{ $name }“, שהשרת מנהל.
    .next = בחרו שם שאיש לא יחליף בו.
groups-reserved_name = קבוצה אינה יכולה להיקרא ”{ $name }“: בנתיבים של ה־API יש לזה משמעות אחרת.
    .next = בחרו שם אחר.
groups-bad_name = בשם של קבוצה צריכים להיות 1 עד { $maximum } תווים נראים.
    .next = בחרו שם אחר.
groups-derived = החברים ב„כולם” וב„מנהלים” נקבעים לפי המשתמשים עצמם.
    .next = השתמשו לשם כך בקבוצה משלכם.
groups-being_deleted = הקבוצה { $name } נמחקת כעת.
    .next = השתמשו בקבוצה אחרת, או החזירו את זו אחרי שתימחק: במשך 30 יום היא מופיעה בין הקבוצות שנמחקו.
groups-being_brought_back = הקבוצה { $name } מוחזרת כעת, ועוד לא כל החברים חזרו אליה.
    .next = המתינו רגע ונסו שוב.
groups-changed_meanwhile = מישהו אחר שינה את הקבוצה הזו ממש עכשיו.
    .next = הסתכלו על השינוי ושמרו שוב.
groups-bad_minutes = המגבלה היא מספר שלם של דקות, מ-1 עד { $maximum }.
    .next = תקנו אותה, או השאירו ריק.
groups-bad_language = עדיין איננו מדברים בשפה הזו.
    .next = בחרו אחת מהרשימה.
groups-bad_theme = בשם של ערכת עיצוב יש לכל היותר { $maximum } תווים נראים.
    .next = קצרו אותו.
groups-no_sysadmin = אף קבוצה לא יכולה להפוך מישהו ל-Sys. Admin.
    .next = בחרו תפקיד אחר.
groups-too_many = יכולות להיות לכל היותר { $maximum } קבוצות.
    .next = מחקו קבוצות שאיש אינו צריך.
groups-too_many_at_once = זה יותר מ-{ $maximum } בבת אחת.
    .next = עשו זאת בכמה צעדים.
groups-too_many_of_user = משתמש אחד יכול להיות ב-{ $maximum } קבוצות לכל היותר.
    .next = הכניסו קבוצות לתוך קבוצות במקום זאת.
groups-unknown_expand = אין דבר בשם { $name } שאפשר להרחיב.
    .next = יש להשתמש ב-role או ב-users.
groups-unknown_member = אין משתמש בשם ”{ $name }“.
    .next = יש לבדוק את המזהה, את שם המשתמש או את כתובת הדוא״ל. דבר לא השתנה.
groups-circle = קבוצה לא יכולה להכיל את עצמה, גם לא דרך קבוצות אחרות.
    .next = בחרו קבוצה אחרת.
groups-too_deep = קבוצות יכולות להיות זו בתוך זו ב-{ $maximum } רמות לכל היותר.
    .next = שימו אותה במקום חיצוני יותר.
groups-too_many_inside = לכל היותר { $maximum } קבוצות יכולות להיות ישירות בתוך אחת.
    .next = הוסיפו קבוצה ביניהן.
