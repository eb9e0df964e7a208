"""The public client packages of the platform, each through the life of a user: pysisense, PySenseSDK and sisense.

Arguments: address, TLS address, e-mail and password of an administrator. Prints nothing; an assertion that fails says
which client could not do what.
"""

import os
import sys
import tempfile
import warnings

import requests
import urllib3

warnings.filterwarnings("ignore")
urllib3.disable_warnings()
os.chdir(tempfile.mkdtemp())  # some of them write logs where they are

URL, TLS_URL, EMAIL, PASSWORD = sys.argv[1:5]
FIRST, SECOND = "violet kettle orbit 41", "copper lantern meadow 77"


def login(name, password):
    answer = requests.post(f"{URL}/api/v1/authentication/login", data={"username": name, "password": password})
    return answer.json()["access_token"] if answer.status_code == 200 else None


def pysisense():
    from pysisense import AccessManagement, SisenseClient

    host, port = URL.split("://")[1].split(":")
    client = SisenseClient(domain=host, token=login(EMAIL, PASSWORD), is_ssl=False, port=int(port))
    manage = AccessManagement(client)
    assert manage.get_my_user()["email"] == EMAIL
    assert {"super", "admin", "dataAdmin", "dataDesigner", "contributor", "consumer"} <= {
        role["name"] for role in manage.get_roles()
    }
    groups = manage.create_groups_bulk([{"name": "Peregrine One"}, {"name": "Peregrine Two", "roleId": None, "dn": ""}])
    assert [group["name"] for group in groups] == ["Peregrine One", "Peregrine Two"]
    new = {"email": "py@clients.example", "firstName": "Py", "lastName": "Sense", "password": FIRST}
    made = manage.create_user({**new, "role": "viewer", "groups": ["Peregrine One"]})
    assert made["email"] == new["email"] and made["active"]
    assert manage.get_user(new["email"])["ROLE_RAW_NAME"] == "consumer"
    changed = manage.update_user(new["email"], {"firstName": "Renamed", "role": "dashboardDesigner"})
    assert changed["firstName"] == "Renamed" and groups[0]["_id"] in changed["groups"]
    manage.change_user_password(made["_id"], SECOND)
    assert login(new["email"], SECOND) and not login(new["email"], FIRST)
    many = manage.create_users_bulk([{"email": f"bulk{number}@clients.example"} for number in range(3)])
    assert len(many) == 3 and not many[0]["active"]
    assert "2004" in str(manage.create_users_bulk([{"email": "bulk0@clients.example"}]))
    assert new["email"] in str(manage.users_per_group("Everyone"))
    assert EMAIL in str(manage.users_per_group("Admins")) and new["email"] not in str(manage.users_per_group("Admins"))
    assert [tenant["name"] for tenant in manage.get_tenants()] == ["system"]
    assert manage.get_all_dashboard_shares() is not None
    manage.delete_group(groups[0]["_id"])
    manage.delete_user(new["email"])
    assert not login(new["email"], SECOND)


def pysense_sdk():
    from PySense import PySense, SisenseRole

    client = PySense.authenticate_by_password(TLS_URL, EMAIL, PASSWORD, "Linux", verify=False)
    user = client.add_user("sdk@clients.example", SisenseRole.Role.VIEWER, user_name="sdk", password=FIRST, first_name="S")
    found = client.get_user_by_email("SDK@clients.example")
    assert found.get_id() == user.get_id()
    found.update(first_name="Changed")
    assert client.get_user_by_id(user.get_id()).get_first_name() == "Changed"
    group = client.add_groups(["Sdk Group"])[0]
    group.add_user([found])
    assert [member.get_id() for member in group.get_users()] == [found.get_id()]
    group.remove_user([found])
    assert group.get_users() == []
    found.change_password(SECOND)
    assert login("sdk", SECOND)
    client.delete_groups([group])
    client.delete_users([found])
    assert not login("sdk", SECOND)


def sisense():
    from sisense.admin.auth.auth import Auth
    from sisense.sisense_client import Sisense

    other = login(EMAIL, PASSWORD)
    first = Auth(TLS_URL, EMAIL, PASSWORD)
    client = Sisense(TLS_URL, login(EMAIL, PASSWORD))
    del first  # it signs out when it is collected; no other token may end with it
    answer = requests.get(f"{URL}/api/users/loggedin", headers={"authorization": f"Bearer {other}"})
    assert answer.status_code == 200
    made = client.user.create("sis@clients.example", firstName="Sis")
    assert client.user.get(email="sis@clients.example")._id == made._id
    assert client.user.get(email="nobody@clients.example") is None
    made.update(lastName="Changed")
    group = client.group.create("Sis Group")
    group.add_user(client.user.get(oid=made._id))
    assert group._id in client.user.get(oid=made._id).groups
    made.delete()
    group.delete()


for client in (pysisense, pysense_sdk, sisense):
    client()
