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

describe("a public page", () => {
  it("is asked for without the reader's cookie, and comes without script, cookie or trace of Next", async () => {
    const { status, headers, text } = await handler.ask("/kazakhstan-mexico/visits?year=2014", {
      headers: { cookie: "sid=1", rsc: "1", "x-middleware-subrequest": "x", "accept-language": "es" },
    });
    expect(status).toBe(200);
    expect(text).toContain("GET /kazakhstan-mexico/visits?year=2014");
    expect(text).not.toContain("script");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["content-security-policy"]).toContain("script-src 'self'; style-src 'self'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(handler.reached[0]?.headers).not.toHaveProperty("cookie");
    expect(handler.reached[0]?.headers).not.toHaveProperty("rsc");
    expect(handler.reached[0]?.headers).not.toHaveProperty("accept-language");
    expect(handler.reached[0]?.headers).not.toHaveProperty("x-middleware-subrequest");
  });

  it("is not sent again to a browser that has it", async () => {
    const first = await handler.ask("/");
    const again = await handler.ask("/", { headers: { "if-none-match": String(first.headers.etag) } });
    expect(again).toMatchObject({ status: 304, text: "" });
  });

  it.each([
    [undefined, undefined],
    ["gzip, deflate, br", "br"],
    ["*", "br"],
    ["br;q=0.1, gzip;q=0.5", "gzip"],
    ["br;q=0, *", "gzip"],
    ["identity, br;q=0.5", undefined],
  ])(
    "is sent in the encoding that the client likes best, made or kept: %j in %s",
    async (accepts, encoding) => {
      const path = `/kazakhstan-mexico/visits/${(accepts ?? "none").replace(/\W+/g, "-").replace(/^-|-$/g, "") || "any"}`;
      for (const _ of ["made", "kept"]) {
        const { status, headers } = await handler.ask(path, {
          headers: accepts === undefined ? {} : { "accept-encoding": accepts },
        });
        expect(status).toBe(200);
        expect(headers["content-encoding"]).toBe(encoding);
        expect(headers.vary).toBe("Accept-Encoding");
        const length = Number(headers["content-length"]).toString(16);
        expect(headers.etag?.endsWith(`-${length}${encoding === "br" ? "-br" : ""}"`)).toBe(true);
        const again = await handler.ask(path, {
          headers: { "if-none-match": headers.etag!, "accept-encoding": accepts ?? "" },
        });
        expect(again).toMatchObject({ status: 304, text: "", headers: { etag: headers.etag } });
        expect(again.headers["content-type"] ?? again.headers["content-encoding"]).toBeUndefined();
      }
      expect(handler.reached).toHaveLength(1);
    },
  );

  it("can only be read", async () => {
    expect(await handler.ask("/", { method: "POST", body: "a=b" })).toMatchObject({ status: 405 });
    expect(handler.reached).toHaveLength(0);
  });

  it("has a redirect without a body", async () => {
    expect(await handler.ask("/moved")).toMatchObject({
      status: 308,
      text: "",
      headers: { location: "/here" },
    });
  });

  it.each(["/moved/visits?year=2014", "/moved/agreements?by=status"])(
    "%s, whose dossier is elsewhere now, is sent there with its query",
    async (path) =>
      expect(await handler.ask(path)).toMatchObject({
        status: 308,
        headers: { location: `/here${path.slice(path.indexOf("?"))}` },
      }),
  );

  it("has one spelling: another is sent there, for good only where nothing is left out", async () => {
    expect(await handler.ask("/Kazakhstan-Mexico")).toMatchObject({
      status: 308,
      headers: { location: "/kazakhstan-mexico" },
    });
    expect(await handler.ask("/kazakhstan-mexico?x=1")).toMatchObject({
      status: 307,
      headers: { location: "/kazakhstan-mexico", "cache-control": "no-store" },
    });
    expect(handler.reached).toHaveLength(0);
  });

  it.each(["//evil.example", "//evil.example/visits", "///evil.example//"])(
    "at %s is none, and no redirect leads to that host",
    async (path) => {
      const { status, headers, text } = await handler.ask(path);
      expect(status).toBe(404);
      expect(headers.location).toBeUndefined();
      expect(text).toContain("Nothing here");
    },
  );

  it("that is missing is the site's own page for that", async () => {
    const { status, text } = await handler.ask("/missing");
    expect(status).toBe(404);
    expect(text).toContain("Nothing here");
    expect(await handler.ask("/_next/data/x.json")).toMatchObject({ status: 404 });
  });

  it("that failed is a plain page without detail: 500, or 503 while the database is gone", async () => {
    for (const path of ["/broken", "/unfinished"]) {
      const failed = await handler.ask(path);
      expect(failed.status).toBe(500);
      expect(failed.text).not.toMatch(/secret|template/);
    }
    handler.setDatabaseFault("gone");
    const gone = await handler.ask("/broken");
    expect(gone).toMatchObject({
      status: 503,
      headers: { "retry-after": "10", "cache-control": "no-store" },
    });
    expect(gone.text).toContain("The database does not answer");
  });

  it("that found no connection is said to be so, also where the database answers again by then", async () => {
    handler.setUnreachable();
    const late = await handler.ask("/broken-for-a-moment-and-broken");
    expect(late).toMatchObject({ status: 503, headers: { "retry-after": "10" } });
    expect(late.text).toContain("The database does not answer");
  });
});
