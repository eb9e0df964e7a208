"""Manages users as the community's script does: lists, adds, changes, searches and deletes one.

Every call signs a new `x-api-key`. Nothing is checked on the way and nothing is retried; what came back is
printed as one JSON object at the end, for whoever runs this to judge.

usage: manage_users.py BASE_URL API_KEY ADMIN_EMAIL ADMIN_PASSWORD USER_EMAIL USER_PASSWORD [--keep]
"""

import hashlib
import json
import sys
import time
import urllib.parse

import jwt
import requests

BASE_URL, API_KEY, ADMIN_EMAIL, ADMIN_PASSWORD, USER_EMAIL, USER_PASSWORD = sys.argv[1:7]
KEEPS_THE_USER = "--keep" in sys.argv[7:]

answers = {}


def api_key_header():
    claims = {"iat": int(time.time()), "email": ADMIN_EMAIL, "password": ADMIN_PASSWORD}
    return urllib.parse.quote_plus(jwt.encode(claims, API_KEY, algorithm="HS256"))


def call(name, method, url, params=None, payload=None):
    headers = {"x-api-key": api_key_header()}
    if payload:
        headers["Content-Type"] = "application/json"
    if method.upper() == "GET":
        response = requests.get(url, params=params, headers=headers)
    elif method.upper() == "POST":
        response = requests.post(url, data=json.dumps(payload), params=params, headers=headers)
    elif method.upper() == "PUT":
        response = requests.put(url, data=json.dumps(payload), params=params, headers=headers)
    else:
        response = requests.delete(url, headers=headers)
    answers[name] = {"status": response.status_code, "reason": response.reason, "text": response.text}
    return response


users_url = BASE_URL + "/api/users"

call("list", "GET", users_url)

md5 = hashlib.md5(USER_PASSWORD.encode()).hexdigest()
call("add", "POST", users_url, payload=[{"email": USER_EMAIL, "active": "true", "hash": md5}])

call("change", "PUT", users_url + "/" + urllib.parse.quote(USER_EMAIL), payload={"firstName": "user"})

found = call("search", "GET", users_url, params={"search": USER_EMAIL})

if not KEEPS_THE_USER and found.reason == "OK":
    users = json.loads(found.text)
    if users is not None and len(users) == 1:
        call("delete", "post", BASE_URL + "/api/users/delete", payload=[users[0]["_id"]])

print(json.dumps(answers))
