# כמה מקומות יש, ומה קורה כשלא נשאר אף אחד.

seats-administrators = מנהלים
seats-designers = מעצבים
seats-viewers = צופים
seats-of = { NUMBER($used) } מתוך { NUMBER($limit) } תפוסים
seats-used = { NUMBER($used) } תפוסים, ללא הגבלה

seats-none_left = { $seat ->
    [administrators] לא נשארו מספיק מקומות: מנהלים, { $used } מתוך { $limit } תפוסים.
    [designers] לא נשארו מספיק מקומות: מעצבים, { $used } מתוך { $limit } תפוסים.
   *[viewers] לא נשארו מספיק מקומות: צופים, { $used } מתוך { $limit } תפוסים.
}
    .next = { $holders ->
    [0] אפשר להשבית משתמש שכבר אינו זקוק למקום, או להעלות את המגבלה.
   *[other] אפשר להשבית משתמש שכבר אינו זקוק למקום, או להעלות את המגבלה. נעדרים הכי הרבה זמן: { $names }.
}
seats-none_free = אין כרגע מקום פנוי עבורך.
    .next = יש לבקש ממנהל המערכת לפנות מקום, ואז לפתוח את הדף הזה שוב.
