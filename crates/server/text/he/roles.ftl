# What roles are called, and what they refuse.

roles-super = Sys. Admin
roles-admin = מנהל
roles-data_admin = מנהל נתונים
roles-data_designer = מעצב נתונים
roles-contributor = מעצב לוחות מחוונים
roles-consumer = צופה

roles-unknown = אין תפקיד כזה.
    .next = יש להשתמש באחד מאלה: super, admin, dataAdmin, dataDesigner, contributor, consumer, או במזהה של תפקיד.
roles-not_allowed = התפקיד שלך אינו מאפשר זאת.
    .next = אפשר לפנות למנהל.
roles-not_in_scope = האסימון הזה אינו מיועד לכך.
    .next = אפשר ליצור אסימון עם היקף הרשאות רחב יותר תחת ”הפרופיל שלי” > ”אסימון API”.
roles-beyond_own = התפקיד הזה מתיר יותר מהתפקיד שלך.
    .next = אפשר לפנות למי שתפקידו מתיר לפחות כמוהו.
