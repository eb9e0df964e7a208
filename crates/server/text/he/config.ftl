# What is wrong with the configuration. $source is where a value stands: `seatwarden.toml:3`,
# `SEATWARDEN_SERVER__ADDRESS` or `--address`. $hint is the name that was probably meant, or `none`.

config-error = שגיאה: { $message }
config-hint = עצה: { $next }

config-unreadable_file = לא ניתן לקרוא את קובץ התצורה `{ $path }`: { $cause }
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
config-secret_file = { $source }: לא ניתן לקרוא את הקובץ `{ $path }` של `{ $key }`: { $cause }
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
