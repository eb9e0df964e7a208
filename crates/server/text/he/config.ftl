# What is wrong with the configuration. $source is where a value stands: `seatwarden.toml:3`,
# `SEATWARDEN_SERVER__ADDRESS` or `--address`. $hint is the name that was probably meant, or `none`.

config-error = שגיאה: { $message }
config-hint = עצה: { $next }

# $cause is one of these words, or what the system says.
config-cause =
    { $cause ->
        [missing] לא נמצא
        [denied] למשתמש זה אין הרשאה
        [read_only] הדיסק מיועד לקריאה בלבד
        [folder] זו תיקייה
        [no_folder] זה קובץ, ונדרשת תיקייה
        [large] גדול מדי
        [no_text] אין בו טקסט
       *[other] { $cause }
    }
config-unreadable_file = לא ניתן לקרוא את קובץ התצורה `{ $path }`: { config-cause }
    .next = יש לציין באמצעות `--config` קובץ שמשתמש זה רשאי לקרוא
config-bad_file = { $source }: זה אינו TOML: { $cause }
    .next = יש לתקן את השורה; טקסטים נכתבים במירכאות
config-unknown_section = { $source }: אין מקטע בשם `{ $section }`
    .next =
        { $hint ->
            [none] הפקודה `seatwarden config print` מציגה את כל האפשרויות
           *[other] האם הכוונה ל-`{ $hint }`?
        }
config-unknown_key = { $source }: אין אפשרות בשם `{ $key }`
    .next =
        { $hint ->
            [none] הפקודה `seatwarden config print` מציגה את כל האפשרויות
           *[other] האם הכוונה ל-`{ $hint }`?
        }
# $form is one of the words below; $least and $most bound a number, $choices lists the words of a choice.
config-bad_value = { $source }: הערך הזה אינו מתאים ל-`{ $key }`
    .next =
        { $form ->
            [number] יש לתת מספר שלם מ-{ $least } עד { $most }
            [switch] יש לתת `true` או `false`
            [list] יש לתת רשימה של טקסטים: `["one", "two"]`, ובמשתנה סביבה `one,two`
            [choice] יש לתת אחד מאלה: { $choices }
           *[text] יש לתת טקסט במירכאות
        }
config-secret_twice = { $source }: `{ $key }` ניתן פעמיים, כערך וכקובץ
    .next = יש להשאיר רק אחד: `{ $key }` או `{ $key }_file`
config-secret_file = { $source }: לא ניתן לקרוא את הקובץ `{ $path }` של `{ $key }`: { config-cause }
    .next = יש לציין קובץ טקסט שמשתמש זה רשאי לקרוא
config-hidden_secret = { $source }: `{ $key }` הוא המילה שמחליפה סוד מוסתר
    .next = יש לתת את הסוד עצמו, או את הקובץ שלו באמצעות `{ $key }_file`

# These are checked between values; $key is an option, and so are $because and $limit.
config-bad_address = `{ $key }` אינו כתובת עם פורט: `{ $value }`
    .next = יש לתת משהו כמו `127.0.0.1:8081` או `[::1]:8081`
config-bad_network = `{ $key }` מכיל משהו שאינו כתובת או רשת: `{ $value }`
    .next = יש לתת משהו כמו `10.0.0.7` או `10.0.0.0/8`
config-bad_url = `{ $key }` אינו כתובת URL ללא נתיב: `{ $value }`
    .next = יש לתת משהו כמו `https://accounts.example.com`
config-insecure_url = `{ $key }` אינו מוגן באמצעות TLS: `{ $value }`
    .next = יש להשתמש ב-`https://`; הסכמה `http://` פועלת רק עבור `localhost`
config-bad_language = `server.language` אינה שפה שהשרת דובר: `{ $value }`
    .next = יש לתת אחד מאלה: { $known }
config-bad_filter = לא ניתן לקרוא את `server.log_filter`: `{ $value }`
    .next = יש לתת משהו כמו `info` או `info,seatwarden=debug`
config-missing = `{ $key }` ריק, אך נדרש בגלל `{ $because }`
    .next = יש להגדיר את `{ $key }` או לשנות את `{ $because }`
config-too_long = `{ $key }` ארוך יותר מ-`{ $limit }`
    .next = יש לקצר את `{ $key }` או להאריך את `{ $limit }`
