# What the demo prints.

demo-ready = השרת Seatwarden מוכן בכתובת { $url }
demo-tls = עם TLS (תעודה בחתימה עצמית): { $url }
demo-inbox = כל הודעות הדוא״ל מגיעות לכתובת { $url }
demo-users = אפשר להיכנס עם אחד מהחשבונות האלה:
demo-stop = לעצירה יש להקיש Ctrl-C.
demo-vendor = שרת הרישיונות מוכן: הפורטל של הלקוחות בכתובת { $url }/portal, הדפים של המנפיק בכתובת { $url }/issuer
demo-roots = מפתחות השורש שלו, עבור `SEATWARDEN_LICENSE__ROOTS_FILE` של התקנה אחרת: { $path }
demo-portal = חשבון רישיון
demo-issuer = מנפיק
demo-issuer_second = מאשר
demo-trial = הניסיון המקוון נמצא בכתובת { $url }
demo-offline = התקנה ללא רשת, שהופעלה באמצעות קובץ: { $url }
