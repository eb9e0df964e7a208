# The pages behind the mails about a new address.

email_change-confirm_title = אישור הכתובת החדשה
email_change-confirm_lead = מעכשיו הודעות הדוא״ל יישלחו אל { $email }, וזו גם הכתובת לכניסה לחשבון.
email_change-confirm = שימוש בכתובת הזו
email_change-confirmed = הכתובת החדשה שלך בשימוש. נשלחה הודעה לכתובת הישנה, ובמשך שבוע אפשר לבטל ממנה את השינוי.
email_change-undo_title = ביטול השינוי של הכתובת
email_change-undo_lead = הכתובת שלך תהיה שוב { $email }, והחשבון ינותק בכל המקומות. נשלח לשם הודעה שבעזרתה אפשר לבחור סיסמה חדשה.
email_change-undo = ביטול השינוי
email_change-undone = הכתובת הישנה שלך שוב בשימוש. כדי לבחור סיסמה חדשה יש לבדוק את תיבת הדואר שלה.
