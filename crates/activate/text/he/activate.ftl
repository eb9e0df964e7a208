# מה עומד נגד זה במחשב הזה.
activate-no_server = לא הוגדר שרת רישיונות
    .next = קבעו `server_url` תחת `[license]` בהגדרות, או תנו `--server URL`
activate-bad_server = `{ $url }` אינה כתובת של שרת רישיונות
    .next = כתבו אותה כך: `https://license.vendor.example`, בלי נתיב
activate-plain_http = הפנייה אל `{ $host }` תהיה בלי TLS, וכל מי שבדרך יוכל לקרוא את הסיסמה
    .next = כתבו `https://` לפני השם
activate-bad_proxy = `{ $url }` אינה כתובת של שרת מתווך
    .next = כתבו אותה כך: `http://proxy.example:3128`
activate-bad_ca_file = אין תעודה בתוך `{ $path }`
    .next = תנו קובץ תעודות בתבנית PEM
activate-no_roots = התוכנית אינה מכירה ספק שעליה להאמין לרישיונותיו
    .next = שימו את מפתחות השורש הציבוריים של הספק שלכם בתוך `{ $path }`, אחד בשורה
activate-no_roots_file = אין קובץ `{ $path }` עם מפתחות השורש של הספק
    .next = שימו בו את מפתחות השורש הציבוריים של הספק, אחד בכל שורה, או קבעו ב־`license.roots_file` היכן הם
activate-roots_open = אחרים מלבד המנהל רשאים לכתוב את `{ $path }`
    .next = תנו את הקובץ ל-root, ושללו מכל השאר את הזכות לכתוב: `chmod 644`
activate-roots_broken = `{ $path }` אינו מכיל מפתחות שורש: { $why }
    .next = שימו בו את מפתחות השורש הציבוריים של הספק שלכם, אחד בשורה
activate-machine_unknown = מעט מדי מבדיל את המחשב הזה מאחרים: נמצאו { $found } סימנים מתוך 2
    .next = תנו לו שם משלו: `machine_id` תחת `[license]`, או SEATWARDEN_LICENSE__MACHINE_ID
activate-nothing_installed = לא מותקן כאן רישיון
    .next = הריצו `activate`, או במחשב בלי רשת `request` ו-`install`
activate-was_returned = המחשב הזה החזיר את הרישיון הזה
    .next = הפעילו שוב, ותקבלו קובץ חדש
activate-changed_meanwhile = תוכנית אחרת שינתה כאן את הרישיון בזמן ההמתנה לתשובה; התשובה לא התקבלה
    .next = בדקו ב־`status`, וחזרו על הפעולה אם היא עדיין נדרשת
activate-bad_answer = שרת הרישיונות ענה משהו שהתוכנית אינה מבינה
    .next = עדכנו את התוכנית; אם זה נמשך, פנו לספק
activate-key_open = אחרים יכולים לקרוא את המפתח של המחשב הזה, `{ $path }`
    .next = עשו `chmod 600`. אם ייתכן שמישהו העתיק אותו, החזירו את הרישיון, מחקו את הקובץ והפעילו שוב
activate-key_broken = המפתח של המחשב הזה, `{ $path }`, פגום
    .next = שחזרו אותו מגיבוי, או מחקו אותו והפעילו שוב
activate-folder_denied = אי אפשר לקרוא או לכתוב את `{ $path }`: { $why }
    .next = הריצו זאת כמשתמש של השרת, או כ-root
activate-folder_broken = אי אפשר להשתמש ב-`{ $path }`: { $why }
    .next = בדקו את התיקייה ואת הדיסק
activate-file_large = `{ $path }` גדול מ-{ $maximum } בתים
    .next = זה אינו קובץ שלנו: מחקו אותו
activate-disk_full = לא נשאר מקום עבור `{ $path }`: { $why }
    .next = פנו מקום בדיסק
activate-unreachable_name = השם `{ $host }` אינו מוכר כאן: { $why }
    .next = הריצו `doctor`, או המשיכו בלי רשת: `request`
activate-unreachable_connection = איש אינו עונה ב-`{ $host }`: { $why }
    .next = הריצו `doctor`, או המשיכו בלי רשת: `request`
activate-unreachable_proxy = השרת המתווך אינו מעביר זאת אל `{ $host }`: { $why }
    .next = הריצו `doctor`, או המשיכו בלי רשת: `request`
activate-unreachable_certificate = המחשב הזה אינו נותן אמון בתעודה של `{ $host }`: { $why }
    .next = הריצו `doctor`: הוא אומר מי יצר את התעודה
activate-unreachable_time = `{ $host }` התעכב יותר מדי: { $why }
    .next = הריצו `doctor`, או המשיכו בלי רשת: `request`
activate-unreachable_stranger = משהו אחר משרת הרישיונות ענה בשם `{ $host }`: { $why }
    .next = הריצו `doctor`: הוא אומר מה זה היה
