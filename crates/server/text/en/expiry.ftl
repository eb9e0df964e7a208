# Mails before a license ends.

expiry-subject = { $name } ends on { $day }
expiry-lead = The license “{ $name }” ({ $code }) of { $organisation } ends on { $day }.
expiry-button = Open the license
expiry-after = Once it is renewed, the servers notice by themselves. After the end everything works on for { NUMBER($days) } days.
audit-event_expiry_tell = Told that the license ends soon
