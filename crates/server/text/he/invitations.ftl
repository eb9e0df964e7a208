# The page behind an invitation.

invitations-title = בחירת סיסמה
invitations-lead = קיבלת הזמנה אל { $house } בכתובת { $email }. יש לבחור סיסמה, ואז להיכנס איתה.
invitations-accept = קביעת הסיסמה
