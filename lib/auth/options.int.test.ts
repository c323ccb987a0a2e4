import { beforeAll, expect, test } from "vitest";
import { v4 } from "uuid";
import { createUser } from "./accounts";
import { operator } from "./actor";
import { authOptions } from "./options";
import { liveSession } from "./sessions";

const email = "aigerim@example.org";
const password = "a long enough password";

beforeAll(async () => {
  await createUser(operator(), { email, name: "Aigerim", role: "author", password });
});

let remembered: string | undefined;
const browser = {
  cookie: undefined as string | undefined,
  remember: ({ value }: { value: string }) => void (remembered = value),
};

/** Calls one of next-auth's callbacks with what ours reads of it: next-auth itself gives more. */
function called(name: "jwt" | "session", given: object): unknown {
  const callbacks = authOptions(browser).callbacks as Record<typeof name, (given: object) => unknown>;
  return callbacks[name](given);
}

interface Asked {
  headers: Record<string, string>;
}

function authorize(credentials: unknown, address: string) {
  const [provider] = authOptions(browser).providers;
  const { authorize: ask } = provider!.options as {
    authorize: (credentials: unknown, asked: Asked) => Promise<{ sid: string }>;
  };
  return ask(credentials, { headers: { "x-forwarded-for": address } });
}

test("next-auth is given the new session's id, and its cookie carries nothing else", async () => {
  const user = await authorize({ email, password, csrfToken: "x" }, v4());
  expect((await liveSession(user.sid))?.user.email).toBe(email);
  const token = { name: "A", email, sub: "1" };
  const told = (given: object) => called("jwt", given);
  expect(await told({ token, user, account: null })).toEqual({ sid: user.sid });
  expect(await told({ token: { sid: user.sid } })).toEqual({ sid: user.sid });
});

test.each([
  ["a wrong password", { email, password: "not the password" }],
  ["no password", { email }],
  ["what is no text", { email, password: { $ne: "" } }],
  ["nothing", undefined],
])("%s is wrong, and no more is said", async (_what, credentials) => {
  await expect(authorize(credentials, v4())).rejects.toThrow(/^wrong$/);
});

test("a client that has to wait is told how long", async () => {
  const address = v4();
  for (let i = 0; i < 10; i++) await authorize({ email, password: "wrong" }, address).catch(() => undefined);
  await expect(authorize({ email, password }, address)).rejects.toThrow(/^throttled-\d+$/);
});

test("next-auth's own answer names a person only while their session stands", async () => {
  const { sid } = await authorize({ email, password }, v4());
  const ask = (token: object) => called("session", { session: { expires: "later" }, token });
  expect(await ask({ sid })).toEqual({ expires: "later", user: { name: "Aigerim" } });
  expect(await ask({ sid: v4() })).toEqual({ expires: "later" });
  expect(await ask({})).toEqual({ expires: "later" });
});

test("next-auth's way in tells a browser that has signed in before from others, too", async () => {
  const address = v4();
  await authorize({ email, password }, address);
  for (let i = 0; i < 10; i++) await authorize({ email, password: "wrong" }, address).catch(() => undefined);
  await expect(authorize({ email, password }, address)).rejects.toThrow(/^throttled-\d+$/);
  browser.cookie = remembered;
  await expect(authorize({ email, password }, address)).resolves.toHaveProperty("sid");
  browser.cookie = undefined;
});

test("next-auth leads nowhere but to the desk", async () => {
  const baseUrl = "https://entente.example";
  const led = (url: string) => authOptions(browser).callbacks?.redirect?.({ url, baseUrl });
  expect(await led(`${baseUrl}/admin/visits`)).toBe("/admin/visits");
  expect(await led("https://evil.example/admin")).toBe("/admin");
  expect(await led("https://entente.example.evil.example/admin")).toBe("/admin");
});
