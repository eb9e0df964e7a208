"""The public client packages of the platform, each through the life of a user: pysisense, PySenseSDK and sisense.

Arguments: address, TLS address, e-mail and password of an administrator; and TLS address, e-mail and password of the
Sys. Admin of a second server, to which users and groups are moved. Prints nothing; an assertion that fails says which
client could not do what.
"""

import os
import pathlib
import sys
import tempfile
import urllib.parse
import warnings

import requests
import urllib3

warnings.filterwarnings("ignore")
urllib3.disable_warnings()
os.chdir(tempfile.mkdtemp())  # some of them write logs where they are

URL, TLS_URL, EMAIL, PASSWORD, TARGET_TLS_URL, TARGET_EMAIL, TARGET_PASSWORD = sys.argv[1:8]
FIRST, SECOND = "violet kettle orbit 41", "copper lantern meadow 77"

# pysisense speaks TLS with port 443 only. The servers listen elsewhere, so the way there is bent below the package.
SOURCE_HOST, TARGET_HOST = "127.0.0.1", "localhost"
PORTS = {
    SOURCE_HOST: urllib.parse.urlsplit(TLS_URL).port,
    TARGET_HOST: urllib.parse.urlsplit(TARGET_TLS_URL).port,
}
connect = urllib3.util.connection.create_connection


def connect_elsewhere(address, *arguments, **named):
    host, port = address
    return connect((host, PORTS[host] if port == 443 else port), *arguments, **named)


urllib3.util.connection.create_connection = connect_elsewhere


def login(name, password, url=URL):
    form = {"username": name, "password": password}
    answer = requests.post(f"{url}/api/v1/authentication/login", data=form, verify=False)
    return answer.json()["access_token"] if answer.status_code == 200 else None


def sisense_client(host, token):
    from pysisense import SisenseClient

    return SisenseClient.from_connection(domain=f"https://{host}", token=token, is_ssl=True, verify_ssl=False)


def no_failure_is_logged():
    """What the package could not do it says in its log."""
    for log in pathlib.Path("logs").glob("*.log"):
        wrong = [line for line in log.read_text().splitlines() if " ERROR" in line or "- ERROR -" in line]
        assert not wrong, "\n".join(wrong)


def pysisense():
    from pysisense import AccessManagement, SisenseClient

    host, port = URL.split("://")[1].split(":")
    plain = SisenseClient(domain=host, token=login(EMAIL, PASSWORD), is_ssl=False, port=int(port))
    assert AccessManagement(plain).get_my_user()["email"] == EMAIL

    client = sisense_client(SOURCE_HOST, login(EMAIL, PASSWORD))
    manage = AccessManagement(client)
    me = manage.get_my_user()
    assert me["email"] == EMAIL and client.decode_bearer_token()["user"] == me["_id"]
    assert {"super", "admin", "dataAdmin", "dataDesigner", "contributor", "consumer"} <= {
        role["name"] for role in manage.get_roles()
    }
    groups = pysisense_groups(manage)
    pysisense_users(manage, groups)
    pysisense_ownership(client, manage, me)
    pysisense_migration(client)
    manage.delete_group(groups[0]["_id"])
    no_failure_is_logged()
    # And what must be refused is refused in words that the package finds.
    assert "2004" in str(manage.create_users_bulk([{"email": "bulk0@clients.example"}]))
    assert "Peregrine Two" in str(manage.create_groups_bulk([{"name": "Peregrine Two"}]))


def pysisense_groups(manage):
    groups = manage.create_groups_bulk([{"name": "Peregrine One"}, {"name": "Peregrine Two", "roleId": None, "dn": ""}])
    assert [group["name"] for group in groups] == ["Peregrine One", "Peregrine Two"]
    names = {group["name"] for group in manage.get_groups()}
    assert {"Everyone", "Admins", "Peregrine One"} <= names
    assert [group["name"] for group in manage.get_groups("Peregrine Two")] == ["Peregrine Two"]
    assert "Peregrine One" in str(manage.get_group("peregrine one"))
    assert [tenant["name"] for tenant in manage.get_tenants()] == ["system"]
    return groups


