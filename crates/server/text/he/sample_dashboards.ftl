# Sample dashboards.

sample_dashboards-title = לוחות מחוונים לדוגמה
sample_dashboards-lead = לוחות להתחלה: הורידו אחד וייבאו אותו.
sample_dashboards-none = אין עדיין לוחות לדוגמה
sample_dashboards-none_lead = הם יופיעו כאן.
sample_dashboards-learn_more = מידע נוסף
sample_dashboards-direct = הורדה ישירה
sample_dashboards-import = הורידו את הקובץ וייבאו אותו תחת Analytics > Import Dashboard.
sample_dashboards-back = כל הלוחות לדוגמה
sample_dashboards-unknown = אין לוח כזה לדוגמה.
    .next = פתחו את לוחות המחוונים לדוגמה: כולם מופיעים שם.
sample_dashboards-bad_text = נדרשים כותרת ותקציר, ואף טקסט לא יעלה על { NUMBER($maximum) } תווים.
    .next = תקנו את הטקסטים ושלחו שוב.
sample_dashboards-taken = כבר קיים לוח עם כותרת כזאת, או שהגעתם למספר המרבי.
    .next = בחרו כותרת אחרת.
sample_dashboards-bad_file = הקובץ חייב להיות JSON בגודל של עד { NUMBER($maximum) } בתים.
    .next = ייצאו את הלוח מחדש ושלחו את הקובץ שוב.
sample_dashboards-cli_unreadable = אי אפשר לקרוא את { $file }: { $why }
    .next = בדקו את הנתיב, ושיש לכם הרשאת קריאה לקובץ.
sample_dashboards-cli_added = { $title } נוסף; לקוחות עוד לא רואים אותו
sample_dashboards-cli_published = לקוחות רואים את { $slug }
sample_dashboards-cli_hidden = לקוחות אינם רואים את { $slug }
audit-event_sample_dashboards_add = נוסף לוח לדוגמה
audit-event_sample_dashboards_publish = לוח לדוגמה הוצג או הוסתר
