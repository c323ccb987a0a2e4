/** The whole request handler, with a stand-in for Next behind it that says what reached it. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, request, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DocumentStore } from "@/server/documents/document-store";
import { diskCache } from "@/server/documents/disk-cache";
import type { StoreSettings } from "@/server/documents/store-settings";
import { startNextHere, wholeOf } from "@/server/next/next-connection";
import { renderPublic } from "@/server/next/pages";
import { makeLog } from "@/server/http/log";
import { metricsText, newCounts } from "@/server/http/metrics";
import type { AnswerFile } from "@/server/http/public-files";
import { publicPages } from "@/server/http/public-pages";
import { readyAnswers } from "@/server/http/ready-answers";
import { reportForms } from "@/server/http/report-forms";
import { requestHandler } from "@/server/http/request-handler";
import { answerAtSockets } from "@/server/http/socket-answers";

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The client's own address, of this machine's loopback network. */
  client?: string;
}

export const figures = () => ({
  pool: { total: 3, idle: 2, waiting: 0 },
  signIns: { ok: 4, wrong: 1 },
  memory: 5,
  unreachableAt: 0,
});

const log = makeLog("silent");

const html = (text: string) =>
  `<!DOCTYPE html><html lang="en"><body><p>${text}</p><script>1</script></body></html>`;

/** What stands for Next: notes what reaches it, and waits for `before` where it answers with a page. */
function standIn(
  reached: IncomingMessage[],
  before: () => Promise<void> | void,
  table: RequestListener | undefined,
): RequestListener {
  return async (incoming, outgoing) => {
    reached.push(incoming);
    const page = (status: number, text: string) =>
      outgoing
        .writeHead(status, { "content-type": "text/html; charset=utf-8", "set-cookie": "next=1" })
        .end(html(text));
    const body = await wholeOf(incoming).then(String, () => "cut short");
    // A report is answered with the status that it names.
    if (incoming.url?.startsWith("/api/reports/"))
      return void outgoing.writeHead(Number(/^text=(\d{3})/.exec(body)?.[1] ?? 204)).end("told");
    if (table && incoming.url?.endsWith(".csv")) return void table(incoming, outgoing);
    if (incoming.url === "/_not-found") return page(404, "Nothing here");
    await before();
    if (incoming.url?.endsWith("missing")) return page(404, '<b id="__next_error__">');
    if (incoming.url?.endsWith("broken")) return page(500, "Error: at /secret/file.ts:1");
    if (incoming.url === "/unfinished") return page(200, '<template id="B:0"></template>');
    if (/^\/moved\b/.test(incoming.url ?? ""))
      return outgoing.writeHead(308, { location: "/here" }).end(html("moved"));
    page(200, `${incoming.method} ${incoming.url} ${body} ${"long ".repeat(300)}`);
  };
}

/** A document store without a database: nothing is published while these tests run. */
function storeWithout(folder: string, render: StoreSettings["render"]): DocumentStore {
  const store = new DocumentStore({ build: "one", log, disk: diskCache(folder), render });
  store.changes.start({ position: 0, floor: 0, changes: [] });
  store.catchUp = async () => {};
  // A document is fresh as soon as it is kept: there is no database by whose name it would be.
  store.ready = (url) => store.memory.get(url);
  return store;
}

/** Sends a request to a port, and reads the answer to its end. */
async function askAt(port: number, path: string, { method = "GET", headers = {}, body, client }: Asked) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const question = request({
      host: "127.0.0.1",
      ...(client ? { localAddress: client } : {}),
      port,
      path,
      method,
      headers: { host: `localhost:${port}`, ...headers },
    });
    question.once("response", resolve).once("error", reject).end(body);
  });
  return { status: answer.statusCode, headers: answer.headers, text: (await wholeOf(answer)).toString() };
}

/** Starts it; `before` lets Next's stand-in wait before it answers, `table` answers for its tables. The test that starts it stops it. */
export async function startHandler({
  before = () => undefined,
  table,
  answerFile = async () => false,
}: { before?: () => Promise<void> | void; table?: RequestListener; answerFile?: AnswerFile } = {}) {
  const reached: IncomingMessage[] = [];
  let databaseFault: string | null = null;
  let unreachableAt = 0;
  const next = await startNextHere(standIn(reached, before, table), figures);
  const server = createServer();
  let received = 0;
  server.on("request", () => (received += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const self = { host: `localhost:${port}`, protocol: "http", origin, client: "127.0.0.1" } as const;
  const folder = mkdtempSync(join(tmpdir(), "entente-handler-"));
  const store = storeWithout(folder, (path, abandoned) => renderPublic(next, path, self, abandoned));
  const counts = newCounts();
  const outbox = { readAt: () => 0, isListening: () => true };
  const hosts = { url: undefined, port, trustProxy: [] };
  const pages = publicPages(store, next, self);
  answerAtSockets(server, { find: readyAnswers({ hosts, pages, counts }), trusts: () => false });
  server.on(
    "request",
    requestHandler({
      pages,
      hosts,
      next,
      files: () => undefined,
      answerFile,
      answerReport: reportForms(next, pages),
      refused: () => undefined,
      isForeignAction: (action, path) => action === "save" && path !== "/admin/visits",
      log,
      development: false,
      operation: {
        counts,
        metrics: metricsText({ counts, store, outbox, next: { desk: () => next.figures() } }),
        metricsToken: undefined,
        draining: () => false,
        databaseFault: async () => databaseFault,
        jobsFault: () => null,
        replicaFault: () => null,
        wasUnreachable: async (since) => unreachableAt >= since,
      },
    }),
  );
  return {
    ask: (path: string, asked: Asked = {}) => askAt(port, path, asked),
    port,
    origin,
    next,
    server,
    /** How many requests have come in so far. */
    received: () => received,
    /** How many requests have no answer yet. */
    active: () => counts.active,
    /** The requests that reached Next. */
    reached,
    /** Says what is wrong with the database, null that nothing is. */
    setDatabaseFault: (fault: string | null) => void (databaseFault = fault),
    /** Says that a page finds the database out of reach, and that it is there again. */
    setUnreachable: () => void (unreachableAt = Date.now() + 60_000),
    async stop() {
      await next.close();
      server.close();
      server.closeAllConnections();
      // Documents that are being written end first.
      await store.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Handler = Awaited<ReturnType<typeof startHandler>>;