def pysisense_users(manage, groups):
    new = {"email": "py@clients.example", "firstName": "Py", "lastName": "Sense", "password": FIRST}
    made = manage.create_user({**new, "role": "viewer", "groups": ["Peregrine One"]})
    assert made["email"] == new["email"] and made["active"]
    assert manage.get_user(new["email"])["ROLE_RAW_NAME"] == "consumer"
    for spelling, role in [("Dashboard Designer", "contributor"), ("dataDesigner", "dataDesigner"), ("viewer", "consumer")]:
        manage.update_user(new["email"], {"role": spelling})
        assert manage.get_user(new["email"])["ROLE_RAW_NAME"] == role, spelling
    changed = manage.update_user(new["email"], {"firstName": "Renamed", "role": "dashboardDesigner"})
    assert changed["firstName"] == "Renamed" and groups[0]["_id"] in changed["groups"]
    moved = manage.update_user(new["email"], {"groups": ["Peregrine Two"]})
    assert groups[1]["_id"] in moved["groups"] and groups[0]["_id"] not in moved["groups"]
    manage.change_user_password(made["_id"], SECOND)
    assert login(new["email"], SECOND) and not login(new["email"], FIRST)
    many = manage.create_users_bulk(
        [{"email": f"bulk{number}@clients.example", "firstName": f"Bulk {number}"} for number in range(3)]
    )
    assert len(many) == 3 and not many[0]["active"]
    for everybody in (
        manage.get_users_all(),
        manage.get_users_expanded(),
        manage.get_users_with_role_names_and_group_names(),
        manage.users_per_group("Everyone"),
    ):
        assert new["email"] in str(everybody) and "bulk2@clients.example" in str(everybody), everybody
    # This one leaves out the group of everybody.
    by_group = {group["group"]: group["username"] for group in manage.users_per_group_all()}
    assert by_group["Peregrine Two"] == [new["email"]] and by_group["Peregrine One"] == []
    assert "Peregrine Two" in str(manage.get_user_with_role_and_group_names(new["email"]))
    admins = str(manage.users_per_group("Admins"))
    assert EMAIL in admins and new["email"] not in admins
    manage.delete_user(new["email"])
    assert not login(new["email"], SECOND)


def pysisense_ownership(client, manage, me):
    from pysisense import Dashboard, Folder

    heir = manage.create_user({"email": "heir@clients.example", "firstName": "Heir", "role": "viewer", "password": FIRST})
    folders, dashboards = Folder(client), Dashboard(client)
    made = folders.create_folder("Py Folder")
    inner = folders.create_folder("Py Inner", parent_id=made["oid"])
    assert inner["parentId"] == made["oid"]
    owned = {"kind": "dashboard", "externalId": "py-dashboard", "title": "Py", "owner": EMAIL, "folder": inner["oid"]}
    assert client.post("/api/v1/ownership/objects", data=owned).ok
    assert folders.get_folder_id(made["oid"])["name"] == "Py Folder"
    assert folders.update_folder(made["oid"], name="Py Renamed")["name"] == "Py Renamed"
    for listed in (folders.get_folders(), folders.get_all_folders(), folders.get_navver()):
        assert "Py Renamed" in str(listed)
    moved = manage.change_folder_and_dashboard_ownership(EMAIL, "Py Renamed", heir["email"])
    assert moved == {"total_folders_changed": 2, "total_dashboards_changed": 1}, moved
    for folder in (made, inner):
        assert folders.get_folder_id(folder["oid"])["owner"] == heir["_id"]
    assert client.get("/api/v1/dashboards/py-dashboard").json()["owner"] == heir["_id"]
    dashboards.change_dashboard_owner("py-dashboard", me["_id"], admin_access=False)
    folders.delete_folder(inner["oid"])
    folders.delete_folder(made["oid"])
    assert client.get("/api/v1/dashboards/py-dashboard").json()["parentFolder"] is None

    shares = [{"type": "user", "name": heir["email"], "rule": "view"}, {"type": "group", "name": "Everyone", "rule": "view"}]
    assert dashboards.add_dashboard_shares("py-dashboard", shares)["success"]
    assert heir["_id"] in str(dashboards.get_dashboard_shares_v1("py-dashboard"))
    shared = [(share["type"], share["name"]) for share in manage.get_all_dashboard_shares() if share["dashboard"] == "Py"]
    assert shared[0] == ("user", EMAIL), "the owner comes first"
    assert sorted(shared[1:]) == [("group", "Everyone"), ("user", heir["email"])], shared
    assert client.post("/api/shares/dashboard/py-dashboard", data={"sharesTo": []}).ok
    assert dashboards.get_dashboard_shares_v1("py-dashboard") == []
    dashboards.change_dashboard_owner("py-dashboard", heir["_id"])
    dashboards.change_dashboard_owner("py-dashboard", me["_id"], admin_access=False)
    assert client.get("/api/v1/dashboards/py-dashboard").json()["owner"] == me["_id"]
    manage.delete_user(heir["email"])


