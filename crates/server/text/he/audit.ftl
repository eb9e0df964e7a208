# The audit trail: what the command says, and every event in words.

audit-whole =
    { $count ->
        [one] שרשרת הביקורת שלמה: אירוע אחד
        [two] שרשרת הביקורת שלמה: שני אירועים
       *[other] שרשרת הביקורת שלמה: { $count } אירועים
    }
audit-broken = שרשרת הביקורת שבורה באירוע { $sequence }

audit-by_nobody = מישהו שלא נכנס למערכת
audit-by_server = השרת עצמו
audit-by_operator = המפעיל, בשרת
audit-by_demo = ההדגמה

audit-event_sign_in_succeed = כניסה לחשבון
audit-event_sign_in_fail = ניסיון כניסה נכשל
audit-event_sign_in_refuse = ניסיון כניסה נדחה
audit-event_sign_in_must_change = הפניה לבחירת סיסמה חדשה
audit-event_sessions_end = סיום הפעלה
audit-event_sessions_end_others = סיום כל ההפעלות האחרות
audit-event_sessions_end_beyond = ההפעלות הישנות ביותר שמעבר למגבלה הסתיימו
audit-event_sessions_sign_out = יציאה מהחשבון
audit-event_passwords_change = שינוי הסיסמה
audit-event_passwords_upgrade = ההגנה על הסיסמה השמורה חוזקה
audit-event_passwords_confirm_fail = הסיסמה הנוכחית הוקלדה באופן שגוי
audit-event_passwords_confirm = הסיסמה הוקלדה שוב
audit-event_password_reset_ask = בקשת הודעת דוא״ל לבחירת סיסמה חדשה
audit-event_password_reset_mail = נשלחה הודעת דוא״ל לבחירת סיסמה חדשה
audit-event_password_reset_choose = בחירת סיסמה חדשה באמצעות קישור
audit-event_invitations_accept = קבלת ההזמנה
audit-event_email_change_ask = בקשה לשינוי כתובת הדוא״ל
audit-event_email_change_undo = ביטול השינוי של הכתובת
audit-event_profile_change_names = שינוי פרטים אישיים
audit-event_profile_change_language = שינוי השפה
audit-event_profile_change_email = שינוי כתובת הדוא״ל
audit-event_recovery_codes_make = יצירת קודי שחזור חדשים
audit-event_recovery_codes_use = שימוש בקוד שחזור
audit-event_recovery_codes_fail = הוקלד קוד שחזור שגוי
audit-event_rescue_make_link = נוצר קישור חילוץ במחשב השרת
audit-event_api_tokens_create = יצירת אסימון API
audit-event_api_tokens_renew = יצירה מחדש של אסימון ה-API
audit-event_api_tokens_rotate = החלפת אסימון API
audit-event_api_tokens_revoke = ביטול התוקף של אסימון API
audit-event_callers_switch_off = קורא של ה-API כובה
audit-event_callers_switch_on = קורא של ה-API הופעל שוב
audit-event_users_create = המשתמש נוסף
audit-event_users_update = המשתמש שונה
audit-event_users_activate = המשתמש הופעל
audit-event_users_delete = המשתמש נמחק
audit-event_ownership_register = פריטים נרשמו
audit-event_ownership_unregister = פריט הוסר מהרישום
audit-event_ownership_transfer = פריט הועבר
audit-event_ownership_give = פריטים של המשתמש הועברו
audit-event_ownership_receive = פריטים הועברו אל המשתמש
audit-event_ownership_remove = פריט הוסר עם בעליו
audit-event_ownership_restore = פריט הוחזר
audit-event_users_bring_back = המשתמש הוחזר
audit-event_users_forget = המשתמש שנמחק הוסר לצמיתות
audit-event_sysadmin_transfer_offer = הוצע תפקיד ה-Sys. Admin
audit-event_sysadmin_transfer_withdraw = הצעת התפקיד בוטלה
audit-event_sysadmin_transfer_decline = הצעת התפקיד נדחתה
audit-event_sysadmin_transfer_accept = תפקיד ה-Sys. Admin עבר
audit-event_sysadmin_transfer_give_account = חשבון ה-Sys. Admin נמסר לאדם אחר
audit-event_users_create_crowd = נוספו משתמשים לדוגמה
audit-event_feature_management_set = תכונות הופעלו או כובו
audit-event_groups_create = הקבוצה נוצרה
audit-event_groups_update = הקבוצה שונתה
audit-event_groups_delete = הקבוצה נמחקה
audit-event_groups_add_members = חברים נוספו לקבוצה
audit-event_groups_remove_members = חברים הוסרו מהקבוצה
audit-event_groups_join = המשתמש צורף לקבוצה, תחת „קבוצות”
audit-event_groups_leave = המשתמש הוצא מקבוצה, תחת „קבוצות”
audit-event_groups_add_subgroup = קבוצה הוכנסה לתוך הקבוצה
audit-event_groups_remove_subgroup = קבוצה הוצאה מתוך הקבוצה
audit-event_roles_create = התפקיד נוצר
audit-event_roles_update = התפקיד שונה
audit-event_roles_delete = התפקיד נמחק
audit-event_users_take_role = התפקיד של הקבוצה אומץ
audit-event_setup_make_sysadmin = ההתקנה הוגדרה
audit-event_setup_activate = ה-Sys. Admin נוצר עם הסיסמה של הרישיון
audit-event_sessions_revoke = מנהל סיים הפעלה, תחת „הפעלות”
audit-event_sessions_revoke_user = מנהל סיים את כל ההפעלות של המשתמש, תחת „הפעלות”
audit-event_sessions_revoke_all = מנהל סיים את ההפעלות של כולם
audit-event_security_change = הגדרת אבטחה שונתה
audit-event_security_show_key = המפתח הישן הוצג
audit-event_security_rotate_key = המפתח הישן הוחלף
audit-event_security_set_key = המפתח הישן הוחלף במפתח שסופק
audit-event_platform_keep = נשמרה הגדרה עבור לקוחות הפלטפורמה
audit-event_seats_rebuild = המקומות נספרו מחדש
audit-event_view_as_start = דפים נצפו בתור משתמש זה
audit-event_view_as_end = הצפייה בתור משתמש זה הסתיימה: התפקיד כבר לא איפשר זאת, או שאחד מהשניים הושבת
audit-event_view_as_stop = הצפייה בתור משתמש זה הסתיימה
audit-event_users_lock = החשבון ננעל
audit-event_users_unlock = נעילת החשבון בוטלה
audit-event_users_send_link = נשלח קישור לבחירת סיסמה חדשה
audit-event_users_invite = ההזמנה נשלחה שוב
audit-event_users_cancel_invitation = ההזמנה בוטלה
audit-event_users_end_session = מנהל סיים הפעלה, תחת „משתמשים”
audit-event_users_end_sessions = מנהל סיים את כל ההפעלות של המשתמש, תחת „משתמשים”
audit-event_users_revoke_token = מנהל ביטל את תוקפו של אסימון API

