import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { figures, type Handler, startHandler } from "@/tests/support/handler";

/** What a server says to lines that no client of good manners sends. */
const sendLines = (port: number, lines: string[]) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port });
    let said = "";
    socket.on("data", (bytes) => {
      said += bytes.toString("latin1");
      if (said.includes("\r\n\r\n")) socket.destroy();
    });
    socket.once("close", () => resolve(said)).once("error", reject);
    socket.write([...lines, "", ""].join("\r\n"));
  });

let handler: Handler;

beforeAll(async () => {
  handler = await startHandler();
});

afterAll(() => handler.stop());

beforeEach(() => {
  handler.reached.length = 0;
  handler.setDatabaseFault(null);
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
          expect(await handler.ask(path, { method, headers, body: smuggled })).toMatchObject({ status: 400 });
      expect(handler.reached).toHaveLength(0);
      expect(await handler.ask("/admin", { headers: { "content-length": "0" } })).toMatchObject({
        status: 200,
      });
      expect(handler.reached[0]?.headers["content-length"]).toBeUndefined();
    },
  );

  it.each([
    [421, "/", { host: "evil.example" }],
    [414, `/${"a".repeat(2048)}`, {}],
    [400, "/%zz", {}],
    [400, "/%00", {}],
  ])("answers %i", async (status, path, headers) => {
    expect(await handler.ask(path, { headers })).toMatchObject({ status });
    expect(handler.reached).toHaveLength(0);
  });

  it("refuses two hosts, even where both are ours, and a document is at hand", async () => {
    await handler.ask("/kazakhstan-mexico");
    const said = await sendLines(handler.port, [
      "GET /kazakhstan-mexico HTTP/1.1",
      `Host: localhost:${handler.port}`,
      `host: localhost:${handler.port}`,
    ]);
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
  });

  it.each([
    ["two lengths", ["Content-Length: 1", "Content-Length: 2"]],
    ["two lengths alike", ["Content-Length: 1", "Content-Length: 1"]],
    ["a length and chunks", ["Content-Length: 1", "Transfer-Encoding: chunked"]],
    ["an encoding after chunks", ["Transfer-Encoding: chunked, identity"]],
    ["chunks twice", ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"]],
    ["an unknown encoding", ["Transfer-Encoding: xchunked"]],
    ["a length that is none", ["Content-Length: +1"]],
    ["a space before the colon", ["Content-Length : 1"]],
  ])("refuses a body of which it cannot be sure where it ends: %s", async (_what, lines) => {
    const said = await sendLines(handler.port, [
      "POST /admin HTTP/1.1",
      `Host: localhost:${handler.port}`,
      ...lines,
    ]);
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(handler.reached).toHaveLength(0);
  });

  it.each([
    ["/admin/../kazakhstan-mexico", "/kazakhstan-mexico"],
    ["/admin/%2e%2e/kazakhstan-mexico/visits?year=2014", "/kazakhstan-mexico/visits?year=2014"],
    ["/admin/..;/kazakhstan-mexico", "/kazakhstan-mexico"],
    ["/kazakhstan-mexico/../admin", "/admin"],
    ["//admin?q=a", "/admin?q=a"],
    ["/ADMIN/%56isits/", "/admin/visits"],
    ["/api//auth/session", "/api/auth/session"],
  ])("sends %s to %s, and asks Next for neither", async (path, location) => {
    expect(await handler.ask(path)).toMatchObject({ status: 308, headers: { location } });
    expect(handler.reached).toHaveLength(0);
  });

  it.each(["/kazakhstan-mexico/../admin/visits", "//admin/visits", "/admin/visits/", "/Admin/visits"])(
    "changes nothing at %s, which is not the one spelling of its address",
    async (path) => {
      const headers = { cookie: "sid=1", origin: handler.origin };
      expect(await handler.ask(path, { method: "POST", headers, body: "a=b" })).toMatchObject({
        status: 400,
      });
      expect(handler.reached).toHaveLength(0);
    },
  );

  it("tells under any name whether the server lives and is ready", async () => {
    const headers = { host: "10.1.2.3" };
    expect(await handler.ask("/livez", { headers })).toMatchObject({ status: 200 });
    expect(await handler.ask("/readyz", { headers })).toMatchObject({ status: 200 });
    handler.setDatabaseFault("The database does not answer.");
    expect(await handler.ask("/readyz", { headers })).toMatchObject({ status: 503 });
    expect((await handler.ask("/metrics", { headers })).text).toContain(
      'entente_answers_total{area="operation"',
    );
    expect(
      await handler.ask("/metrics", { headers: { ...headers, "x-forwarded-for": "6.6.6.6" } }),
    ).toMatchObject({
      status: 404,
    });
  });
});

it("keeps Next from any request that did not come through this server", async () => {
  await handler.ask("/admin");
  const behind = handler.reached[0]!.socket.localPort;
  const status = await new Promise((resolve) => {
    request({ host: "127.0.0.1", port: behind, path: "/" }, (answer) => resolve(answer.statusCode)).end();
  });
  expect(status).toBe(421);
});

it("tells its figures to this server, and to no client", async () => {
  expect(await handler.next.figures()).toEqual(figures());
  expect(await handler.ask("/-/figures")).toMatchObject({ status: 404 });
  expect(await handler.ask("/admin/../-/figures")).not.toMatchObject({
    text: expect.stringContaining("signIns"),
  });
});
