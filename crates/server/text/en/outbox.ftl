# The inbox of the demo.

outbox-title = Inbox
outbox-lead = This demo sends no mails. They are kept here instead.
outbox-none = No mails yet
outbox-none_lead = Use “Forgot your password?” on the sign-in page, and a mail appears here.
outbox-subject = Subject
outbox-to = To
outbox-when = When
outbox-text = As text
outbox-show_html = Show it as a mail program does
outbox-back = Back to the inbox
