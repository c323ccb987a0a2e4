import { encode } from "next-auth/jwt";
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
