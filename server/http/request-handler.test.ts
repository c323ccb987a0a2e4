/** The whole request handler, with a stand-in for Next behind it that says what reached it. */
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requestHandler } from "./request-handler";
import { type NextConnection, startNextHere, wholeOf } from "@/server/next/next-connection";
import { makeLog } from "./log";
import { newCounts } from "./operation";
import { renderPublic } from "@/server/next/pages";
import { DocumentStore } from "@/server/documents/document-store";
import { diskCache } from "@/server/documents/disk-cache";
import { publicPages } from "./public-pages";

let server: Server;
let next: NextConnection;
let port: number;
let reached: IncomingMessage[] = [];
let databaseFault: string | null = null;

const told = () => ({ pool: { total: 3, idle: 2, waiting: 0 }, signIns: { ok: 4, wrong: 1 } });

const html = (text: string) =>
  `<!DOCTYPE html><html lang="en"><body><p>${text}</p><script>1</script></body></html>`;

beforeAll(async () => {
  next = await startNextHere(async (incoming, outgoing) => {
    reached.push(incoming);
    const page = (status: number, text: string) =>
      outgoing
        .writeHead(status, { "content-type": "text/html; charset=utf-8", "set-cookie": "next=1" })
        .end(html(text));
    const body = await wholeOf(incoming).then(String, () => "cut short");
    if (incoming.url === "/_not-found") return page(404, "Nothing here");
    if (incoming.url?.endsWith("missing")) return page(404, '<b id="__next_error__">');
    if (incoming.url?.endsWith("broken")) return page(500, "Error: at /secret/file.ts:1");
    if (incoming.url === "/unfinished") return page(200, '<template id="B:0"></template>');
    if (/^\/moved\b/.test(incoming.url ?? ""))
      return outgoing.writeHead(308, { location: "/here" }).end(html("moved"));
    page(200, `${incoming.method} ${incoming.url} ${body} ${"long ".repeat(300)}`);
  }, told);
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  const self = {
    host: `localhost:${port}`,
    protocol: "http",
    origin: origin(),
    client: "127.0.0.1",
  } as const;
  const log = makeLog("silent");
  const disk = diskCache(mkdtempSync(join(tmpdir(), "entente-settings-")));
  const store = new DocumentStore({
    build: "one",
    log,
    disk,
    render: (path) => renderPublic(next, path, self),
  });
  store.changes.start({ position: 0, everywhere: 0, dossiers: [] });
  // There is no database here: nothing is published while these tests run.
  store.catchUp = async () => {};
  server.on(
    "request",
    requestHandler({
      pages: publicPages(store, next, self),
      hosts: { url: undefined, port, trustProxy: [] },
      next,
      files: () => undefined,
      log,
      development: false,
      operation: {
        counts: newCounts(),
        metrics: () => Promise.resolve([]),
        metricsToken: undefined,
        draining: () => false,
        databaseFault: async () => databaseFault,
      },
    }),
  );
});

afterAll(async () => {
  await next.close();
  server.close();
});

beforeEach(() => {
  reached = [];
  databaseFault = null;
});

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

async function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const question = request({
      host: "127.0.0.1",
      port,
      path,
      method,
      headers: { host: `localhost:${port}`, ...headers },
    });
    question.once("response", resolve).once("error", reject).end(body);
  });
  return { status: answer.statusCode, headers: answer.headers, text: (await wholeOf(answer)).toString() };
}

const origin = () => `http://localhost:${port}`;

