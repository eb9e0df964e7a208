# ייבוא רבים: רשימות של משתמשים הופכות למשתמשים.

import-too_large = הקובץ הזה מכיל יותר מ-{ $megabytes } מ״ב.
    .next = יש לחלק אותו לכמה קבצים ולייבא אותם זה אחר זה.
import-nothing_given = לא נבחר קובץ ולא הודבקה שורה.
    .next = יש לבחור קובץ או להדביק כמה שורות.
import-empty = אין אף שורה מתחת לכותרות.
    .next = יש לבחור קובץ עם משתמש אחד בכל שורה, או להדביק כמה שורות.
import-empty_sheet = בגיליון הראשון של חוברת העבודה אין אף שורה מתחת לכותרות, והגיליונות האחרים אינם נקראים.
    .next = העבירו את הגיליון עם המשתמשים לתחילת החוברת, או מחקו את הגיליונות שלפניו, ושמרו.
import-not_utf8 = הטקסט הזה אינו ב-UTF-8, ולכן השמות ישתבשו.
    .next = בגיליון האלקטרוני יש לשמור אותו בתור ״CSV UTF-8״ או כחוברת עבודה של Excel (.xlsx).
import-bad_csv = אי אפשר לקרוא את הטבלה משורה { $line } והלאה.
    .next = יש לחפש מירכאות שאינן נסגרות.
import-bad_json = ה-JSON אינו רשימה של אובייקטים; בשורה { $line } הוא חדל להיות כזה.
    .next = יש לשלוח מערך עם אובייקט אחד לכל משתמש, שהמפתחות שלו הם email, firstName וכן הלאה.
import-bad_workbook = אי אפשר לקרוא את חוברת העבודה הזו.
    .next = יש לשמור אותה שוב כחוברת עבודה של Excel (.xlsx) בלי סיסמה, או בתור ״CSV UTF-8״.
import-too_many_rows = יש יותר מ-{ $maximum } שורות.
    .next = יש לחלק את הקובץ לכמה קבצים ולייבא אותם זה אחר זה.
import-too_many_columns = יש יותר מ-{ $maximum } עמודות.
    .next = יש למחוק את העמודות שאינן נוגעות למשתמשים.
import-too_long = תא בשורה { $line } ארוך מ-{ $maximum } תווים.
    .next = יש לבדוק שהקובץ הוא רשימה של משתמשים.
import-unknown = הייבוא הזה כבר אינו קיים.
    .next = יש לעיין ברשימת הייבואים; מה שאיש לא החיל מוסר אחרי יום.
import-other_step = הייבוא הזה כבר נמצא בשלב אחר.
    .next = יש לעיין שוב בדף שלו.
import-no_key = אין עמודה שיש בה כתובת דוא״ל או שם משתמש.
    .next = יש לציין באיזו עמודה הם נמצאים.
import-two_columns = העמודות האלה אמורות להכיל את אותו הדבר: { $columns }.
    .next = יש לבחור אחת מהן ולדלג על השנייה.
import-unknown_field = אין שדה כזה: { $field }.
    .next = יש להשתמש באחד מאלה: email, userName, firstName, lastName, role, groups, language, active, password, hash, origin.
import-other_origin = „{ $name }”: ייבוא מוסיף רק אנשים שלכם, כדי שלא יוזמן מי שאינו כזה.
    .next = חשבונות שירות יוצרים בדף שלהם; אנשים מכניסות אחרות מגיעים בכניסה הראשונה שלהם.
import-unknown_verdict = אין תוצאה בשם „{ $name }”.
    .next = השתמשו ב־add, change, unchanged או wrong, או השמיטו אותה לכל השורות.
import-busy = קבצים אחרים נקראים ממש עכשיו.
    .next = יש לנסות שוב בעוד כמה שניות.
import-too_late = חלף הזמן להחזיר את הייבוא הזה לאחור.
    .next = יש לשנות או למחוק את המשתמשים אחד אחד, או בעזרת הרשימה.
import-unknown_role = אין תפקיד ״{ $name }״.
    .next = יש לכתוב תפקיד כפי שהוא מופיע בדף ״תפקידים״, או את שמו ב-API או את המזהה שלו.
import-unknown_group = אין קבוצה ״{ $name }״.
    .next = יש ליצור קודם את הקבוצה, או לתת לייבוא ליצור קבוצות.
import-bad_active = ״{ $text }״ אינו אומר לא כן ולא לא.
    .next = יש לכתוב true או false.
import-bad_language = ״{ $text }״ אינה שפה.
    .next = יש לכתוב אותה כמו de-DE או en.
import-nul_in_row = בתא בשורה הזו יש תו שאי אפשר לשמור (NUL).
    .next = הסירו אותו, או שמרו את הטבלה מחדש מהתוכנה שיצרה אותה.
import-surplus = בשורה הזו יש יותר תאים מאשר בשורה הראשונה: ״{ $cell }״ יישמט, וייתכן שהערכים שלה עומדים תחת כותרות שגויות.
    .next = הקיפו במירכאות תא שמכיל את התו המפריד, כמו "Smith, Jr.", או תנו כותרת לכל עמודה.
