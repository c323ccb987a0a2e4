import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as environment from "@/lib/env";
import { client, startProvider, type TestProvider } from "@/tests/support/sign-on-provider";
import { signOutThere } from "./sign-out-there";

const site = "http://localhost:3000";
let provider: TestProvider;
/** Each test begins when what another was told has lapsed. */
let now = Date.now();

beforeAll(async () => {
  provider = await startProvider();
  provider.serve(site);
});
afterAll(() => provider.stop());
beforeEach(() => {
  vi.restoreAllMocks();
  now += 3_600_000;
});

function settings(more: Record<string, string> = {}): void {
  const parsed = environment.parseEnv({
    ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
    ...{ ENTENTE_URL: site, ...more },
  });
  vi.spyOn(environment, "env").mockReturnValue(parsed);
  vi.spyOn(environment, "publicUrl").mockReturnValue(site);
}

test("leads to where the provider says that one signs out, which asks whether that is meant", async () => {
  settings();
  const there = await signOutThere(now);
  expect(new URL(there!).origin).toBe(provider.issuer);
  expect(Object.fromEntries(new URL(there!).searchParams)).toEqual({ client_id: client.id });
  const page = await fetch(there!);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("/session/end/confirm");
});

test("names the way back where the provider is said to know it, which takes no other", async () => {
  settings({ OIDC_SIGN_OUT: "back" });
  const there = new URL((await signOutThere(now))!);
  expect(there.searchParams.get("post_logout_redirect_uri")).toBe(`${site}/admin/sign-in`);
  expect((await fetch(there)).status).toBe(200);
  there.searchParams.set("post_logout_redirect_uri", "https://evil.example/");
  expect((await fetch(there)).status).toBe(400);
});

test("is offered neither where the settings leave it out, nor without a provider", async () => {
  settings({ OIDC_SIGN_OUT: "off" });
  expect(await signOutThere(now)).toBeNull();
  vi.restoreAllMocks();
  vi.spyOn(environment, "env").mockReturnValue(environment.parseEnv({}));
  expect(await signOutThere(now)).toBeNull();
});

test.each([
  ["says nothing of it", { issuer: "ours" }],
  ["is another", { issuer: "https://other.example", end_session_endpoint: "https://other.example/out" }],
  ["leads to no page", { issuer: "ours", end_session_endpoint: "javascript:alert(1)" }],
  ["answers with something else", "<html>"],
])("is not offered where the provider %s", async (_what, said) => {
  settings();
  const body = JSON.stringify(said).replace('"ours"', JSON.stringify(provider.issuer));
  vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(typeof said === "string" ? said : body));
  expect(await signOutThere(now)).toBeNull();
});

test("asks the provider once in a while, also where it does not answer", async () => {
  settings();
  const asked = vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("fetch failed"));
  for (const later of [0, 1000, 29_000]) expect(await signOutThere(now + later)).toBeNull();
  expect(asked).toHaveBeenCalledTimes(1);
  asked.mockRestore();
  const there = await signOutThere(now + 31_000);
  expect(there).not.toBeNull();
  const again = vi.spyOn(globalThis, "fetch");
  expect(await signOutThere(now + 60_000)).toBe(there);
  expect(again).not.toHaveBeenCalled();
});

test("asks the provider once for all who come before it has answered", async () => {
  settings();
  const asked = vi.spyOn(globalThis, "fetch");
  const [first, ...others] = await Promise.all([1, 2, 3].map(() => signOutThere(now)));
  expect(first).not.toBeNull();
  expect(others).toEqual([first, first]);
  expect(asked).toHaveBeenCalledTimes(1);
});