describe("a public page", () => {
  it("is asked for without the reader's cookie, and comes without script, cookie or trace of Next", async () => {
    const { status, headers, text } = await ask("/kazakhstan-mexico/visits?year=2014", {
      headers: { cookie: "sid=1", rsc: "1", "x-middleware-subrequest": "x", "accept-language": "es" },
    });
    expect(status).toBe(200);
    expect(text).toContain("GET /kazakhstan-mexico/visits?year=2014");
    expect(text).not.toContain("script");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["content-security-policy"]).toContain("script-src 'self'; style-src 'self'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(reached[0]?.headers).not.toHaveProperty("cookie");
    expect(reached[0]?.headers).not.toHaveProperty("rsc");
    expect(reached[0]?.headers).not.toHaveProperty("accept-language");
    expect(reached[0]?.headers).not.toHaveProperty("x-middleware-subrequest");
  });

  it("is not sent again to whoever has it", async () => {
    const first = await ask("/");
    const again = await ask("/", { headers: { "if-none-match": String(first.headers.etag) } });
    expect(again).toMatchObject({ status: 304, text: "" });
  });

  it("can only be read", async () => {
    expect(await ask("/", { method: "POST", body: "a=b" })).toMatchObject({ status: 405 });
    expect(reached).toHaveLength(0);
  });

  it("has a redirect without a body", async () => {
    expect(await ask("/moved")).toMatchObject({ status: 308, text: "", headers: { location: "/here" } });
  });

  it.each(["/moved/visits?year=2014", "/moved/agreements?by=status"])(
    "%s, whose dossier is elsewhere now, is sent there with its query",
    async (path) =>
      expect(await ask(path)).toMatchObject({
        status: 308,
        headers: { location: `/here${path.slice(path.indexOf("?"))}` },
      }),
  );

  it("has one spelling: another is sent there, for good only where nothing is left out", async () => {
    expect(await ask("/Kazakhstan-Mexico")).toMatchObject({
      status: 308,
      headers: { location: "/kazakhstan-mexico" },
    });
    expect(await ask("/kazakhstan-mexico?x=1")).toMatchObject({
      status: 307,
      headers: { location: "/kazakhstan-mexico", "cache-control": "no-store" },
    });
    expect(reached).toHaveLength(0);
  });

  it.each(["//evil.example", "//evil.example/visits", "///evil.example//"])(
    "at %s is none, and nobody is sent to that host",
    async (path) => {
      const { status, headers, text } = await ask(path);
      expect(status).toBe(404);
      expect(headers.location).toBeUndefined();
      expect(text).toContain("Nothing here");
    },
  );

  it("that is missing is the site's own page for that", async () => {
    const { status, text } = await ask("/missing");
    expect(status).toBe(404);
    expect(text).toContain("Nothing here");
    expect(await ask("/_next/data/x.json")).toMatchObject({ status: 404 });
  });

  it("that failed is a plain page without detail: 500, or 503 while the database is gone", async () => {
    for (const path of ["/broken", "/unfinished"]) {
      const failed = await ask(path);
      expect(failed.status).toBe(500);
      expect(failed.text).not.toMatch(/secret|template/);
    }
    databaseFault = "gone";
    const gone = await ask("/broken");
    expect(gone).toMatchObject({
      status: 503,
      headers: { "retry-after": "10", "cache-control": "no-store" },
    });
    expect(gone.text).toContain("The database does not answer");
  });
});

