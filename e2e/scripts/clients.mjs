// The public JavaScript packages of the platform: its command line tool and its REST client, unchanged.
//
// Arguments: the folder with `node_modules`, address, e-mail and password of an administrator. Prints nothing; an
// assertion that fails says what could not be done.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const [folder, url, email, password] = process.argv.slice(2);
const packages = join(folder, "node_modules", "@sisense");
const run = promisify(execFile);

async function status(path, token) {
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  return answer.status;
}

async function commandLine() {
  const tool = join(packages, "sdk-cli", "dist", "index.js");
  const asked = ["get-api-token", "--url", url, "--username", email];
  const { stdout } = await run(process.execPath, [tool, ...asked, "--password", password]);
  const token = stdout.match(/token: '([^']+)'/)?.[1];
  assert.ok(token, `the tool prints no token: ${stdout}`);
  assert.equal(await status("/api/users/loggedin", token), 200, stdout);
  const wrong = await run(process.execPath, [tool, ...asked, "--password", "wrong"]).catch((failed) => failed);
  assert.equal(wrong.code, 1, "a wrong password is taken");
}

async function restClient() {
  const entry = createRequire(join(folder, "package.json")).resolve("@sisense/sdk-rest-client");
  const { getAuthenticator, HttpClient } = await import(pathToFileURL(entry));

  const byPassword = new HttpClient(url, getAuthenticator({ url, username: email, password }), "test");
  assert.equal(await byPassword.login(), true);
  const me = await byPassword.get("api/users/loggedin");
  assert.equal(me.email, email);
  const groups = await byPassword.get("api/v1/groups");
  assert.ok(groups.some((group) => group.name === "Everyone"));
  const made = await byPassword.post("api/v1/users", { email: "js@clients.example", firstName: "J S" });
  const changed = await byPassword.patch(`api/v1/users/${made._id}`, { lastName: "Changed" });
  assert.equal(changed.lastName, "Changed");
  assert.equal(await byPassword.delete(`api/v1/users/${made._id}`), undefined);
  assert.deepEqual(await byPassword.post("api/activities", [{ action: "test" }]), {});
  await assert.rejects(byPassword.get("api/v1/users/66f1c2a45d0e8b3f7a914c20"));

  const { token } = await byPassword.get("api/v1/authentication/tokens/api");
  const byToken = new HttpClient(url, getAuthenticator({ url, token }), "test");
  await byToken.login();
  assert.equal((await byToken.get("api/users/loggedin")).email, email);

  const wrong = getAuthenticator({ url, username: email, password: "wrong" });
  assert.equal(await wrong.authenticate(), false);
  const refused = new HttpClient(url, getAuthenticator({ url, token: "wrong" }), "test");
  await refused.login();
  await assert.rejects(refused.get("api/users/loggedin"));

  // No web access tokens here: the client takes the refusal for one that does not work.
  assert.equal(await getAuthenticator({ url, wat: "a.b.c.d.e" }).authenticate(), false);

  // Single Sign On is off, and the client says so instead of sending people round in circles.
  const page = { location: { href: `${url}/app`, search: "" }, localStorage: undefined };
  globalThis.window = page;
  await assert.rejects(getAuthenticator({ url: `${url}/?domain=d`, ssoEnabled: true }).authenticate());
}

await commandLine();
await restClient();
