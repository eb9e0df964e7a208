// Reads the published vectors of license files with `jose`: what we sign is good for a foreign library too.
//
// Arguments: the `package.json` beside `node_modules`, and the file of the vectors. Prints how many files were read and how many
// refused; an error says which one was not.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [beside, file] = process.argv.slice(2);
const jose = createRequire(beside)("jose");

// What a library that is told the one algorithm must refuse by itself, and what the chain to the root adds.
const MUST_REFUSE = new Set([
  "alg_none", "alg", "crit", "typ", "kind", "shape", "signature", "signature_length", "signature_not_reduced",
  "root_unknown", "statement_signature", "statement_kind",
]);

const jwk = (x) => ({ kty: "OKP", crv: "Ed25519", x });
const kid = (x) => jose.calculateJwkThumbprint(jwk(x));

function withoutArmor(text) {
  if (!text.includes("BEGIN SEATWARDEN")) return text.trim();
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^[>|\s]+/, "").trim());
  const begin = lines.findIndex((line) => line.includes("BEGIN SEATWARDEN"));
  const end = lines.findIndex((line) => line.includes("END SEATWARDEN"));
  return lines.slice(begin + 1, end).join("");
}

async function verified(compact, x, typ) {
  const key = await jose.importJWK(jwk(x), "EdDSA");
  const { payload, protectedHeader } = await jose.compactVerify(compact, key, { algorithms: ["EdDSA"] });
  assert.equal(protectedHeader.typ, typ);
  return JSON.parse(new TextDecoder().decode(payload));
}

async function read(compact, typ, roots) {
  const header = jose.decodeProtectedHeader(compact);
  if (header.key) return verified(compact, header.key, typ);
  if (!header.signer) return verified(compact, roots.get(header.kid), typ);
  const root = roots.get(jose.decodeProtectedHeader(header.signer).kid);
  const { key } = await verified(header.signer, root, "seatwarden-signer+jws");
  assert.equal(await kid(key), header.kid, "another signer");
  return verified(compact, key, typ);
}

const vectors = JSON.parse(readFileSync(file, "utf8"));
const roots = new Map();
for (const x of vectors.roots) roots.set(await kid(x), x);
const counts = { read: 0, refused: 0 };
for (const one of vectors.cases) {
  const typ = `seatwarden-${one.kind.replaceAll("_", "-")}+jws`;
  const code = one.expected.replace("license_file.", "");
  if (code === "ok") {
    const content = await read(withoutArmor(one.text), typ, roots);
    for (const [name, value] of Object.entries(one.claims)) assert.deepEqual(content[name], value, one.name);
    counts.read += 1;
  } else if (MUST_REFUSE.has(code) && !one.text.includes("BEGIN")) {
    const outcome = await read(withoutArmor(one.text), typ, roots).then(() => "read", () => "refused");
    assert.equal(outcome, "refused", `\`${one.name}\` was read`);
    counts.refused += 1;
  }
}
console.log(JSON.stringify(counts));