def pysisense_migration(source):
    """Two servers, both over TLS: everything to an empty one, then once more, as users and groups that are there."""
    from pysisense import AccessManagement, MergeTool, Migration

    target = sisense_client(TARGET_HOST, login(TARGET_EMAIL, TARGET_PASSWORD, TARGET_TLS_URL))
    there = AccessManagement(target)
    for user in target.get("/api/v1/users?expand=role").json():
        if user["role"]["name"] != "super":
            assert target.delete(f"/api/v1/users/{user['_id']}").status_code == 204
    for group in there.get_groups():
        if not group.get("everyone") and not group.get("admins"):
            assert target.delete(f"/api/v1/groups/{group['_id']}").status_code == 204

    migration = Migration(source_client=source, target_client=target)
    for moved in (migration.migrate_groups(["Peregrine One"]), migration.migrate_users(["bulk1@clients.example"])):
        assert [result["status"] for result in moved["results"]] == ["Success"], moved
    for group in there.get_groups("Peregrine One"):
        there.delete_group(group["_id"])
    there.delete_user("bulk1@clients.example")
    groups = migration.migrate_all_groups()
    assert groups["ok"], groups
    users = migration.migrate_all_users()
    assert users["ok"], users
    assert "bulk2@clients.example" in str(there.get_users_all())

    merge = MergeTool(source_client=source, target_client=target)
    for moved in (
        merge.migrate_groups(["Peregrine One"], action="skip"),
        merge.migrate_groups(["Peregrine One"], action="overwrite"),
        merge.migrate_users(["bulk2@clients.example"], action="skip"),
        merge.migrate_users(["bulk2@clients.example"], action="overwrite"),
        merge.migrate_all_groups(action="skip"),
        merge.migrate_all_users(action="skip"),
    ):
        assert not moved.get("failed_count", moved.get("fail_count", 0)), moved
    assert "bulk2@clients.example" in str(there.get_users_all())


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
    branding = client.connector.rest_call("post", "api/branding", json_payload={"brandName": "House"})
    assert branding == client.get_branding().json == {"brandName": "House"}
    client.set_branding(client.get_branding())
    client.set_ui_settings({"dashboards": {"colour": "blue"}})
    assert client.get_ui_settings() == {"dashboards": {"colour": "blue"}}
    folder = client.add_folder("Sdk Folder")
    assert [found.get_oid() for found in client.get_folders(name="Sdk Folder")] == [folder.get_oid()]
    client.delete_folders([folder])
    assert client.get_folders(name="Sdk Folder") == []
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
