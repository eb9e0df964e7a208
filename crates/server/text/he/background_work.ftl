background_work-title = עבודת רקע
background_work-lead = מה שהשרת עושה לצד הבקשות: שליחת דואר, ייבוא, ניקיון. מה שנכשל סופית נשאר כאן עד שתנסו שוב או עד שיישכח.
background_work-waiting = ממתין
background_work-running = רץ
background_work-failed = נכשל
background_work-what = עבודה
background_work-kind = { $kind ->
    [server-clean] הסרת מה שפג תוקפו
    [users-forget_deleted] שכחת משתמשים שנמחקו מזמן
    [seats-check] בדיקת המושבים
    [expiry-tell] הודעה על רישיונות שמסתיימים
    [audit-prove] בדיקת יומן הביקורת
    [audit-prove_daily] בדיקת יומן הביקורת
    [outbox-send] שליחת הודעת דוא״ל
    [outbox-clean] הסרת הודעות ישנות
    [downloads-sweep] הסרת הורדות שלא הושלמו
    [activations-sweep] שחרור הפעלות שפגו
    [sign_up-make] השלמת הרשמה
    [users-invite_many] הזמנת משתמשים אחרי ייבוא
    [users-act] פעולה על משתמשים רבים
    [sessions-apply_limits] סיום התחברויות שמעבר למגבלה חדשה
    [groups-delete] מחיקת קבוצה עם חברים רבים
    [groups-bring_back] החזרת קבוצה עם חברים רבים
    [groups-shorten_sessions] סיום הפעלות מעבר למגבלה של קבוצה
    [ownership-transfer] העברת מה שבבעלות מישהו
    [import-run] ייבוא משתמשים
    [import-count] ספירה לאחר ייבוא משתמשים
    [password_reset-mail] הכנת הודעה על סיסמה שנשכחה
    [jobs-clean] הסרת עבודה שהסתיימה
   *[other] { $name }
}
background_work-why = מדוע נכשלה
background_work-tries = ניסיונות
background_work-when = הופסקה
background_work-retry = ניסיון חוזר
background_work-to_deliveries = ראו משלוחים
background_work-retried = היא רצה שוב.
background_work-none = דבר לא נכשל
background_work-none_lead = עבודה שהופסקה לאחר הניסיון האחרון מופיעה כאן.
background_work-not_failed = אין עבודה כזאת שנכשלה.
    .next = טענו מחדש את הרשימה; ייתכן שכבר נוסתה שוב.
background_work-is_mail = הודעות דואר מנסים שוב ביומן המשלוחים.
    .next = השתמשו בניהול > דוא״ל > משלוחים, או ב-POST /api/v1/mails/retry.
