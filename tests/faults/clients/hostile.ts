/** What hostile and broken clients get, and that others do not notice. */
import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { beforeAll, expect, it } from "vitest";
import { inRepo } from "../../../scripts/lib/paths.mjs";
import type { PlainBrowser } from "../../../e2e/support/plain-browser";
import { slug } from "../support/first-dossier";
import type { OwnServer } from "../support/own-server";
import { requestOf, sendRaw } from "../support/raw";
import { until } from "../../support/until";

let server: OwnServer;
let editor: PlainBrowser;
let host: string;

const cookie = () => [...editor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");

/** The tests of it, on a server at which an editor is signed in. */
export function hostileClientsAreRefused(those: () => { server: OwnServer; editor: PlainBrowser }): void {
  beforeAll(() => {
    ({ server, editor } = those());
    host = `localhost:${server.port}`;
  });

  it.each([
    ["an address that is too long", `GET /${"a".repeat(3000)}`, 414],
    ["ten thousand parameters", `GET /?${Array.from({ length: 2000 }, (_, n) => `p${n}=1`).join("&")}`, 414],
    ["a broken percent-encoding", "GET /%zz", 400],
    ["an encoding that is no UTF-8", "GET /%c3%28", 400],
    ["a zero byte", "GET /kazakhstan-mexico%00", 400],
    ["a way out of the folder", "GET /_next/static/../../../../etc/passwd", 404],
    ["an encoded way out", "GET /_next/static/%2e%2e/%2e%2e/%2e%2e/etc/passwd", 404],
    ["a way round the desk", `GET /admin/../${slug}`, 308],
    ["an encoded way round the desk", `GET /admin/%2e%2e/${slug}`, 308],
    ["a way round with a semicolon", `GET /admin/..;/${slug}`, 308],
    ["a way into the desk", `GET /${slug}/../admin`, 308],
    ["an encoded slash", `GET /admin%2f..%2f${slug}`, 400],
    ["a zero byte in what a page knows", `GET /${slug}/visits?rank=%00`, 307],
    ["a zero byte in a search", "GET /search?q=fox%00", 307],
    ["a zero byte in what the desk knows", "GET /admin/visits?rank=%00", 400],
    ["a newline in a search of the desk", "GET /admin/visits?q=%0A", 400],
    ["a form that does not go to its own address", `POST /${slug}/../admin/sign-in`, 400],
    ["backslashes", "GET /..\\..\\etc\\passwd", 400],
    ["another site's name in the path", "GET //evil.example/", 404],
    ["an absolute address of another site", "GET http://evil.example/", 400],
    ["a method of its own", "BREW /", 400],
    ["a page's address by POST", "POST /kazakhstan-mexico", 405],
    ["Next's data files", "GET /_next/data/x/kazakhstan-mexico.json", 404],
    ["files inside the project", "GET /.env", 404],
  ])("refuses %s", async (_what, line, status) => {
    expect(await sendRaw(server.port, requestOf(line, { host }))).toBe(status);
  });

  it("takes no request that names two hosts, not even its own twice", async () => {
    for (const second of ["evil.example", host])
      for (const path of [`/${slug}`, "/admin/sign-in", "/livez"])
        expect(
          await sendRaw(server.port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nHost: ${second}\r\n\r\n`),
        ).toBe(400);
  });

  it("runs an action from its own page alone, and makes Next fetch nothing from itself", async () => {
    const actions = JSON.parse(
      await readFile(inRepo(".next/server/server-reference-manifest.json"), "utf8"),
    ) as { node: Record<string, { exportedName: string }> };
    const idOf = (name: string) =>
      Object.entries(actions.node).find(([, { exportedName }]) => exportedName === name)![0];
    const post = (path: string, action: string) =>
      editor.ask(path, {
        method: "POST",
        body: "[]",
        headers: {
          origin: server.origin,
          "next-action": idOf(action),
          "content-type": "text/plain;charset=UTF-8",
        },
      });
    for (const [path, action] of [
      ["/admin", "signInByForm"],
      ["/admin/sign-in", "endOthers"],
      ["/admin/visits", "writeRecord"],
      ["/api/auth/session", "endOthers"],
    ] as const) {
      const answer = await post(path, action);
      expect(answer.status).toBe(409);
      expect(answer.headers.get("x-nextjs-action-not-found")).toBe("1");
    }
    expect(server.lines.filter(({ msg }) => msg === "no page")).toEqual([]);
  });

  it("answers under its own name alone", async () => {
    for (const other of ["evil.example", `evil.example:${server.port}`, `localhost:${server.port + 1}`, ""])
      expect(await sendRaw(server.port, requestOf("GET /", { host: other }))).toBe(421);
    expect(await sendRaw(server.port, requestOf("GET /", { host, "x-forwarded-host": "evil.example" }))).toBe(
      200,
    );
  });

  it("refuses heads that are too large, and bodies, whether their length is told or not", async () => {
    expect(await sendRaw(server.port, requestOf("GET /", { host, "x-big": "a".repeat(20_000) }))).toBe(431);
    const head = {
      host,
      cookie: cookie(),
      origin: server.origin,
      "content-type": "application/x-www-form-urlencoded",
    };
    const ten = 10 * 1024 * 1024;
    expect(
      await sendRaw(server.port, requestOf("POST /admin", { ...head, "content-length": String(ten) })),
    ).toBe(413);
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        for (let part = 0; part < 40; part += 1) stream.enqueue(new Uint8Array(ten / 40));
        stream.close();
      },
    });
    const answer = await editor.ask("/admin", {
      method: "POST",
      body,
      duplex: "half",
      headers: { origin: server.origin },
    } as RequestInit);
    expect(answer.status).toBe(413);
  });

  it("refuses a form with ten thousand fields, and the record stays", async () => {
    const list = await editor.open("/admin/history");
    const record = /href="(\/admin\/history\/[0-9a-f-]{36})"/.exec(list.text)?.[1] ?? "";
    const before = (await editor.open(record)).form("_kind");
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, number) => [`field${number}`, "x"]));
    const answer = await editor.post(before, { ...many, _intent: "save", title: "Ten thousand fields" });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toMatch(/at \/|node_modules/);
    expect((await editor.open(record)).text).not.toContain("Ten thousand fields");
  });

  it("takes nothing that brings a cookie and does not come from its own pages", async () => {
    const post = (headers: Record<string, string>) =>
      sendRaw(server.port, requestOf("POST /admin/sign-in", { host, cookie: cookie(), ...headers }, "a=b"));
    const origins: Record<string, string>[] = [
      {},
      { origin: "null" },
      { origin: "http://evil.example" },
      { origin: "http://evil.example", "x-forwarded-host": "evil.example" },
      { origin: `https://${host}`, "x-forwarded-proto": "https" },
    ];
    for (const headers of origins) expect(await post(headers)).toBe(403);
  });

  it("lets no caller in by what only Next may say, and makes no other document of it", async () => {
    const asks: Record<string, string>[] = [
      { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
      { "x-middleware-subrequest": "src/middleware:src/middleware", "x-middleware-invoke": "1" },
      { rsc: "1", "next-router-state-tree": "%5B%22%22%5D" },
      { "next-router-prefetch": "1", "next-url": "/admin" },
      { "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "evil.example", "x-matched-path": "/admin" },
    ];
    const plain = await (await fetch(`${server.origin}/${slug}`)).text();
    for (const headers of asks) {
      const desk = await fetch(`${server.origin}/admin`, { headers, redirect: "manual" });
      expect([303, 307]).toContain(desk.status);
      expect(desk.headers.get("location")).toMatch(/^\/admin(\/sign-in|\?_rsc=)/);
      expect(await desk.text()).not.toContain("Idrissov");
      for (const path of [`/${slug}`, `/${slug}?_rsc=abcde`]) {
        const page = await fetch(server.origin + path, { headers });
        expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
        expect(await page.text()).toBe(plain);
      }
    }
    expect(await (await fetch(`${server.origin}/${slug}`)).text()).toBe(plain);
  });

  it("lets go of clients that send too slowly", async () => {
    const slow: Socket[] = [];
    let closed = 0;
    for (let number = 0; number < 100; number += 1) {
      const socket = connect({ host: "127.0.0.1", port: server.port });
      socket.on("error", () => undefined);
      socket.once("close", () => (closed += 1));
      socket.resume();
      socket.write(`GET /${slug} HTTP/1.1\r\nhost: ${host}\r\nx-slow: `);
      slow.push(socket);
    }
    const drip = setInterval(() => slow.forEach((socket) => socket.writable && socket.write("a")), 500);
    try {
      await until("all are closed", () => closed === slow.length, { within: 60_000 });
    } finally {
      clearInterval(drip);
      slow.forEach((socket) => socket.destroy());
    }
  });
}
