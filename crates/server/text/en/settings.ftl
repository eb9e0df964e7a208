# What an administrator changes while the server runs.

settings-changed_meanwhile = Somebody else changed these settings since you opened the page.
    .next = Look at what differs, and save again if yours is right.