activate-fault = משהו נשבר בזמן: { $doing }: { $cause }
    .next = נסו שוב; אם זה נמשך, מסרו לספק את המילים האלה
activate-bad_time = `{ $value }` אינו יום
    .next = כתבו אותו כך: `2027-03-01` או `2027-03-01T12:00:00Z`
activate-early_time = `{ $value }` קודם לשנת 1970, ושום רישיון אינו מכיר זמן כזה
    .next = יש לתת יום החל מ־1970-01-01
activate-no_secret = לא ניתן דבר
    .next = הקלידו אותו כשתישאלו, או העבירו אותו בקלט התקני
activate-cancelled = לא נעשה דבר
    .next = הריצו שוב כשיהיה בידכם מה שמבקשים
activate-unreadable = אי אפשר לקרוא את `{ $path }`: { $why }
    .next = בדקו את הנתיב
activate-unwritable = אי אפשר לכתוב את `{ $path }`: { $why }
    .next = ציינו קובץ בתיקייה שמותר לכם לכתוב בה
activate-no_email = כדי להיכנס בסיסמה יש לנקוב בחשבון הרישיון
    .next = תנו `--email NAME@COMPANY`, או השתמשו בקוד חד-פעמי מהפורטל: `--code`

# What is wrong with the configuration, in the words of the server.
activate-unreadable_file = לא ניתן לקרוא את קובץ התצורה `{ $path }`: { $cause }
    .next = יש לציין באמצעות `--config` קובץ שמשתמש זה רשאי לקרוא
activate-bad_file = { $source }: זה אינו TOML: { $cause }
    .next = יש לתקן את השורה; טקסטים נכתבים במירכאות
activate-unknown_section = { $source }: אין מקטע בשם `{ $section }`
    .next =
        { $hint ->
            [none] הפקודה `seatwarden config print` מציגה את כל האפשרויות
           *[other] האם הכוונה ל-`{ $hint }`?
        }
activate-unknown_option = { $source }: אין אפשרות בשם `{ $key }`
    .next =
        { $hint ->
            [none] הפקודה `seatwarden config print` מציגה את כל האפשרויות
           *[other] האם הכוונה ל-`{ $hint }`?
        }
activate-bad_value = { $source }: הערך הזה אינו מתאים ל-`{ $key }`
    .next =
        { $form ->
            [number] יש לתת מספר שלם מ-{ $least } עד { $most }
            [choice] יש לתת אחד מאלה: { $choices }
           *[text] יש לתת טקסט במירכאות
        }
activate-secret_twice = { $source }: `{ $key }` ניתן פעמיים, כערך וכקובץ
    .next = יש להשאיר רק אחד: `{ $key }` או `{ $key }_file`
activate-secret_file = { $source }: לא ניתן לקרוא את הקובץ `{ $path }` של `{ $key }`: { $cause }
    .next = יש לציין קובץ טקסט שמשתמש זה רשאי לקרוא

activate-limit_title = Your license has exceeded its user limit (כל ההפעלות של הרישיון תפוסות)

# תקלות.
activate-trouble_clock_jumped = שעון המחשב קפץ קדימה, ועדיין אין מאמינים לו; השעה הקובעת היא { $believed }
    .next = אם השעון נכון, אין מה לעשות: אחרי יום מאמינים לו
activate-trouble_clock_suspect = שעון המחשב מפגר אחרי מה שכבר הראה; השעה הקובעת היא { $believed }
    .next = כוונו את השעון. אם הוא טעה קודם ועכשיו הוא נכון: `time recover`
activate-trouble_clock_behind = שעון המחשב עומד לפני שעה שהספק חתם עליה; השעה הקובעת היא { $believed }
    .next = כוונו את השעון: עד אז הרישיון אינו מתחדש
activate-trouble_ends_soon = בלי תשובה נוספת של הספק המחשב פועל עד { $until }
    .next = חדשו עם `renew`; בלי רשת, הכינו בקשה עם `request` והתקינו את התשובה עם `install`
activate-trouble_clock_gone = סימן הזמן של המכונה הוסר מתיקיית הרישיון או הוחלף בישן
    .next = בקשו את השעה עם `time recover`, והשאירו את קובצי התיקייה במקומם.
activate-trouble_returned = הרישיון שכאן הוחזר
    .next = הפעילו שוב
activate-trouble_nothing = לא מותקן רישיון ב-`{ $path }`
    .next = הריצו `activate`, או במחשב בלי רשת `request` ו-`install`
activate-trouble_license_gone = הרישיון שהותקן ב־`{ $path }` חסר
    .next = השרת מחזיר אותו למקומו בתוך דקה כל עוד הוא רץ. בלעדיו יש להריץ `activate`, שאינו תופס מקום שני
activate-trouble_no_key = המפתח של המחשב הזה איננו, ולכן הרישיון שכאן אינו שווה דבר
    .next = שחזרו את כל התיקייה מגיבוי, או הפעילו שוב
activate-trouble_other_machine = הרישיון שכאן הוא למחשב אחר
    .next = הפעילו את המחשב הזה. אם זה אותו מחשב אחרי תיקון, שחררו קודם את הישן בפורטל
