import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Handler, startHandler } from "@/tests/support/handler";

let handler: Handler;

beforeAll(async () => {
  handler = await startHandler();
});

afterAll(() => handler.stop());

beforeEach(() => {
  handler.reached.length = 0;
  handler.setDatabaseFault(null);
});

describe("the desk", () => {
  const cookie = "sid=1";

  it("gets the cookie, our own idea of host and protocol, and a nonce made for one answer", async () => {
    const headers = { cookie, "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
    const one = await handler.ask("/admin/visits", { headers });
    const two = await handler.ask("/admin/visits", { headers });
    expect(handler.reached[0]?.headers).toMatchObject({
      cookie,
      "x-forwarded-host": `localhost:${handler.port}`,
      "x-forwarded-proto": "http",
    });
    expect(handler.reached[0]?.headers["content-security-policy"]).toBe(
      one.headers["content-security-policy"],
    );
    expect(one.headers["content-security-policy"]).toMatch(/'nonce-[\w+/=]{20,}' 'strict-dynamic'/);
    expect(one.headers["content-security-policy"]).not.toBe(two.headers["content-security-policy"]);
    expect(one.headers["cache-control"]).toBe("no-store");
    expect(one.headers["x-robots-tag"]).toContain("noindex");
    expect(one.headers["set-cookie"]).toEqual(["next=1"]);
  });

  it("takes a form from its own pages alone", async () => {
    const form = { method: "POST", body: "title=A" };
    expect(
      await handler.ask("/admin/visits", { ...form, headers: { cookie, origin: handler.origin } }),
    ).toMatchObject({
      status: 200,
    });
    const others: Record<string, string>[] = [{}, { origin: "null" }, { origin: "http://evil.example" }];
    for (const other of others)
      expect(await handler.ask("/admin/visits", { ...form, headers: { cookie, ...other } })).toMatchObject({
        status: 403,
      });
    expect(handler.reached).toHaveLength(1);
  });

  it("takes at most a megabyte, whether its length is said before or not", async () => {
    const body = Buffer.alloc(1024 * 1024 + 1);
    const headers = { cookie, origin: handler.origin };
    expect(await handler.ask("/admin/visits", { method: "POST", headers, body })).toMatchObject({
      status: 413,
    });
    const chunked = { ...headers, "transfer-encoding": "chunked" };
    expect(await handler.ask("/admin/visits", { method: "POST", headers: chunked, body })).toMatchObject({
      status: 413,
    });
  });

  it("has a page of its own for what is missing, rendered for who asks", async () => {
    for (const path of ["/admin/missing", "/admin/absent"]) {
      const { status, text } = await handler.ask(path, { headers: { cookie } });
      expect(status).toBe(404);
      expect(text).toContain("GET /admin/absent");
      expect(handler.reached.at(-1)?.headers).toMatchObject({ cookie });
    }
  });

  it("has plain pages for what failed or is out of reach", async () => {
    expect(await handler.ask("/admin/broken")).toMatchObject({ status: 500 });
    handler.setDatabaseFault("gone");
    expect(await handler.ask("/admin/broken")).toMatchObject({ status: 503 });
  });

  it.each(["/admin/visits?rank=%00", "/admin?%1f=1", "/api/auth/session?a=%0a"])(
    "does not hand on a query with control characters: %s",
    async (path) => {
      expect(await handler.ask(path)).toMatchObject({ status: 400 });
      expect(handler.reached).toHaveLength(0);
    },
  );

  it("does not hand on an action that is another page's, which Next would fetch from itself", async () => {
    const post = (path: string, action: string) =>
      handler.ask(path, { method: "POST", body: "[]", headers: { "next-action": action } });
    expect(await post("/admin/sign-in", "save")).toMatchObject({
      status: 409,
      headers: { "x-nextjs-action-not-found": "1" },
    });
    expect(handler.reached).toHaveLength(0);
    expect(await post("/admin/visits", "save")).toMatchObject({ status: 200 });
    expect(await post("/admin/sign-in", "another")).toMatchObject({ status: 200 });
  });
});
