import { expect, it } from "vitest";
import { databaseFault } from "./database";

const url =
  "postgresql://app:secret-word@db.example:5432/entente?sslmode=verify-full&sslrootcert=/etc/ca.pem";
const failed = (code: string, more: object = {}) =>
  Object.assign(new Error("words of a driver"), { code, ...more });

it.each([
  [failed("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), "sslrootcert="],
  [failed("SELF_SIGNED_CERT_IN_CHAIN"), "sslrootcert="],
  [failed("DEPTH_ZERO_SELF_SIGNED_CERT"), "sslrootcert="],
  [failed("UNABLE_TO_GET_ISSUER_CERT_LOCALLY"), "sslrootcert="],
  [failed("CERT_HAS_EXPIRED"), "has expired"],
  [failed("ERR_TLS_CERT_ALTNAME_INVALID"), "another host name"],
  [failed("ERR_SSL_WRONG_VERSION_NUMBER"), "do not agree on TLS"],
  [
    failed("ENOENT", { syscall: "open", path: "/etc/ca.pem" }),
    "sslrootcert names, /etc/ca.pem, cannot be read",
  ],
  [new AggregateError([failed("ECONNREFUSED")]), "nothing answers"],
])("says in one sentence what to do, without the password: %s", (error, words) => {
  const sentence = databaseFault(error, url) ?? "";
  expect(sentence).toContain("The database entente at db.example:5432 cannot be used");
  expect(sentence).toContain(words);
  expect(sentence).not.toMatch(/secret-word|\n/);
});

it("knows nothing of an error that is about something else", () => {
  expect(databaseFault(failed("ENOENT", { syscall: "open", path: "/elsewhere" }), url)).toBeNull();
  expect(databaseFault(new TypeError("no"), url)).toBeNull();
});
