# The Online Trial.

trials-title = ניסיון מקוון
trials-lead = התקנה מתארחת עם נתוני דוגמה, להתרשמות.
trials-none = אין כרגע ניסיון מקוון
trials-none_lead = כתבו לנו ונכין אחד עבורכם.
trials-start = התחלת הניסיון המקוון
trials-one_click = לחיצה אחת מכניסה אתכם, ללא סיסמה נוספת. הכפתור תקף לחמש דקות; אחר כך טענו את הדף מחדש.
trials-withheld = מה אין בניסיון
trials-without_users = ניהול משתמשים
trials-without_system = תצורת המערכת
trials-without_files = העלאת קבצים
trials-install = כדי לקבל הכול, התקינו את המוצר במכונה שלכם.
trials-bad_grant = הכניסה הזאת לניסיון המקוון אינה תקפה, או שכבר אינה תקפה.
    .next = פתחו שוב את הניסיון המקוון בפורטל והתחילו משם.
trials-closed = אין כאן ניסיון מקוון.
    .next = פתחו את הניסיון המקוון בפורטל; הוא יודע היכן הניסיון.
audit-event_trials_enter = נכנס מהפורטל לניסיון המקוון
trials-no_trial = רישיון זה אינו ניסיון.
    .next = שנו או חדשו אותו בדף שלו.
trials-bad_days = ניסיון מוארך ב־1 עד { NUMBER($maximum) } ימים.
    .next = הקלידו מספר בגבולות אלה; אפשר להאריך שוב בהמשך.
trials-still_trial = רישיון בתשלום הוא מסוג אחר מניסיון.
    .next = בחרו מינוי או קבוע.
audit-event_trials_start = יצא אל הניסיון המקוון