audit-title = ביקורת
audit-lead = מי עשה מה למי. שום דבר כאן אינו ניתן לשינוי, ומה שיחסר יתגלה.
audit-export_json_lines = כקובץ JSON Lines
audit-chain = שרשרת האירועים
audit-chain_whole = שלמה
audit-chain_whole_so_far = שלמה עד כה
audit-chain_broken = שבורה
audit-not_proved = { $count ->
    [one] אירוע אחד עד כה. השרשרת טרם נבדקה.
    [two] שני אירועים עד כה. השרשרת טרם נבדקה.
   *[other] { $count } אירועים עד כה. השרשרת טרם נבדקה.
}
audit-proved = כל { NUMBER($proved) } האירועים עומדים כפי שנכתבו; נבדקו
audit-proved_so_far = אירועים 1 עד { NUMBER($proved) } מתוך { NUMBER($count) } עומדים כפי שנכתבו; נבדקו
audit-not_walked = { $count ->
    [one] אחרי מספר { NUMBER($last) } נכתב אירוע אחד שטרם נבדק.
    [two] אחרי מספר { NUMBER($last) } נכתבו שני אירועים שטרם נבדקו.
   *[other] אחרי מספר { NUMBER($last) } נכתבו { NUMBER($count) } אירועים שטרם נבדקו.
}
audit-broken_next = כדאי לשמור עותק של מסד הנתונים, להשוות אותו לגיבוי ולברר למי יש גישה אליו.
audit-prove = בדיקת השרשרת עכשיו
audit-proving = השרשרת נבדקת. אפשר לטעון את הדף שוב בעוד רגע.
audit-search = חיפוש
audit-search_hint = חלק משם או מערך, או מזהה או כתובת בשלמותם.
audit-event = אירוע
audit-any_event = כל אירוע
audit-wrong_day = זה אינו יום. יש לכתוב אותו כך: 2026-11-21.
audit-from = מתאריך
audit-to = עד תאריך
audit-one_user = רק מה שמשתמש זה עשה או מה שקרה לו:
audit-show = הצגה
audit-clear = ניקוי
audit-unknown_user = לאיש אין שם משתמש או כתובת כאלה.
    .next = יש לכתוב אותם במלואם; מי שנמחק נמצא לפי המזהה שלו.
