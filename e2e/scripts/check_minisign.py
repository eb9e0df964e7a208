"""Checks a signature as minisign does (https://jedisct1.github.io/minisign/), with a library that knows nothing of us.

Arguments: the file, its signature, the public key. Ends with an error unless both signatures are good.
"""

import base64
import hashlib
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

path, signature_path, public = sys.argv[1:4]
public = base64.b64decode(public)
assert public[:2] == b"Ed" and len(public) == 42, "no public key of minisign"
key = Ed25519PublicKey.from_public_bytes(public[10:])
lines = open(signature_path, encoding="utf-8").read().splitlines()
assert lines[0].startswith("untrusted comment: ") and lines[2].startswith("trusted comment: "), lines
signature = base64.b64decode(lines[1])
assert signature[:2] == b"ED", "not of the kind that signs a digest"
assert signature[2:10] == public[2:10], "of another key"
digest = hashlib.blake2b(open(path, "rb").read()).digest()
key.verify(signature[10:], digest)
key.verify(base64.b64decode(lines[3]), signature[10:] + lines[2].removeprefix("trusted comment: ").encode())
print(lines[2])
