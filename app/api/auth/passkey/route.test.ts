import { beforeEach, expect, it, vi } from "vitest";
import { offerSignIn } from "@/lib/auth/passkeys/offers";
import { POST } from "./route";

// Cookies and the client's address are there while Next answers a request alone.
vi.mock("@/app/admin/account/session-cookies", () => ({
  caller: async () => ({ address: "203.0.113.7" }),
  passkeyBrowser: async () => "a browser",
}));
vi.mock("@/lib/auth/passkeys/offers", () => ({ offerSignIn: vi.fn() }));

beforeEach(() => void vi.mocked(offerSignIn).mockReset());

const post = (body: BodyInit) =>
  POST(new Request("http://localhost/api/auth/passkey", { method: "POST", body }));

it.each([
  ["text", "no form"],
  ["a form with more than is asked for", new URLSearchParams({ more: "1" })],
])("answers %s by 400", async (_what, body) => {
  const answer = await post(body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ ok: false, code: "failed" });
  expect(offerSignIn).not.toHaveBeenCalled();
});

it("takes an error of the program for what it is", async () => {
  vi.mocked(offerSignIn).mockRejectedValue(new TypeError("undefined is no function"));
  await expect(post(new FormData())).rejects.toThrow("undefined is no function");
});
