import { expect, it } from "vitest";
import { parseEnv } from "@/lib/env";
import { readClaims } from "./claims";

const issuer = "https://id.ministry.example";
const settings = (more: Record<string, string> = {}) =>
  parseEnv({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "entente", OIDC_CLIENT_SECRET: "secret", ...more }).signOn!;
const read = (claims: Record<string, unknown>, more?: Record<string, string>) =>
  readClaims({ iss: issuer, sub: "1", ...claims }, settings(more));

it.each([{ iss: `${issuer}/` }, { iss: undefined }, { sub: "" }, { sub: 7 }, { sub: "x".repeat(256) }])(
  "names no one: %j",
  (claims) => expect(read(claims)).toBeNull(),
);

it("takes an address only where it is said to be its holder's", () => {
  const email = " Aigerim@Ministry.Example ";
  for (const is of [true, "true"])
    expect(read({ email, email_verified: is })?.email).toBe("aigerim@ministry.example");
  for (const is of [false, "false", undefined, 1])
    expect(read({ email, email_verified: is })?.email).toBeNull();
  expect(read({ email }, { OIDC_ADDRESSES: "all" })?.email).toBe("aigerim@ministry.example");
  expect(read({ email: ["a@b.example"], email_verified: true })?.email).toBeNull();
});

it("makes a name that can be shown of what it is told", () => {
  expect(read({ name: " Aige\u0000rim\u202e " })?.name).toBe("Aigerim");
  expect(read({ name: "x".repeat(500) })?.name).toHaveLength(120);
  expect(read({ name: { first: "A" }, email: "aigerim@m.example", email_verified: true })?.name).toBe(
    "aigerim",
  );
});

const byRoles = { OIDC_ROLE_CLAIM: "realm.roles", OIDC_ROLES: "w=author;c=admin" };

it.each([
  ["the highest of several", { realm: { roles: ["w", "c", "w"] } }, "admin"],
  ["one alone", { realm: { roles: "w" } }, "author"],
  ["a claim whose name has a dot", { "realm.roles": ["w"], realm: { roles: ["c"] } }, "author"],
  ["none that is known", { realm: { roles: ["tennis", 7, null] } }, null],
  ["what every object has", { realm: "constructor" }, null],
  ["no claim", {}, null],
])("reads a role of %s", (_what, claims, role) => expect(read(claims, byRoles)?.role).toBe(role));

it("leaves roles to the desk where no claim says them, and lets in as a viewer where that is set", () => {
  expect(read({ realm: { roles: "c" } })?.role).toBeUndefined();
  expect(read({}, { ...byRoles, OIDC_ROLE_ELSE: "viewer" })?.role).toBe("viewer");
});

it("counts a second step by the values that are set alone, and knows when it was", () => {
  const counted = { OIDC_SECOND_STEP: "mfa,urn:gold" };
  for (const claims of [{ amr: ["pwd", "mfa"] }, { acr: "urn:gold" }])
    expect(read(claims, counted)?.isSecondStep).toBe(true);
  for (const claims of [{ amr: ["pwd"] }, { acr: "MFA" }, {}])
    expect(read(claims, counted)?.isSecondStep).toBe(false);
  expect(read({ amr: ["mfa"] })?.isSecondStep).toBe(false);
  expect(read({ auth_time: 1_700_000_000 })?.provedAt).toEqual(new Date("2023-11-14T22:13:20Z"));
  expect(read({ auth_time: "soon" })?.provedAt).toBeNull();
});
