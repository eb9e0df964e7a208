# Calls that may be sent again.

idempotency-bad_key = The header `Idempotency-Key` cannot be read.
    .next = Send 1 to { $maximum } letters, digits or signs without blanks; a random UUID is best.
idempotency-other_request = This `Idempotency-Key` came with another request before.
    .next = Use a new key for each request; send the same key only with the same address and body.
idempotency-in_flight = The first call with this `Idempotency-Key` is still being answered.
    .next = Wait a moment and send it again.
idempotency-answer_lost = The call with this `Idempotency-Key` was done, but its answer is not known any more.
    .next = Look at what it made or changed; nothing was done twice. A secret that was in the answer has to be made anew.
idempotency-too_many = You have { $maximum } idempotency keys from the last 24 hours.
    .next = Wait until the oldest are forgotten, or send calls without a key.
