/** Documents answered at the socket are what Node's HTTP server would send, and all else reaches that server. */
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Handler, startHandler } from "@/tests/support/handler";

let handler: Handler;
/** The same handler on a server that has nothing before it. */
let plain: Server;
/** How many requests came as far as the HTTP server. */
let reached = 0;

const listening = async (listener: RequestListener) => {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
};

beforeAll(async () => {
  handler = await startHandler();
  handler.server.prependListener("request", () => (reached += 1));
  const [answer] = handler.server.listeners("request").slice(-1) as RequestListener[];
  plain = await listening(answer!);
  for (const path of ["/a-page", "/"]) expect((await handler.ask(path)).status).toBe(200);
});

afterAll(async () => {
  plain.close();
  plain.closeAllConnections();
  await handler.stop();
});

/** Too long an address, which nothing else here is answered for, on a connection that ends with it. */
const end = `GET /${"a".repeat(2048)} HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n`;

// Of what cannot be parsed Node says so only where the answer before has not begun: that is chance.
const varying = [
  /^Date: .*\r\n/gm,
  /^x-request-id: .*\r\n/gm,
  /HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/,
];

/** Sends text in pieces that begin at these places, then (with `awaits` after an answer) a request that ends it all; what came back. */
function said(server: Server, text: string, { cuts = [] as number[], awaits = false } = {}): Promise<string> {
  const socket = connect({ host: "127.0.0.1", port: (server.address() as AddressInfo).port, noDelay: true });
  let answers = "";
  return new Promise((resolve) => {
    socket.on("data", (bytes) => (answers += bytes.toString("latin1"))).on("error", () => undefined);
    socket.once("close", () => resolve(varying.reduce((all, one) => all.replace(one, ""), answers)));
    const pieces = [0, ...cuts].map((from, index) => text.slice(from, cuts[index]));
    const send = () => {
      const piece = pieces.shift();
      if (piece !== undefined) socket.write(piece, () => setImmediate(send));
      else if (awaits) socket.once("data", () => socket.write(end));
      else socket.write(end);
    };
    send();
  });
}

const host = () => `Host: localhost:${handler.port}`;
const asking = (url: string, ...lines: string[]) =>
  [`GET ${url} HTTP/1.1`, host(), ...lines, "", ""].join("\r\n");

it("answers a plain request for a document before the HTTP server, as that server does", async () => {
  const etag = /etag: (.*)\r/.exec(await said(plain, asking("/a-page")))![1]!;
  const requests = [
    asking("/a-page"),
    asking("/", "accept-encoding: gzip, deflate, br", "Connection: Keep-Alive", "Cookie: a=b"),
    asking("/a-page", "Accept-Encoding: gzip;q=1, br;q=0"),
    asking("/a-page", 'If-None-Match: W/"other", ' + etag, "accept-encoding:br"),
  ];
  for (const text of requests) {
    const before = reached;
    const answer = await said(handler.server, text, { awaits: true });
    expect(answer).toBe(await said(plain, text));
    expect(answer).toMatch(/^HTTP\/1\.1 (200 OK|304 Not Modified)\r\n/);
    // The request that ends it all is the only one.
    expect(reached).toBe(before + 1);
  }
});

it("says to whatever else comes what the HTTP server says, in whatever pieces it comes", async () => {
  const line = fc.constantFrom(
    ...["Host: evil.example", "accept-encoding: br", "Accept-Encoding: gzip", "Connection: close", "X: y"],
    ...["Content-Length: 0", "Content-Length: 5", "Transfer-Encoding: chunked", "Expect: 100-continue"],
    ...[
      "Upgrade: h2c",
      "Connection: upgrade",
      " folded: line",
      "Spaced : name",
      "tab:\tvalue",
      "é: ü",
      "no colon",
    ],
    ...["If-None-Match: *", "Range: bytes=0-1", "X-Forwarded-Host: evil.example", "Proxy-Connection: close"],
  );
  const request = fc
    .record({
      method: fc.constantFrom("GET", "GET", "GET", "HEAD", "POST", "get", "PUT"),
      url: fc.constantFrom(
        "/a-page",
        "/a-page",
        "/",
        "/A-page",
        "/a-page?",
        "//a-page",
        "http://x/a-page",
        "*",
        "/a b",
      ),
      version: fc.constantFrom("HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/1.2", "HTTP/2"),
      hosts: fc.constantFrom(1, 1, 1, 0, 2),
      lines: fc.array(line, { maxLength: 3 }),
      newline: fc.constantFrom("\r\n", "\r\n", "\r\n", "\n"),
      body: fc.constantFrom("", "", "hello", "0\r\n\r\n"),
    })
    .map(
      ({ method, url, version, hosts, lines, newline, body }) =>
        (name: string) =>
          [`${method} ${url} ${version}`, ...Array<string>(hosts).fill(name), ...lines, "", body].join(
            newline,
          ),
    );
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(300), { maxLength: 2 }),
      async (requests, places) => {
        const text = requests.map((one) => one(host())).join("");
        const cuts = places.filter((at) => at > 0 && at < text.length).sort((a, b) => a - b);
        const [ours, theirs] = [
          await said(handler.server, text, { cuts }),
          await said(plain, text, { cuts }),
        ];
        // Where the last request was never understood, how much was sent of the answers before is chance.
        if (theirs.includes("HTTP/1.1 414")) expect(ours).toBe(theirs);
        else expect(theirs.startsWith(ours) || ours.startsWith(theirs)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

it("closes a connection on which nothing more is asked, as the HTTP server does", async () => {
  const before = handler.server.keepAliveTimeout;
  handler.server.keepAliveTimeout = 20;
  const socket = connect({ host: "127.0.0.1", port: handler.port });
  socket.resume().write(asking("/a-page"));
  await once(socket, "close");
  handler.server.keepAliveTimeout = before;
});