activate-trouble_unbound = המפתח הלא-מקוון שכאן מעולם לא הותקן במחשב הזה
    .next = התקינו את המפתח שוב עם `install`
activate-trouble_lease_other = ההקצבה שכאן שייכת לרישיון אחר
    .next = הריצו `renew`
activate-trouble_lease_gone = ההקצבה של הרישיון הזה חסרה כאן
    .next = השרת מבקש אחרת בתוך דקות; בלעדיו להריץ `renew`
activate-trouble_displaced = לשרת אחר יש המקום של השרת הזה; הוא פועל עד { $until }
    .next = שחררו שרת בפורטל לפני היום הזה

# קבצים שנדחו; אלה שאינם נזכרים כאן פגומים.
license_file-nothing = אין קובץ רישיון בטקסט הזה
    .next = העתיקו את כולו, משורת הקווים הראשונה ועד האחרונה
license_file-too_long = הטקסט ארוך מדי לקובץ רישיון
    .next = העתיקו את הקובץ בלבד
license_file-armor_open = השורה האחרונה של הקובץ חסרה
    .next = העתיקו את כולו, משורת הקווים הראשונה ועד האחרונה
license_file-signature = החתימה שגויה: הקובץ שונה או נקטע
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-kind = הקובץ הוא מסוג אחר מהנדרש כאן
    .next = `explain` אומר מה הוא
license_file-version = הקובץ הוא בתבנית חדשה מהתוכנית הזאת
    .next = עדכנו את התוכנית
license_file-root_unknown = הקובץ אינו של ספק שהתוכנית מכירה
    .next = השוו את מפתחות השורש של הספק לאלה שבמחשב הזה: ב-`/etc/seatwarden/license-roots`, או במקום ש-`license.roots_file` מציין
license_file-signer_revoked = המפתח שחתם על הקובץ נשלל
    .next = קחו קובץ חדש מהפורטל
license_file-file_revoked = הספק שלל את הקובץ הזה
    .next = קחו קובץ חדש מהפורטל, או שאלו את הספק
license_file-replaced = הקובץ ישן מזה שמותקן כאן
    .next = אין מה לעשות
license_file-machine = הקובץ הוא למחשב אחר
    .next = הכינו בקשה במחשב הזה, והביאו את התשובה לה
license_file-device = הקובץ בא ממחשב אחר
    .next = הכינו אותו שוב במחשב הזה
license_file-other_file = הקובץ שייך לרישיון אחר
    .next = התקינו קודם את הרישיון שהוא שייך לו
license_file-install_by = היה צריך להתקין את המפתח הלא-מקוון קודם
    .next = צרו מפתח חדש בפורטל
license_file-clock_behind = שעון המחשב עומד לפני שעה שהספק חתם עליה
    .next = כוונו את השעון
license_file-challenge = התשובה היא לשאלה אחרת על השעה
    .next = הריצו שוב `time recover`, והביאו את התשובה לשאלה ההיא
license_file-floor_forged = השעה השמורה של המחשב פגומה
    .next = הריצו `renew`, או `time recover`
license_file-armor_twice = בטקסט הזה יש שני קבצים, ונדרש אחד
    .next = תנו קובץ אחד בכל פעם
license_file-armor_label = השורה הראשונה והאחרונה של הקובץ מציינות סוגים שונים
    .next = העתיקו את כולו, משורת הקווים הראשונה ועד האחרונה
license_file-armor_character = בקובץ יש תו שאינו שייך אליו
    .next = העתיקו את כולו, משורת הקווים הראשונה ועד האחרונה
license_file-shape = הקובץ אינו בנוי משלושה חלקים, כמו קובצי רישיון
    .next = העתיקו את כולו, משורת הקווים הראשונה ועד האחרונה
license_file-base64_padding = חלק של הקובץ מסתיים בסימני שוויון, שאין בקובצי רישיון
    .next = העתיקו את כולו, משורת הקווים הראשונה ועד האחרונה
license_file-base64_alphabet = בחלק של הקובץ יש אותיות שאין בקובצי רישיון
    .next = העתיקו את כולו, משורת הקווים הראשונה ועד האחרונה
license_file-base64_trailing = חלק של הקובץ נקטע
    .next = העתיקו את כולו, משורת הקווים הראשונה ועד האחרונה
license_file-header_json = אי אפשר לקרוא את ראש הקובץ
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-header_twice = ראש הקובץ אומר דבר אחד פעמיים
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-header_field = בראש הקובץ יש דבר שהתוכנית אינה מכירה
    .next = עדכנו את התוכנית; אם זה נמשך, מסרו לספק את הקוד
license_file-header_missing = חסר דבר בראש הקובץ
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-alg_none = הקובץ אינו חתום, וכל אחד יכול היה לכתוב אותו
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-alg = הקובץ חתום בשיטה שהתוכנית אינה מקבלת
    .next = עדכנו את התוכנית; אם זה נמשך, מסרו לספק את הקוד
