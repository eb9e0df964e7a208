# `seatwarden rescue`.

rescue-lead = בכתובת הבאה אפשר לבחור סיסמה חדשה עבור { $email }, פעם אחת, בתוך { $minutes } דקות:
rescue-no_sysadmin = אין עדיין Sys. Admin
    .next = יש להפעיל את השרת ולפתוח את הדף הראשון שלו כדי להגדיר אותו
