# The inbox of the demo.

outbox-title = דואר נכנס
outbox-lead = ההדגמה הזו אינה שולחת הודעות דוא״ל. הן נשמרות כאן במקום זאת.
outbox-none = אין עדיין הודעות
outbox-none_lead = אם לוחצים על ”שכחת את הסיסמה?” בדף הכניסה, הודעה מופיעה כאן.
outbox-subject = נושא
outbox-to = אל
outbox-when = מתי
outbox-text = כטקסט
outbox-show_html = הצגה כמו בתוכנת דוא״ל
outbox-back = חזרה לדואר הנכנס
