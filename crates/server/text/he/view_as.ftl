# צפייה בדפים בתור מישהו אחר.

view_as-title = צפייה בתור { $name }
view_as-lead = הדפים יוצגו כפי ש־{ $name } רואה אותם. בינתיים אי אפשר לשנות דבר.
view_as-told = יומן הביקורת שומר את שני השמות ואת הסיבה. הצפייה מסתיימת מעצמה בתום הזמן.
view_as-reason = סיבה
view_as-reason_hint = לדוגמה, מספר פנייה לתמיכה
view_as-minutes = למשך כמה זמן
view_as-start = התחלה
view_as-no_reason = נדרשת סיבה באורך של 1 עד { $maximum } תווים.
    .next = יש לכתוב מדוע הצפייה נחוצה.
view_as-bad_time = הזמן חייב להיות בין 1 ל־{ $maximum } דקות.
    .next = יש לבחור מהרשימה.
view_as-browser_only = רק אדם בדפדפן יכול לצפות בדפים בתור מישהו אחר.
    .next = יש להתחבר בדפדפן.
view_as-sysadmin = אף אחד אינו צופה בדפים בתור ה־Sys. Admin.
    .next = יש לבחור משתמש אחר.
view_as-yourself = אלה כבר הדפים שלך.
    .next = יש לבחור משתמש אחר.
view_as-inactive = משתמש זה אינו פעיל ואינו רואה דפים.
    .next = יש להפעיל תחילה את המשתמש מחדש.