import-unsolved = אין בתא שתחת ״{ $column }״ דבר שאפשר לקרוא: הוא נוסחה ללא תוצאה, או אובייקט ללא מזהה וללא שם.
    .next = פתחו את חוברת העבודה בגיליון אלקטרוני, בדקו את הנוסחה, שמרו ושלחו שוב, או הדביקו ערכים במקום נוסחאות; ב-JSON כתבו טקסט, או אובייקט עם מזהה או שם.
import-passwords_forgotten = הרשימה עמדה ללא התקדמות { $hours } שעות, ולכן הסיסמאות שבה נמחקו.
    .next = ייבאו את השורות שנותרו כרשימה חדשה.
import-language_not_offered = השפה ״{ $text }״ נשמרת, אך אינה מוצעת כאן: האדם רואה את הדפים בשפת הקבוצה שלו או בשפת השרת.
    .next = לשפה מוצעת, יש לכתוב אותה כמו de-DE או en.
import-remark = לתשומת לב
import-twice = שורה { $line } נוגעת לאותו משתמש.
    .next = יש להשאיר אחת משתי השורות.
import-two_users = הכתובת שייכת למשתמש אחד ושם המשתמש למשתמש אחר.
    .next = יש לתקן את השורה.
import-changed_since = המשתמש שונה מאז.
    .next = יש לעיין במשתמש ולהחליט ידנית.
import-gone_since = המשתמש כבר אינו קיים.
    .next = לא נותר מה לעשות.

import-title = ייבוא מרוכז
import-lead = הוספה ושינוי של משתמשים רבים בעזרת רשימה. דבר לא משתנה לפני שרואים מה יקרה לכל שורה.
import-file = קובץ (CSV או XLSX)
import-file_hint = לכל היותר { $megabytes } מ״ב ו-{ $rows } שורות. בשורה הראשונה שמות העמודות, למשל:
import-pasted = או הדבקה של שורות כאן
import-pasted_hint = ישר מגיליון אלקטרוני. די ברשימה פשוטה של כתובות.
import-pasted_left_out = מה שהדבקתם אינו מופיע כאן שוב, משום שאולי יש בו סיסמאות או שהוא ארוך מאוד: הדביקו אותו פעם נוספת.
import-read = קריאת הרשימה
import-former = ייבואים קודמים
import-former_lead = מה שאיש לא מחיל מוסר אחרי { $hours } שעות. את מה שהוחל אפשר להחזיר לאחור במשך { $days } ימים.
import-name_pasted = שורות שהודבקו
import-name_sent = שורות שנשלחו דרך ה-API
import-when = מתי
import-who = מי
import-rows = שורות
import-step = שלב
import-state_reading = בקריאה
import-state_read = נותר לבחור עמודות
import-state_checking = בבדיקה
import-state_checked = נבדק, עדיין לא שונה דבר
import-state_applying = בהחלה
import-state_applied = הוחל
import-state_undoing = בהחזרה לאחור
import-state_undone = הוחזר לאחור
import-state_stopped = נעצר
import-columns_lead = מה יש בכל עמודה? ניחשנו לפי הכותרות.
import-column = עמודה
import-pass_over = דילוג
import-field_email = דוא״ל
import-field_user_name = שם משתמש
import-field_first_name = שם פרטי
import-field_last_name = שם משפחה
import-field_role = תפקיד
import-field_groups = קבוצות
import-field_language = שפה
import-field_active = פעיל (כן או לא)
import-field_password = סיסמה (משתמשים חדשים בלבד)
import-field_origin = מקור (רק אנשים שלכם מתווספים)
import-groups_stay = הקבוצות האלה נוצרו בייבוא הזה ונשארות, כי מישהו משתמש בהן או שינה אותן:
import-samples_hidden = לא מוצג: אלה עשויות להיות סיסמאות.
import-field_hash = סיסמה כ-md5 (משתמשים חדשים בלבד)
import-options = אופן הביצוע
import-changes_existing = שינוי משתמשים שכבר קיימים
import-changes_existing_hint = נמצאים לפי דוא״ל או שם משתמש. תא ריק משאיר את הערך כפי שהוא. ללא סימון: הם לא ישתנו.
import-invites = הזמנה בדוא״ל של משתמשים חדשים ללא סיסמה
import-invites_hint = ללא סימון: הם נוספים בלי הודעה ועדיין אינם יכולים להיכנס עם סיסמה.
import-makes_groups = יצירת קבוצות שעדיין אינן קיימות
import-leaves_groups = הוצאת משתמשים מקבוצות שאינן מופיעות בשורה שלהם
import-leaves_groups_hint = רק אם מופיעה בשורה לפחות קבוצה אחת.
import-takes_lookalikes = קבלת כתובות שנראות כמו אלה של מנהלים
import-takes_lookalikes_hint = גם כאלה שמערבבות אותיות מכמה אלפביתים.
import-check = בדיקת השורות
import-check_again = בחירת העמודות מחדש
import-progress = התקדמות
import-progress_rows = { $done } מתוך { $rows } שורות
import-progress_lead = זה ממשיך מעצמו, גם אחרי יציאה מהדף. הדף מתעדכן כל כמה שניות.
import-look_again = רענון
import-verdicts = מה קורה לשורות
import-verdict_add = חדש
import-verdict_change = השתנה
import-verdict_unchanged = ללא שינוי
import-verdict_wrong = שגוי
import-all_rows = הכול
import-line = שורה
import-user = משתמש
import-verdict = תוצאה
import-why = פרטים
import-shows_value = { $field }: { $value }
import-shows_change = { $field }: { $before } ← { $after }
import-shows_none = אין
import-undone = הוחזר לאחור
import-not_undone = לא הוחזר לאחור
import-undone_rows =
    { $count ->
        [one] שורה אחת הוחזרה לאחור.
        [two] שתי שורות הוחזרו לאחור.
       *[other] { $count } שורות הוחזרו לאחור.
    }
