# Downloads: versions of the platform.

downloads-title = הורדות
downloads-lead = גרסאות הפלטפורמה שהרישיונות שלכם פותחים, מהחדשה לישנה.
downloads-none = אין מה להוריד
downloads-none_lead = רישיון בתוקף פותח את ההורדות. כתבו לנו אם ציפיתם למצוא כאן משהו.
downloads-closed =
    { $count ->
        [one] קיימת גרסה אחת שהרישיונות שלכם אינם פותחים
       *[other] קיימות { NUMBER($count) } גרסאות שהרישיונות שלכם אינם פותחים
    }
downloads-version = גרסה { $version }
downloads-latest = האחרונה
downloads-sha256 = SHA-256:
downloads-get = הורדה
downloads-signature = חתימה
downloads-bytes = { NUMBER($count) } בתים
downloads-kilobytes = { NUMBER($count) } ק״ב
downloads-megabytes = { NUMBER($count) } מ״ב
downloads-check = בדיקת מה שהורדתם
downloads-check_lead = סכום הביקורת מראה שהקובץ הגיע בשלמותו, והחתימה שהוא מאיתנו.
downloads-public_key = המפתח הציבורי שלנו
downloads-unknown = אין עבורכם גרסה או קובץ כאלה.
    .next = פתחו את ההורדות: שם מופיע מה שהרישיונות שלכם פותחים.
    .host = הפקודה `seatwarden license releases list` מציגה את כל הגרסאות.
downloads-bad_version = גרסה מכילה 1 עד { NUMBER($maximum) } אותיות, ספרות וסימנים -_.+.
    .next = קראו לה למשל 2026.4.1.
downloads-version_taken = גרסה כזאת כבר קיימת.
    .next = תנו לה מספר אחר.
downloads-bad_notes = ההערות ארוכות מ־{ NUMBER($maximum) } תווים.
    .next = קצרו אותן.
downloads-bad_file = שם קובץ מכיל 1 עד { NUMBER($maximum) } אותיות, ספרות וסימנים -_.+.
    .next = שנו את שם הקובץ ושלחו שוב.
downloads-file_taken = לגרסה כבר יש קובץ כזה, או שהגיעה למספר המרבי.
    .next = תנו לקובץ שם אחר, או צרו גרסה אחרת.
downloads-not_ready = הגרסה אינה במצב המאפשר זאת.
    .next = קבצים מוסיפים לטיוטות; טיוטה עם קובץ מפרסמים; מה שפורסם מושכים.
audit-event_downloads_create = גרסה נרשמה כטיוטה
audit-event_downloads_add_file = קובץ נוסף לגרסה
audit-event_downloads_publish = גרסה פורסמה
audit-event_downloads_withdraw = גרסה נמשכה
downloads-too_large = הקובץ גדול ממה שהשרת מקבל ({ $megabytes } MB).
    .next = חלקו אותו, או הגדילו את license_server.release_file_bytes_max. דבר לא נשמר.
downloads-disk_full = אין מקום בדיסק של השרת לקובץ זה.
    .next = פנו מקום בתיקיית ההורדות ושלחו שוב את הקובץ. דבר לא נשמר.
downloads-unreadable = לא ניתן לקרוא את { $file }: { $why }
    .next = בדקו את הנתיב ושיש לכם הרשאת קריאה.
downloads-damaged = ‏{ $file } בדיסק אינו הקובץ שנוסף.
    .next = משכו את הגרסה ובררו מי שינה את תיקיית ההורדות.
downloads-cli_signed = קובצי { $version } נחתמו מחדש
downloads-cli_published = ‏{ $version } פורסמה
downloads-cli_withdrawn = ‏{ $version } נמשכה
audit-event_downloads_sign_again = קובצי גרסה נחתמו מחדש
audit-event_downloads_download = קובץ של גרסה הורד
audit-event_downloads_download_signature = החתימה של קובץ הורדה