audit-unknown_event = „{ $name }” אינו סוג של אירוע.
    .next = יש לבחור אחד מהרשימה; בסקריפטים הם נקראים כמו `users.create`.
audit-none = אין אירועים כאלה
audit-none_lead = אפשר להרחיב את החיפוש או לנקות אותו.
audit-none_here = אין דבר בחלק הזה של השרשרת. אירועים ישנים יותר טרם נסרקו.
audit-about_user = הכול על משתמש זה
audit-more = אירוע { NUMBER($sequence) }
audit-when = מתי
audit-subject = אובייקט
audit-agent = תוכנה
audit-request = בקשה
audit-event_audit_export = ייצוא יומן הביקורת לקובץ
audit-event_sessions_export = רשימת ההפעלות יוצאה
audit-event_groups_export = רשימת הקבוצות יוצאה
audit-event_outbox_export = יומן המשלוחים יוצא
audit-event_outbox_set_server = שינוי שרת הדואר
audit-event_outbox_set_switches = הפעלה או כיבוי של הודעות דואר
audit-event_outbox_test = שליחת הודעת ניסיון
audit-event_users_end_access = ההפעלות והאסימונים של המשתמש הסתיימו
audit-event_groups_bring_back = הקבוצה הוחזרה
audit-event_groups_forget = הקבוצה שנמחקה הוסרה לצמיתות
audit-event_ownership_edit = שמו או מקומו של פריט שונה
audit-event_ownership_set_shares = השיתופים של פריט נקבעו
audit-event_users_begin_act = התחיל שינוי של משתמשים רבים
audit-event_users_stop_act = השינוי של המשתמשים הרבים נעצר
audit-event_users_end_everybodys_access = ההפעלות והאסימונים של כולם הסתיימו
audit-event_license_utilization_activate = ההתקנה הופעלה
audit-event_license_utilization_change = הרישיון הוחלף באחר
audit-event_license_utilization_give_back = הרישיון הוחזר
audit-event_license_utilization_revoke = הרישיון נשלל
audit-event_license_utilization_renew = הרישיון חודש
audit-event_license_utilization_stage = רישיון הוכן להמשך
audit-event_license_utilization_clock = השעון נמצא שגוי, או שוב נכון
audit-event_license_utilization_lose_lease = ההקצבה של הרישיון הייתה חסרה או פגומה
audit-event_license_utilization_replace_lease = הקצבה שאבדה ניתנה מחדש
audit-event_license_utilization_put_back = קובץ הרישיון היה חסר או פגום, והוחזר למקומו
audit-event_license_utilization_notice = משהו ברישיון השתנה
audit-event_license_utilization_tell = נשלחה למנהלים הודעה על הרישיון
audit-event_outbox_retry = הודעה שנכשלה נשלחה שוב
audit-event_outbox_retry_all = כל ההודעות שנכשלו נשלחו שוב
audit-event_background_work_retry = עבודת רקע שנכשלה הופעלה שוב
audit-event_recovery_codes_put_off = דחה את התזכורת ליצירת קודי שחזור