import-nothing_to_do = אף שורה לא תשנה דבר.
import-no_rows = אין שורות
import-no_rows_lead = אין שורה עם התוצאה הזו.
import-apply_rows =
    { $count ->
        [one] החלת שורה אחת
        [two] החלת שתי שורות
       *[other] החלת { $count } שורות
    }
import-apply_title = להחיל את הרשימה הזו?
import-apply_question = משתמשים חדשים: { $added }, משתמשים שישתנו: { $changed }. שורות שגויות לא ייכללו.
import-mails_follow =
    { $count ->
        [one] תישלח בדוא״ל הזמנה אחת לכל היותר.
        [two] יישלחו בדוא״ל שתי הזמנות לכל היותר.
       *[other] יישלחו בדוא״ל { $count } הזמנות לכל היותר.
    }
import-go_on = המשך
import-go_on_question = שורות שכבר בוצעו נשארות כפי שהן; השאר יבוצעו עכשיו.
import-undo = החזרה לאחור
import-undo_title = להחזיר את הייבוא הזה לאחור?
import-undo_question = משתמשים חדשים יימחקו (ואפשר יהיה להחזיר אותם במשך { $days } יום), ומשתמשים ששונו יקבלו את הערכים הקודמים שלהם. מי ששונה מאז יישאר כפי שהוא.
import-result = התוצאה כקובץ CSV
import-see_users = לרשימת המשתמשים
import-remove = הסרת הרשימה
import-remove_title = להסיר את הרשימה הזו?
import-remove_question = המשתמשים נשארים כפי שהם, אבל אי אפשר יהיה עוד לעיין בתוצאה או להחזיר את הייבוא לאחור.
import-done_removed = הרשימה הוסרה.
import-next = הבא
import-only_looking = הרשימה הזו הותחלה בידי מי שתפקידו מתיר יותר משלך, ולכן אפשר רק לצפות.
import-stopped_why = הייבוא נעצר:
import-cli_done = חדשים: { $added }, השתנו: { $changed }, ללא שינוי: { $unchanged }, שגויים: { $wrong }
import-cli_line = שורה { $line }: { $why }
import-cli_row = שורה { $line }, { $who }: { $what }
import-cli_add = חדש
import-cli_change = השתנה ({ $fields })
import-cli_unchanged = ללא שינוי
import-cli_wrong = שגוי: { $why }
import-cli_dry = דבר לא שונה, כי זה היה רק ניסיון.
import-cli_unreadable = אי אפשר לקרוא את הקובץ { $file }: { $why }
    .next = יש לבדוק את הנתיב, ואם לחשבון הזה מותר לקרוא את הקובץ.
audit-event_import_upload = הועלתה רשימת משתמשים
audit-event_import_check = נבדקה רשימת משתמשים
audit-event_import_apply = התחיל ייבוא של רשימת משתמשים
audit-event_import_finish = רשימת משתמשים יובאה
audit-event_import_undo = התחילה החזרה לאחור של ייבוא
audit-event_import_finish_undo = ייבוא הוחזר לאחור
audit-event_import_remove = רשימת משתמשים הוסרה
import-lookalike = הכתובת הזו נראית כמו זו שבשורה { $line }, אבל באותיות אחרות.
    .next = יש להשוות אות אחר אות; כדי לקבל את שתיהן, יש לבדוק שוב עם האפשרות לכתובות דומות.
import-passed_over = { $count ->
    [one] מדלגים על העמודה הזו אף שהיא נראית נחוצה: { $columns }. ציינו למטה מה היא מכילה, או השאירו אותה בחוץ.
   *[other] מדלגים על העמודות האלה אף שהן נראות נחוצות: { $columns }. ציינו למטה מה הן מכילות, או השאירו אותן בחוץ.
}
import-former_shown = { $count ->
    [one] מוצגת רשימה אחת
    [two] מוצגות שתי רשימות
   *[other] מוצגות { $count } רשימות
}
