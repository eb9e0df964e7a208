"""Calls everything that the OpenAPI documents name, with what fits and what does not, by the package schemathesis.

Arguments: address, the key that signs `x-api-key`, e-mail and password of an administrator, how many cases a call gets,
and which versions, divided by commas; all of them if it is not said.
The key is used because no call that is tried can end it: a token would be dead after the first sign-out. What
replaces that key is left to other tests. Ends with 1 and says why if a call answers with a status or a body that its document does
not tell of, or with any status from 500 on.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

import jwt
import requests

URL, KEY, EMAIL, PASSWORD, CASES = sys.argv[1:6]
VERSIONS = sys.argv[6] if len(sys.argv) > 6 else "v1,v0.9,v2"
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
PROGRAM = "import sys; from schemathesis.cli import schemathesis; sys.exit(schemathesis())"

key = jwt.encode({"iat": int(time.time()), "email": EMAIL, "password": PASSWORD}, KEY, algorithm="HS256")
folder = pathlib.Path(tempfile.mkdtemp())
for version in VERSIONS.split(","):
    document = requests.get(f"{URL}/api/openapi/{version}.json").json()
    # Told of credentials, it would make up some beside the good one, and be refused nearly everywhere.
    del document["components"]["securitySchemes"]
    for calls in document["paths"].values():
        for call in calls.values():
            call.pop("security", None)
    (folder / "document.json").write_text(json.dumps(document))
    arguments = ["run", "document.json", "--url", URL, "--header", f"x-api-key: {key}", "--checks", CHECKS]
    arguments += ["--phases", "examples,coverage,fuzzing", "--max-examples", CASES, "--generation-deterministic"]
    for path in ("/api/v1/security/api-key/rotate", "/api/settings/api", "/api/settings/api/generate"):
        arguments += ["--exclude-path", path]
    arguments += ["--continue-on-failure", "--no-shrink"]
    arguments += ["--suppress-health-check", "all", "--warnings", "off"]
    ended = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], cwd=folder, text=True, capture_output=True)
    print(ended.stdout[-20_000:], ended.stderr[-5_000:])
    if ended.returncode:
        print(ended.stdout[-20_000:], file=sys.stderr)
        sys.exit(1)