license_file-crit = הקובץ דורש דבר שהתוכנית אינה מכירה
    .next = עדכנו את התוכנית; אם זה נמשך, מסרו לספק את הקוד
license_file-typ = הקובץ אינו מסוג שהתוכנית מכירה
    .next = עדכנו את התוכנית; אם זה נמשך, מסרו לספק את הקוד
license_file-signature_length = אורך החתימה שגוי: הקובץ נקטע
    .next = העתיקו את כולו, משורת הקווים הראשונה ועד האחרונה
license_file-signature_not_reduced = החתימה שונתה אחרי שהקובץ נחתם
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-key_length = אורכו של מפתח בקובץ שגוי
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-key_point = מפתח בקובץ פגום
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-key_weak = מפתח בקובץ אינו מגן על דבר: הכול ייראה כחתום בו
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-content_json = אי אפשר לקרוא את תוכן הקובץ
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-content_twice = תוכן הקובץ אומר דבר אחד פעמיים
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-claim = דבר בקובץ חסר, או אומר מה שאינו יכול לומר
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-time = זמן בקובץ אינו כתוב כנדרש
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-time_order = הזמנים בקובץ סותרים זה את זה
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-too_many = רשימה או טקסט בקובץ ארוכים מדי
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-text_control = בטקסט בקובץ יש תווים שאינם נראים
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-statement_signature = הצהרת הספק על חותם הקובץ מזויפת או פגומה
    .next = השוו את מפתחות השורש שב-`/etc/seatwarden/license-roots`, או במקום ש-`license.roots_file` מציין, לאלה של הספק
license_file-statement_kind = הקובץ אינו אומר מי חתם עליו
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-statement_key = הקובץ מציין חותם אחר מזה שחתם
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו
license_file-statement_long = חותם הקובץ מונה לזמן ארוך מדי
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-signer_early = הקובץ נחתם לפני שהחותם הורשה לחתום
    .next = בדקו את השעון של המכונה, ואז בקשו מהספק קובץ חדש
license_file-signer_expired = הקובץ נחתם אחרי שתם זמנו של החותם
    .next = קחו קובץ חדש מהפורטל
license_file-signer_scope = חותם הקובץ אינו רשאי לחתום על קבצים מסוג זה
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-renew_by = הקובץ נותן עד החידוש הבא יותר זמן משהחותם רשאי לתת
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-bulletin_old = רשימת שלילות חדשה יותר של הספק כבר נמצאת כאן
    .next = אין מה לעשות
license_file-bulletin_range = חותם רשימת השלילות אינו רשאי לחתום על רשימה במספר זה
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-grace_stops = הקובץ היה עוצר מה שאין רישיון רשאי לעצור: כניסה, צפייה, ייצוא
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-grace_order = השלבים שאחרי תום הרישיון אינם לפי הסדר בקובץ
    .next = אי אפשר לתקן זאת כאן: מסרו לספק את הקוד ובקשו קובץ חדש
license_file-replayed = הקובץ הזה כבר נמסר
    .next = אין מה לעשות
activate-in_file = בקובץ `{ $file }`: { $what }
activate-damaged = הקובץ פגום, או אינו שלנו: { $why } ({ $code })
    .next = קחו את הקובץ שוב מהמקום שבו קיבלתם אותו

# הרופא.
doctor-title = { $wrong ->
    [0] דבר אינו עומד בין ההתקנה הזאת לרישיון שלה
    [one] מכשול אחד עומד בין ההתקנה הזאת לרישיון שלה
   *[other] { $wrong } מכשולים עומדים בין ההתקנה הזאת לרישיון שלה
  }
doctor-title_warnings = { $count ->
    [one] דבר אינו עומד בין ההתקנה הזאת לרישיון שלה, אבל יש אזהרה אחת
   *[other] דבר אינו עומד בין ההתקנה הזאת לרישיון שלה, אבל יש { $count } אזהרות
  }
doctor-roots = מפתחות שורש של הספק: { $count }
doctor-folder = אפשר לכתוב את התיקייה `{ $path }`
doctor-folder_new = התיקייה `{ $path }` תיווצר
doctor-folder_open = אחרים מלבד בעליה יכולים להיכנס אל `{ $path }`
    .next = עשו `chmod 700`
doctor-disk_low = נשארו { $free } KiB בדיסק של `{ $path }`
    .next = פנו מקום: הקצבה שאי אפשר לכתוב אבודה
doctor-machine = המחשב הזה מוכר לפי: { $parts }
doctor-duplicate_id = `{ $part }` הוא `{ $value }`, כמו במחשבים רבים; זה אינו נחשב
    .next = אם המחשב נוצר מתמונת דיסק, תנו לו מזהה משלו: `systemd-machine-id-setup`
doctor-container_unnamed = למכולה הזאת אין שם, והיא מוכרת לפי התיקייה שהיא שומרת
    .next = שמרו את התיקייה באמצעי אחסון קבוע, או קבעו `machine_id` תחת `[license]`: אחרת כל הפעלה תתפוס מקום נוסף
