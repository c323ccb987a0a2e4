import { expect, it } from "vitest";
import { isPooled, parseEnv } from "./env";

it("does without anything: the build has no database and no secret", () => {
  expect(parseEnv({})).toMatchObject({
    databaseUrl: undefined,
    port: 3000,
    host: "127.0.0.1",
    url: undefined,
    data: ".data",
    trustProxy: [],
    production: false,
  });
});

it("takes blank for unset", () => {
  expect(parseEnv({ PORT: "", DATABASE_URL: "", ENTENTE_URL: "", LOG_LEVEL: "" })).toMatchObject({
    port: 3000,
    databaseUrl: undefined,
    url: undefined,
    logLevel: "info",
  });
});

it("uses the application's connection for the owner unless another is named", () => {
  const DATABASE_URL = "postgresql://app@db/entente";
  expect(parseEnv({ DATABASE_URL }).directDatabaseUrl).toBe(DATABASE_URL);
  const DIRECT_DATABASE_URL = "postgres://owner@db/entente";
  expect(parseEnv({ DATABASE_URL, DIRECT_DATABASE_URL }).directDatabaseUrl).toBe(DIRECT_DATABASE_URL);
});

it("wants a way past a pooler that keeps no session", () => {
  const DATABASE_URL = "postgresql://app@db:6432/entente?pgbouncer=true";
  const direct = "postgresql://owner@db:5432/entente";
  expect(isPooled(DATABASE_URL)).toBe(true);
  expect(isPooled(direct)).toBe(false);
  expect(parseEnv({ DATABASE_URL, DIRECT_DATABASE_URL: direct }).databaseUrl).toBe(DATABASE_URL);
  for (const DIRECT_DATABASE_URL of [undefined, DATABASE_URL])
    expect(() => parseEnv({ DATABASE_URL, DIRECT_DATABASE_URL })).toThrow(
      /DIRECT_DATABASE_URL: must lead past the pooler/,
    );
});

it("takes a database that is reached by a socket in the file system", () => {
  const DATABASE_URL = "postgresql://app@/entente?host=/var/run/postgresql";
  expect(parseEnv({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
});

it.each([
  ["require", "verify-full"],
  ["verify-ca", "verify-full"],
  ["verify-full", "verify-full"],
  ["no-verify", "no-verify"],
  ["disable", "disable"],
])("takes sslmode=%s of a database's address as %s, and leaves the rest", (given, taken) => {
  const address = (mode: string) =>
    `postgresql://app@db/entente?sslmode=${mode}&sslrootcert=%2Fetc%2Fca.pem&connect_timeout=5`;
  expect(parseEnv({ DATABASE_URL: address(given) }).databaseUrl).toBe(address(taken));
});

it("keeps of the public address its origin", () => {
  expect(parseEnv({ ENTENTE_URL: "https://Entente.example/" }).url).toBe("https://entente.example");
});

it("says why a path in the public address is refused", () => {
  const ENTENTE_URL = "https://example.org/entente/";
  expect(() => parseEnv({ ENTENTE_URL })).toThrow(/ENTENTE_URL: .*a host name of its own/);
});

it("reads the trusted proxies as a list", () => {
  expect(parseEnv({ TRUST_PROXY: "10.0.0.1, 10.0.0.2," }).trustProxy).toEqual(["10.0.0.1", "10.0.0.2"]);
  const others = ["10.0.0.0/8", "::1", "2001:db8::/32", "::ffff:10.0.0.1"];
  expect(parseEnv({ TRUST_PROXY: others.join() }).trustProxy).toEqual(others);
});

it.each([
  ["PORT", "0"],
  ["PORT", "80000"],
  ["PORT", "http"],
  ["DATABASE_URL", "mysql://x"],
  ["DATABASE_URL", "postgresql://app:a/b@db/entente"],
  ["DATABASE_URL", "postgresql://app@db/entente?sslmode=nonsense"],
  ["DATABASE_URL", "postgresql://app@db/entente?sslmode=prefer"],
  ["ENTENTE_URL", "ftp://x"],
  ["ENTENTE_URL", "entente.example"],
  ["ENTENTE_URL", "https://entente.example/relations"],
  ["ENTENTE_URL", "https://entente.example/?a=b"],
  ["ENTENTE_URL", "https://entente.example/#top"],
  ["ENTENTE_URL", "https://someone:word@entente.example"],
  ["ENTENTE_SECRET", "short"],
  ["METRICS_TOKEN", "short"],
  ["LOG_LEVEL", "loud"],
  // A % of a password that was not written as %25.
  ["LOG_TO", "otlp+https://desk:100%@otlp.example.org"],
  ["ENTENTE_FILES", "https://key:100%zz@s3.example.org/bucket"],
  ["SMTP_URL", "smtp://desk%:word@mail.example.org"],
  ...["1", "127.1", "0x7f.1", "0177.0.0.1", "127.1/8", "0x7f.0.0.1/8", "10.0.0.0/33", "proxy"].map(
    (value): [string, string] => ["TRUST_PROXY", value],
  ),
])("names %s when it is %j, and never says its value", (name, value) => {
  expect(() => parseEnv({ [name]: value })).toThrow(name);
  if (value.length > 3) expect(() => parseEnv({ [name]: value })).not.toThrow(value);
});

it("reads where mail is handed over, and refuses what it does not know of it", () => {
  const smtp = (SMTP_URL: string) => parseEnv({ SMTP_URL }).smtp;
  expect(smtp("smtp://desk%40example.org:p%2Fw@mail.example.org")).toEqual({
    ...{ host: "mail.example.org", port: 587, isTls: false, from: undefined },
    login: { user: "desk@example.org", password: "p/w" },
  });
  expect(smtp("smtps://[::1]:2465/?from=desk@example.org")).toEqual({
    ...{ host: "::1", port: 2465, isTls: true, login: undefined, from: "desk@example.org" },
  });
  expect(smtp("")).toBeUndefined();
  for (const wrong of ["https://a", "smtp://a/path", "smtp://u@a", "smtp://a?pool=1", "smtp://a?from=me"])
    expect(() => smtp(wrong), wrong).toThrow(/SMTP_URL/);
});
