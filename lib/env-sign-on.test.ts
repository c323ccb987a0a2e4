import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

const whole = {
  OIDC_ISSUER: "https://id.ministry.example/realms/desk",
  OIDC_CLIENT_ID: "entente",
  OIDC_CLIENT_SECRET: "a secret",
};
const read = (more: Record<string, string>) => parseEnv({ ...whole, ...more }).signOn;

describe("the settings of signing on", () => {
  it("are none unless set, and then ask for no more than is needed", () => {
    expect(parseEnv({}).signOn).toBeUndefined();
    expect(read({})).toEqual({
      ...{
        issuer: whole.OIDC_ISSUER,
        clientId: "entente",
        clientSecret: "a secret",
        name: "id.ministry.example",
      },
      ...{ scope: "openid email profile", algorithm: "RS256", makesAccounts: false, trustsAddresses: false },
      ...{ roles: null, otherRole: null, secondStep: [], signOut: "there" },
    });
  });

  it("offer to sign out there, and the way back where the provider knows it", () => {
    expect(read({ OIDC_SIGN_OUT: "back" })?.signOut).toBe("back");
    expect(read({ OIDC_SIGN_OUT: "" })?.signOut).toBe("there");
    expect(() => read({ OIDC_SIGN_OUT: "always" })).toThrow("OIDC_SIGN_OUT");
  });

  it("read what gives a role, also values that hold an equals sign and a comma", () => {
    const roles = read({
      OIDC_ROLE_CLAIM: "groups",
      OIDC_ROLES: "cn=desk,o=m=editor; chiefs = admin;",
    })?.roles;
    expect([...(roles?.values ?? [])]).toEqual([
      ["cn=desk,o=m", "editor"],
      ["chiefs", "admin"],
    ]);
  });

  it.each([
    ["OIDC_CLIENT_SECRET: must be set", { OIDC_CLIENT_SECRET: "" }],
    ["OIDC_ISSUER: must be set", { OIDC_ISSUER: "" }],
    ["OIDC_ISSUER: must begin with https", { OIDC_ISSUER: "http://id.ministry.example" }],
    ["OIDC_ISSUER: must be the provider's own address", { OIDC_ISSUER: "https://id.ministry.example/?a=b" }],
    ["OIDC_SCOPE: must hold the word openid", { OIDC_SCOPE: "email" }],
    ["OIDC_ROLES: is set together", { OIDC_ROLE_CLAIM: "groups" }],
    ["OIDC_ROLES: must be pairs", { OIDC_ROLE_CLAIM: "groups", OIDC_ROLES: "desk=owner" }],
    ["OIDC_ROLES: must be pairs", { OIDC_ROLE_CLAIM: "groups", OIDC_ROLES: "desk=author;desk=admin" }],
    ["OIDC_ACCOUNTS: make needs a role", { OIDC_ACCOUNTS: "make" }],
  ])("are refused with what is wrong: %s", (says, more) => {
    expect(() => read(more)).toThrow(says);
    expect(() => read(more)).not.toThrow(/a secret/);
  });

  it("switch passwords off only where there is another way in", () => {
    const only = { ENTENTE_PASSWORDS_ONLY_FOR: "Kept@Ministry.Example" };
    expect(parseEnv({ ...whole, ...only }).passwordsOnlyFor).toBe("kept@ministry.example");
    expect(() => parseEnv(only)).toThrow(/OIDC_ISSUER/);
  });
});