doctor-license = רישיון `{ $package }`, עד { $until }
doctor-license_not_yet = רישיון `{ $package }` תקף החל מ-{ $from }
    .next = חכו ליום הזה, או התקינו רישיון שתקף היום
doctor-license_grace = רישיון `{ $package }` היה תקף עד { $until }; תקופת החסד נמשכת עד { $grace }
    .next = חדשו אותו לפני כן: `renew`, או בלי רשת `request` ו-`install`
doctor-license_over = רישיון `{ $package }` היה תקף עד { $until }, ותקופת החסד נגמרה
    .next = חדשו אותו: `renew`, או בלי רשת `request` ו-`install`
doctor-refused = שרת הרישיונות מסרב ({ $code }): { $why }
    .next = { $next ->
        [none] הסתכלו על הרישיון בפורטל, או שאלו את הספק
       *[other] { $next }
    }
doctor-no_slot = בחידוש הבא אין מקום למחשב הזה: שרתים אחרים תפסו את כולם. הוא פועל עד { $until }
    .next = שחררו שרת בפורטל, לחצו שם על „איפוס הפעלות”, הריצו `return` בשרת שאין בו צורך, או בקשו מהספק להעלות את המכסה; `renew --dry-run` שואל שוב
doctor-offline = לא הוגדר שרת רישיונות: קובצי הרישיון מובאים ידנית
doctor-dns = השם `{ $host }` אינו מוכר כאן: { $why }
    .next = דאגו שהשם ייפתר, בדקו את /etc/resolv.conf, או קבעו שרת מתווך
doctor-dns_good = `{ $host }` הוא { $addresses }
doctor-tcp_refused = `{ $host }` מסרב לחיבורים בפתחה { $port }: { $why }
    .next = בדקו את כתובת שרת הרישיונות, או בקשו שחומת האש תעביר זאת
doctor-tcp_timeout = איש אינו עונה ב-`{ $host }`, פתחה { $port }: חומת אש בולעת זאת
    .next = שלחו את הבקשה שלמטה למי שמטפל בחומת האש שלכם
doctor-tcp_unreachable = אין דרך אל `{ $host }`, פתחה { $port }: { $why }
    .next = שלחו את הבקשה שלמטה למי שמטפל בחומת האש שלכם
doctor-tcp_forbidden = המחשב הזה עצמו אוסר את החיבור אל `{ $host }`, יציאה { $port }: { $why }
    .next = בדקו את חומת האש של המחשב ואת תוכנות האבטחה שבו; אפשרו לתוכנית זו להתחבר
doctor-security_software = במחשב הזה פועלת תוכנת אבטחה, והיא עשויה להשליך, לנתק או לקרוא את מה שהתוכנית שולחת: { $found }
    .next = שמות מוכרים כאן, ולכן הרשת פועלת: בקשו ממי שמטפל בתוכנה לאפשר ל-`seatwarden-activate` ולשרת להתחבר לשרת הרישיונות, או בדקו ביומן שלה את הרגע הזה
doctor-security_software_none = מלבד חומת אש, גם תוכנת אבטחה במחשב הזה עשויה לעצור את התוכנית; לא נמצאה תוכנה מוכרת
    .next = אם כל השאר במחשב מגיע לרשת, חפשו סוכן שמאשר תוכניות אחת אחת
doctor-tcp_good = `{ $host }` עונה בפתחה { $port }
doctor-proxy_dns = השם של השרת המתווך, `{ $host }`, אינו מוכר כאן: { $why }
    .next = בדקו את `proxy` תחת `[license]`, או את HTTPS_PROXY
doctor-proxy_down = השרת המתווך `{ $host }`, פתחה { $port }, אינו עונה: { $why }
    .next = בדקו את `proxy` תחת `[license]`, או את HTTPS_PROXY
doctor-proxy_auth = השרת המתווך `{ $host }` רוצה לדעת מי שואל (407, { $schemes })
    .next = { $tried ->
        [yes] הוא לא קיבל את השם והסיסמה שנקבעו: בדקו את `proxy_user` ואת `proxy_password`. עליו להרשות Basic
       *[other] קבעו `proxy_user` ו-`proxy_password` תחת `[license]`, או דאגו שיעביר את שרת הרישיונות בלעדיהם
      }
doctor-proxy_refused = השרת המתווך `{ $host }` מסרב לדרך אל { $target } ({ $status })
    .next = בקשו ממי שמטפל בו להעביר זאת: הבקשה למטה
doctor-proxy_good = השרת המתווך `{ $host }` מעביר זאת
doctor-tls_interception = מישהו קורא בדרך: את התעודה עבור `{ $host }` יצר `{ $issuer }`, והמחשב הזה אינו נותן בו אמון
    .next = אם זה המסנן של החברה שלכם, הוציאו ממנו את שרת הרישיונות, או שימו את התעודה שלו בקובץ ונקבו בו בתור `ca_file` תחת `[license]`. אם אינכם מכירים אותו, אל תתנו סיסמה
