# מה שנשמר עבור לקוחות הפלטפורמה.

platform-unset = זה מעולם לא הוגדר.
    .next = הגדירו עם POST.
platform-not_an_object = זה חייב להיות אובייקט JSON.
    .next = הקיפו בסוגריים מסולסלים: שמות וערכים.
platform-too_large = נשמרים עד { $maximum } בתים.
    .next = שלחו פחות, בעיקר תמונות קטנות יותר.
platform-server_listed = שרת נתונים בשם הזה כבר נמצא ברשימה.
    .next = שנו אותו או בחרו שם אחר.
platform-no_server_name = לשרת נתונים דרוש שם.
    .next = שלחו serverName.
platform-unknown_server = אין ברשימה שרת נתונים כזה.
    .next = קראו את הרשימה מחדש.
platform-too_many_servers = ברשימה יש לכל היותר { $maximum } שרתי נתונים.
    .next = הסירו קודם אחד מהם.
platform-no_web_access_tokens = בשרת הזה אין אסימוני גישה לאינטרנט (WAT).
    .next = השתמשו באסימון API או היכנסו.
