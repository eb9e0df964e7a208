"""Reads the published vectors of license files with PyJWT: what we sign is good for a foreign library too.

Argument: the file of the vectors. Prints how many files were read and how many refused; an assertion that fails says
which one was not.
"""

import json
import sys

import jwt
from jwt.algorithms import OKPAlgorithm

# What a library that is told the one algorithm must refuse by itself, and what the chain to the root adds.
MUST_REFUSE = {
    "alg_none", "alg", "crit", "typ", "kind", "shape", "signature", "signature_length", "signature_not_reduced",
    "root_unknown", "statement_signature", "statement_kind",
}


def public_key(x):
    return OKPAlgorithm.from_jwk({"kty": "OKP", "crv": "Ed25519", "x": x})


def kid(x):
    import base64
    import hashlib

    text = json.dumps({"crv": "Ed25519", "kty": "OKP", "x": x}, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def without_armor(text):
    if "BEGIN SEATWARDEN" not in text:
        return text.strip()
    lines = [line.lstrip("> |\t").strip() for line in text.splitlines()]
    begin = next(at for at, line in enumerate(lines) if "BEGIN SEATWARDEN" in line)
    end = next(at for at, line in enumerate(lines) if "END SEATWARDEN" in line)
    return "".join(lines[begin + 1 : end])


def verified(compact, x, typ):
    whole = jwt.PyJWS().decode_complete(compact, key=public_key(x), algorithms=["EdDSA"])
    assert whole["header"]["typ"] == typ, whole["header"]
    return json.loads(whole["payload"])


def read(compact, typ, roots):
    header = jwt.get_unverified_header(compact)
    if "key" in header:
        return verified(compact, header["key"], typ)
    if "signer" not in header:
        return verified(compact, roots[header["kid"]], typ)
    statement = header["signer"]
    root = roots[jwt.get_unverified_header(statement)["kid"]]
    key = verified(statement, root, "seatwarden-signer+jws")["key"]
    assert kid(key) == header["kid"], "another signer"
    return verified(compact, key, typ)


vectors = json.load(open(sys.argv[1], encoding="utf-8"))
roots = {kid(x): x for x in vectors["roots"]}
counts = {"read": 0, "refused": 0}
for case in vectors["cases"]:
    typ = f"seatwarden-{case['kind'].replace('_', '-')}+jws"
    code = case["expected"].removeprefix("license_file.")
    if code == "ok":
        content = read(without_armor(case["text"]), typ, roots)
        missing = {name: value for name, value in case["claims"].items() if content.get(name) != value}
        assert not missing, (case["name"], missing)
        counts["read"] += 1
    elif code in MUST_REFUSE and "BEGIN" not in case["text"]:
        try:
            read(without_armor(case["text"]), typ, roots)
        except Exception:
            counts["refused"] += 1
        else:
            raise AssertionError(f"`{case['name']}` was read")
print(json.dumps(counts))