doctor-tls_expired = התעודה של `{ $host }` אינה תקפה היום; יצר אותה `{ $issuer }`
    .next = בדקו קודם את שעון המחשב, ואחר כך שאלו את הספק
doctor-tls_name = התעודה אינה עבור `{ $host }` אלא עבור `{ $subject }`; יצר אותה `{ $issuer }`
    .next = ייתכן שדף של הרשת ענה במקומו: היכנסו שם, או בדקו את הכתובת
doctor-tls_broken = `{ $host }` אינו מדבר TLS עם המחשב הזה: { $why }
    .next = ייתכן שמסנן בדרך קוטע את החיבור: שלחו את הבקשה שלמטה למי שמטפל בו
doctor-tls_good = התעודה עבור `{ $host }` טובה; יצר אותה `{ $issuer }`
doctor-captive_page = דף של הרשת עונה במקום שרת הרישיונות ({ $status }): { $to }
    .next = היכנסו קודם לרשת, או בקשו להעביר את שרת הרישיונות בלי זה
doctor-block_page = מסנן עונה במקום שרת הרישיונות ({ $status }): { $begin }
    .next = בקשו ממי שמטפל במסנן להעביר זאת: הבקשה למטה
doctor-rate_limited = { $seconds ->
    [none] שרת הרישיונות מבקש שקט לזמן מה
    [one] שרת הרישיונות מבקש שקט לשנייה אחת ({ $seconds })
   *[other] שרת הרישיונות מבקש שקט למשך { $seconds } שניות
  }
    .next = חכו, ובדקו מה פונה אליו כל כך הרבה
doctor-not_a_license_server = מה שעונה אינו שרת רישיונות: { $why }
    .next = בדקו את `server_url` תחת `[license]`
doctor-server_broken = שרת הרישיונות מקולקל כרגע ({ $status })
    .next = חכו: הרישיון שלכם ממשיך. שאלו את הספק אם זה נמשך
doctor-no_answer = שרת הרישיונות לא ענה: { $why }
    .next = נסו אחר כך: הרישיון שלכם ממשיך
doctor-answer_good = שרת הרישיונות עונה
doctor-clock = השעון שגוי: כאן { $here }, ובשרת הרישיונות { $server }
    .next = כוונו את השעון, מוטב באמצעות NTP
doctor-clock_good = השעון נכון
doctor-firewall_head = הבקשה למי שמטפל בחומת האש שלכם:
doctor-firewall = אנא הרשו HTTPS יוצא מהשרת הזה אל { $host }, פתחת TCP מספר { $port }. זהו שרת הרישיונות של מערכת הניתוח שלנו. שרת אחד, פתחה אחת; דבר אינו נכנס, אין פנייה לשרת אחר, ואין ליירט את ה-TLS.

# מילים.
activate-word_license = רישיון
activate-word_lease = הקצבה
activate-word_bulletin = רשימת שלילות
activate-word_signer = הצהרה על חותם
activate-word_grant = הרשאה לממסר
activate-word_clock_answer = תשובה על השעה
activate-word_request = בקשת רישיון
activate-word_renewal = חידוש
activate-word_return = קבלה על החזרה
activate-word_clock_challenge = שאלה על השעה
activate-word_unknown = דבר שהתוכנית אינה מכירה
activate-state_not_yet = עוד לא התחיל
activate-state_active = תקף
activate-state_expiring = תקף, ומסתיים בקרוב
activate-state_grace = הסתיים, בתקופת החסד
activate-state_limited = הסתיים, מוגבל
activate-check_readable = אפשר לקרוא אותו
activate-check_signature = החתימה שלו טובה
activate-check_device = הוא בא מהמחשב הזה
activate-check_machine = הוא עבור המחשב הזה
activate-check_date = הוא תקף היום
activate-check_newer = הוא חדש ממה שיש כאן
activate-check_same = זה בדיוק הקובץ שנמצא כאן
activate-check_not_readable = אי אפשר לקרוא אותו
activate-check_not_signature = החתימה שלו אינה טובה
activate-check_not_device = הוא לא בא מהמחשב הזה
activate-check_not_machine = הוא אינו עבור המחשב הזה
activate-check_not_date = הוא אינו תקף היום
activate-check_not_newer = הוא אינו חדש ממה שיש כאן
activate-ability_sign_in = כניסה
activate-ability_view = צפייה בלוחות
activate-ability_export = הוצאת נתונים
activate-ability_remove_users = הסרת משתמשים
activate-ability_manage_license = ניהול הרישיון
activate-ability_add_users = הוספת משתמשים והעלאת תפקידים
activate-ability_create = יצירת לוחות ומודלים
activate-ability_change = שינוי לוחות ומודלים
activate-ability_build = בניית מודלים
activate-ability_schedule = דוחות מתוזמנים
activate-ability_automate = סקריפטים שמשנים דבר
activate-ability_embed = הטמעה
activate-label_package = חבילה
activate-label_organisation = ארגון
activate-label_holder = משתמש הרישיון
activate-label_type = סוג
activate-label_state = מצב
activate-label_ends = סוף
activate-label_bought = נרכש עד
activate-label_lease = הקצבה
activate-label_seats = מושבים
activate-label_limits = גבולות
activate-label_entitlements = זכויות
activate-label_next = מוכן לאחר כך
activate-label_device = מחשב
activate-label_now = השעה הקובעת
activate-label_contact = קשר אחרון
activate-label_stops = אינו פועל
activate-label_works = פועל
activate-label_later = ייפסק אחר כך
activate-label_grace = תקופת חסד
activate-label_signed = נחתם
activate-label_begins = מתחיל
activate-label_file_works = הקובץ תקף עד
activate-label_install_by = להתקין עד
activate-label_file = קובץ
activate-label_replaces = מחליף את
activate-value_ends = { $days ->
    [one] { $day } (יום אחד)
   *[other] { $day } ({ $days } ימים)
  }