config-not_one_word = `{ $key }` חייב להיות מילה אחת: `{ $value }`
    .next = אפשר לתת למשל `accounts.example.com`
config-too_short = `{ $key }` קצר מ-{ $minimum } תווים
    .next = יש לתת לפחות { $minimum } תווים, למשל את הפלט של `openssl rand -hex 32`
config-bad_mail_address = `{ $key }` אינו כתובת דוא״ל: `{ $value }`
    .next = יש לתת משהו כמו `accounts@example.com`
config-not_one_line = `{ $key }` ארוך מ-{ $maximum } תווים, או יותר משורה אחת
    .next = יש לתת שם קצר
# $why: slow, long or pattern; $reason says it in English.
config-bad_rule =
    { $why ->
        [slow] הבדיקה של `{ $key }` ארוכה מדי עבור סיסמאות מסוימות
        [long] `{ $key }` ארוך מדי: אפשר לכל היותר 500 תווים
        [rounds] ‏`{ $key }` חוזר על עצמו יותר מדי: מכפלת המספרים שבסוגריים המסולסלים גדולה מדי
       *[unreadable] לא ניתן לקרוא את `{ $key }` כביטוי רגולרי: { $reason }
    }
    .next = יש לתקן אותו; הבודק בעמוד האבטחה של הניהול מראה מה עושה כלל
config-bad_contact = `{ $key }` אינו כתובת דוא״ל ואינו דף: `{ $value }`
    .next = יש לתת משהו כמו `security@example.com` או `https://example.com/report`
config-bad_link = `{ $key }` אינו כתובת של דף: `{ $value }`
    .next = יש לתת משהו כמו `https://portal.example.com`
config-bad_proxy = `{ $key }` אינו כתובת של שרת פרוקסי שתוכנית זו יכולה להשתמש בו: `{ $value }`
    .next = יש לתת משהו כמו `http://proxy.example:3128`, או `none`; סכמות אחרות אינן נתמכות
config-bad_host = `{ $key }` מכיל משהו שאינו שם של מארח: `{ $value }`
    .next = יש לתת כל שם לבדו, ללא סכמה, פורט או כוכבית: `accounts.example.com`
config-bad_path = `{ $key }` אינו נתיב: `{ $value }`
    .next = יש להתחיל בלוכסן: `/api/offline-key`
config-path_taken = `{ $key }` הוא נתיב של קריאה אחרת ב-API: `{ $value }`
    .next = יש לתת נתיב שאינו מופיע במדריך ה-API

# What is named outside of the configuration: files, folders, the database.
config-bad_database_url = `{ $key }` אינו כתובת של שרת PostgreSQL
    .next = יש לתת משהו כמו `postgres://name:password@host/database`, או להשאיר ריק עבור SQLite
config-file_unreadable = `{ $key }`: לא ניתן לפתוח את הקובץ `{ $path }`: { config-cause }
    .next =
        { $cause ->
            [missing] יש לתקן את הנתיב ב-`{ $key }`
            [denied] יש להריץ זאת כמשתמש של השרת, או לתת למשתמש זה הרשאה לקובץ
           *[other] יש לציין ב-`{ $key }` קובץ שמשתמש זה רשאי לפתוח
        }
# $form: certificates, key, pair, places or list.
config-wrong_file =
    { $form ->
        [certificates] `{ $key }`: אין תעודות PEM בקובץ `{ $path }`
        [key] `{ $key }`: אין מפתח פרטי בתבנית PEM בקובץ `{ $path }`
        [pair] `{ $key }`: המפתח בקובץ `{ $path }` אינו שייך לתעודה
        [places] `{ $key }`: הקובץ `{ $path }` אינו מסד נתונים של מקומות (MaxMind DB)
       *[list] `{ $key }`: הקובץ `{ $path }` אינו טקסט בקידוד UTF-8
    }
    .next = יש לציין את הקובץ הנכון ב-`{ $key }`
config-bad_folder = `{ $key }`: לא ניתן להשתמש בתיקייה `{ $path }`: { config-cause }
    .next =
        { $cause ->
            [denied] יש להריץ זאת כמשתמש של השרת, או לתת את התיקייה למשתמש זה
           *[other] יש לציין ב-`{ $key }` תיקייה שמשתמש זה רשאי לכתוב בה
        }