describe("the desk", () => {
  const cookie = "sid=1";

  it("gets the cookie, our own idea of host and protocol, and a nonce made for one answer", async () => {
    const headers = { cookie, "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
    const one = await ask("/admin/visits", { headers });
    const two = await ask("/admin/visits", { headers });
    expect(reached[0]?.headers).toMatchObject({
      cookie,
      "x-forwarded-host": `localhost:${port}`,
      "x-forwarded-proto": "http",
    });
    expect(reached[0]?.headers["content-security-policy"]).toBe(one.headers["content-security-policy"]);
    expect(one.headers["content-security-policy"]).toMatch(/'nonce-[\w+/=]{20,}' 'strict-dynamic'/);
    expect(one.headers["content-security-policy"]).not.toBe(two.headers["content-security-policy"]);
    expect(one.headers["cache-control"]).toBe("no-store");
    expect(one.headers["x-robots-tag"]).toContain("noindex");
    expect(one.headers["set-cookie"]).toEqual(["next=1"]);
  });

  it("takes a form from its own pages alone", async () => {
    const form = { method: "POST", body: "title=A" };
    expect(await ask("/admin/visits", { ...form, headers: { cookie, origin: origin() } })).toMatchObject({
      status: 200,
    });
    const others: Record<string, string>[] = [{}, { origin: "null" }, { origin: "http://evil.example" }];
    for (const other of others)
      expect(await ask("/admin/visits", { ...form, headers: { cookie, ...other } })).toMatchObject({
        status: 403,
      });
    expect(reached).toHaveLength(1);
  });

  it("takes at most a megabyte, whether its length is said before or not", async () => {
    const body = Buffer.alloc(1024 * 1024 + 1);
    const headers = { cookie, origin: origin() };
    expect(await ask("/admin/visits", { method: "POST", headers, body })).toMatchObject({ status: 413 });
    const chunked = { ...headers, "transfer-encoding": "chunked" };
    expect(await ask("/admin/visits", { method: "POST", headers: chunked, body })).toMatchObject({
      status: 413,
    });
  });

  it("has plain pages for what is missing, failed or out of reach", async () => {
    expect((await ask("/admin/missing")).text).toContain("Nothing here");
    expect(await ask("/admin/broken")).toMatchObject({ status: 500 });
    databaseFault = "gone";
    expect(await ask("/admin/broken")).toMatchObject({ status: 503 });
  });
});

describe("at the entrance", () => {
  it.each(["/admin", "/kazakhstan-mexico", "/api/auth/session"])(
    "takes no body with what is only read, which would be missing on a connection to Next: %s",
    async (path) => {
      const smuggled = "GET /_smuggled HTTP/1.1\r\nhost: localhost\r\n\r\n";
      for (const headers of [
        { "content-length": String(smuggled.length) },
        { "transfer-encoding": "chunked" },
      ] as Record<string, string>[])
        for (const method of ["GET", "HEAD"])
          expect(await ask(path, { method, headers, body: smuggled })).toMatchObject({ status: 400 });
      expect(reached).toHaveLength(0);
      expect(await ask("/admin", { headers: { "content-length": "0" } })).toMatchObject({ status: 200 });
      expect(reached[0]?.headers["content-length"]).toBeUndefined();
    },
  );

  it.each([
    [421, "/", { host: "evil.example" }],
    [414, `/${"a".repeat(2048)}`, {}],
    [400, "/%zz", {}],
    [400, "/%00", {}],
  ])("answers %i", async (status, path, headers) => {
    expect(await ask(path, { headers })).toMatchObject({ status });
    expect(reached).toHaveLength(0);
  });

  it("tells under any name whether the server lives and is ready", async () => {
    const headers = { host: "10.1.2.3" };
    expect(await ask("/livez", { headers })).toMatchObject({ status: 200 });
    expect(await ask("/readyz", { headers })).toMatchObject({ status: 200 });
    databaseFault = "The database does not answer.";
    expect(await ask("/readyz", { headers })).toMatchObject({ status: 503 });
    expect((await ask("/metrics", { headers })).text).toContain('entente_answers_total{area="operation"');
    expect(await ask("/metrics", { headers: { ...headers, "x-forwarded-for": "6.6.6.6" } })).toMatchObject({
      status: 404,
    });
  });
});

it("keeps Next from any request that did not come through this server", async () => {
  await ask("/admin");
  const behind = reached[0]!.socket.localPort;
  const status = await new Promise((resolve) => {
    request({ host: "127.0.0.1", port: behind, path: "/" }, (answer) => resolve(answer.statusCode)).end();
  });
  expect(status).toBe(421);
});

it("tells its figures to this server, and to no client", async () => {
  expect(await next.figures()).toEqual(told());
  expect(await ask("/-/figures")).toMatchObject({ status: 404 });
  expect(await ask("/admin/../-/figures")).not.toMatchObject({ text: expect.stringContaining("signIns") });
});