activate-value_ended = { $days ->
    [one] { $day } (הסתיים לפני יום אחד)
   *[other] { $day } (הסתיים לפני { $days } ימים)
  }
activate-value_lease = { $count ->
    [one] עד { $until }, חודשה פעם אחת
   *[other] עד { $until }, חודשה { $count } פעמים
  }
activate-value_seats = מנהלים { $administrators }, מעצבים { $designers }, צופים { $viewers }
activate-value_unlimited = בלי גבול
activate-value_from = { $name }, החל מ-{ $day }
activate-value_change = { $what }: { $before } ← { $after }
activate-value_none = אין
activate-value_never = לעולם לא
activate-value_endless = בלי סוף
activate-value_signed = { $at } בידי { $issuer }
activate-value_any_machine = כל מחשב שמתקין אותו
activate-value_grace = { $days ->
    [0] דבר אינו נמשך אחרי הסוף.
    [one] יום { $days } אחרי הסוף.
   *[other] { $days } ימים אחרי הסוף.
  }
activate-value_grace_step = { $day ->
    [0] מן הסוף נפסקים: { $what }.
    [one] אחרי יום { $day } נפסקים: { $what }.
   *[other] אחרי { $day } ימים נפסקים: { $what }.
  }
activate-line_error = שגיאה: { $message }
activate-line_warning = אזהרה: { $message }
activate-line_hint = רמז: { $next }

# מה נעשה.
activate-done_activated = הופעל: { $name }, הקצבה עד { $until }
activate-done_again = המחשב הזה כבר היה מופעל, ולא תפס מקום שני
activate-done_sysadmin = אם עוד אין מנהל מערכת, { $email } יהיה מנהל המערכת כשהשרת יעלה, עם הסיסמה של חשבון הרישיון
activate-done_offline = בלי רשת ממשיכים בקבצים:
activate-done_offline_steps = 1. הריצו `request`, והביאו את הטקסט או התמונה לפורטל, תחת „הפעלה לא מקוונת”. 2. הביאו את התשובה חזרה, והריצו `install`.
activate-done_slots = מי מחזיק בהפעלות:
activate-done_slot = { $slot }. { $name } ({ $mode }), נראה { $seen }
activate-done_slot_frees = { $slot }. { $name } ({ $mode }), נראה { $seen }, יתפנה מעצמו ב-{ $frees }
activate-done_ways = מוצא: שחררו שרת בפורטל, לחצו שם על „איפוס הפעלות”, הריצו `return` בשרת שאין בו צורך, או העלו את הגבול אצל הספק
activate-done_packages = נקבו באחת עם `--package CODE`:
activate-done_request = הביאו זאת לפורטל, תחת „הפעלה לא מקוונת”:
activate-done_qr_wide = המסוף צר מדי לתמונה: כתבו אותה לקובץ עם `--qr FILE.svg`
activate-done_installed = הותקן: { $name }
activate-done_staged = הוכן: { $name }, החל מ-{ $day }
activate-done_bulletin = נלקחה רשימת שלילות חדשה יותר
activate-done_lease = נלקחה הקצבה
activate-done_time = השעה של המחשב תוקנה
activate-done_nothing_new = אין בזה דבר חדש ממה שיש כאן
activate-done_renewed = חודש עד { $until }
activate-done_not_renewed = לא חודש: המחשב הזה פועל עד { $until }
activate-done_clone = נראה שמחשב אחר מחזיק במפתח של המחשב הזה: בדקו את השרתים בפורטל
activate-done_changes = מה משתנה:
activate-done_no_changes = הרישיון נשאר כמו שהוא
activate-done_no_slot = אין כרגע מקום למחשב הזה
activate-done_deactivated = הוחזר: המקום של { $package } פנוי
activate-done_held = הוחזר. המקום של { $package } תפוס עד { $until }: עד אז תקף עוד קובץ אחר שנמסר למכונה הזאת
activate-done_returned = הוחזר. מסרו את הקבלה הזאת בפורטל: רק אז יתפנה המקום של { $package }
activate-done_challenge = הביאו את השאלה הזאת לפורטל, ואת התשובה אל `install`:
activate-done_nothing_sent = דבר לא יצא מהמחשב הזה
activate-done_reached = מונח: שרת הרישיונות נגיש, והרישיון מתחדש עד סוף מה שנרכש
activate-done_unreached = מונח: שרת הרישיונות אינו נגיש עוד
activate-done_sent = { $at } אל { $to }: { $what }
activate-ask_password = הסיסמה של חשבון הרישיון { $email }:{" "}
activate-ask_code = קוד הפעלה:{" "}

