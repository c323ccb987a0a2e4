import { encode } from "next-auth/jwt";
import { createCipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { v4 } from "uuid";
import { beforeEach, expect, test, vi } from "vitest";

const secret = "a secret of at least thirty-two characters";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("ENTENTE_SECRET", secret);
  vi.stubEnv("ENTENTE_URL", "");
});

const load = () => import("./session-cookie");

test("the cookie gives back the session that was sealed in it, and holds nothing else", async () => {
  const { sessionCookie, sidIn } = await load();
  const sid = v4();
  const { value } = await sessionCookie(sid);
  expect(value).not.toContain(sid);
  expect(await sidIn(value)).toBe(sid);
});

test.each([undefined, "", "nonsense", "a.b.c.d.e"])("%j carries no session", async (value) => {
  expect(await (await load()).sidIn(value)).toBeNull();
});

test("what was sealed with another secret, has been changed, is too old or holds no id carries no session", async () => {
  const { sessionCookie, sidIn } = await load();
  const { value } = await sessionCookie(v4());
  const changed = `${value.slice(0, -3)}${value.endsWith("AAA") ? "BBB" : "AAA"}`;
  expect(await sidIn(changed)).toBeNull();
  expect(await sidIn(await encode({ token: { sid: v4() }, secret: `${secret}!` }))).toBeNull();
  expect(await sidIn(await encode({ token: { sid: v4() }, secret, maxAge: -60 }))).toBeNull();
  expect(await sidIn(await encode({ token: { sid: "1 OR 1=1" }, secret }))).toBeNull();
});

test("an id of which all 128 bits are random is one", async () => {
  const { sessionCookie, sidIn } = await load();
  for (const sid of ["ffffffff-ffff-ffff-ffff-fffffffffff0", "01234567-89ab-0def-0123-456789abcdef"])
    expect(await sidIn((await sessionCookie(sid)).value)).toBe(sid);
});

test("what the site's own key sealed by another algorithm carries no session", async () => {
  const { openSealed, sidIn } = await load();
  const sealed = sealedOtherwise({ sid: v4() });
  expect(await sidIn(sealed)).toBeNull();
  expect(await openSealed({ token: sealed, secret })).toBeNull();
});

/** A token that is right in every way, but of AES-128-CBC and HMAC. */
function sealedOtherwise(claims: object): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "NextAuth.js Generated Encryption Key", 32));
  const header = Buffer.from(JSON.stringify({ alg: "dir", enc: "A128CBC-HS256" })).toString("base64url");
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-128-cbc", key.subarray(16), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(claims)), cipher.final()]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(header.length * 8));
  const tag = createHmac("sha256", key.subarray(0, 16))
    .update(Buffer.concat([Buffer.from(header), iv, text, length]))
    .digest()
    .subarray(0, 16);
  return [header, "", ...[iv, text, tag].map((part) => part.toString("base64url"))].join(".");
}

test("scripts and other sites never see the cookie", async () => {
  expect(await (await load()).sessionCookie(v4())).toMatchObject({
    name: "entente-session",
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: false,
  });
});

test("where readers come by https, the cookies are bound to that host and to https", async () => {
  vi.stubEnv("ENTENTE_URL", "https://entente.example");
  const { cookies } = await load();
  for (const cookie of Object.values(cookies()))
    expect(cookie).toMatchObject({
      name: expect.stringMatching(/^__Host-/),
      options: { secure: true, path: "/", httpOnly: true },
    });
});