# שורת הפקודה.
activate-cli = מפעיל את ההתקנה הזאת עם הרישיון שלה, ושומר עליה כך
activate-cli_heading = ההתקנה הזאת
activate-cli_status = מראה את הרישיון של ההתקנה הזאת
activate-cli_status_online = לשאול גם את שרת הרישיונות
activate-cli_activate = מפעיל את ההתקנה הזאת דרך הרשת
activate-cli_activate_email = חשבון הרישיון; הסיסמה שלו נשאלת, או נקראת מהקלט התקני
activate-cli_activate_code = להפעיל בקוד חד-פעמי מהפורטל, שנשאל, או נקרא מהקלט התקני
activate-cli_activate_file = להתקין את הקובץ שהפורטל נתן, במקום לשאול דרך הרשת
activate-cli_package = קוד החבילה, אם לחשבון יש כמה
activate-cli_no_sysadmin = לא להשאיר לשרת מנהל מערכת ראשון
activate-cli_deactivate = מחזיר את הרישיון דרך הרשת: המקום מתפנה מיד
activate-cli_request = מכין את הבקשה של מחשב בלי רשת, כטקסט וכתמונה
activate-cli_request_show = להראות את כל מה שיוצא מהמחשב, ולא לעשות דבר
activate-cli_request_qr = לכתוב את התמונה לקובץ הזה (SVG); `-` מצייר אותה במסוף
activate-cli_install = מתקין את מה שהפורטל נתן: תשובה, מפתח לא-מקוון, הרישיון הבא, רשימת שלילות
activate-cli_install_file = הקובץ; `-` או כלום: הקלט התקני
activate-cli_return = מחזיר את הרישיון בלי רשת, ומדפיס את הקבלה לפורטל
activate-cli_renew = מחדש את ההקצבה עכשיו
activate-cli_renew_dry_run = רק להראות מה ישתנה
activate-cli_doctor = מגלה מה עומד בין ההתקנה הזאת לרישיון שלה
activate-cli_explain = אומר מהו קובץ, מה הוא אומר, והאם הוא טוב
activate-cli_simulate = מראה מה פועל ביום מסוים, או עם רישיון אחר
activate-cli_simulate_at = היום, כמו 2027-03-01
activate-cli_simulate_with = קובץ הרישיון לניסיון
activate-cli_simulate_unreachable = כאילו שרת הרישיונות אינו נגיש עוד
activate-cli_time = מתקן את השעה של המחשב אחרי ששעונו היה רחוק קדימה
activate-cli_time_recover = שואל את שרת הרישיונות לשעה; בלי רשת מדפיס שאלה לפורטל
activate-cli_time_offline = להדפיס את השאלה, בלי לנסות את הרשת
activate-cli_show_sent = מראה את כל מה שיצא מהמחשב הזה
activate-cli_man = מדפיס את דף המדריך
activate-cli_completions = מדפיס את ההשלמות של מעטפת
activate-cli_shell = המעטפת
activate-cli_json = להדפיס JSON
activate-cli_config = קובץ ההגדרות; `seatwarden.toml` בתיקיית הנתונים אם לא ננקב אחר
activate-cli_data_dir = תיקיית הנתונים של השרת; הרישיון נמצא תחתיה ב-`license`
activate-cli_server = כתובת שרת הרישיונות
activate-cli_proxy = השרת המתווך, כמו http://proxy.example:3128; `none`: בלי
activate-cli_ca_file = קובץ תעודות (PEM) שנותנים בהן אמון נוסף על אלה של המערכת
activate-cli_examples = דוגמאות:
    {"  "}seatwarden-activate activate --email joan@acme.example    שואל את הסיסמה
    {"  "}seatwarden-activate activate --code < code.txt            בקוד חד-פעמי
    {"  "}seatwarden-activate request --qr request.svg > request.txt
    {"  "}seatwarden-activate install answer.txt                    בלי רשת
    {"  "}seatwarden-activate status --json                         לסקריפטים
    {"  "}seatwarden-activate doctor                                אם זה לא פועל

    קודי יציאה: 0 טוב, 1 נדחה, או אזהרה של `status`; 2 מוגבל, 3 אין רישיון או קובץ תקף,
    4 שרת הרישיונות לא הושג, 64 ארגומנטים שגויים
