// Before all else: what of Next is loaded ahead of it finds none of what it needs, under `next dev`.
import "next/dist/server/node-environment-baseline";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { keepActLog } from "@/lib/auth/act-log";
import { withAsking } from "@/lib/auth/asking";
import { noteKey } from "@/lib/auth/key-fingerprint";
import { noteRefusal } from "@/lib/auth/security-events";
import { ensureSetupToken } from "@/lib/auth/setup";
import { removeSetupLink, writeSetupLink } from "@/lib/auth/setup-link";
import { signInCounts } from "@/lib/auth/sign-in-counts";
import { closeDatabase, pool, poolState, tellPool } from "@/lib/database/client";
import { unreachableAt } from "@/lib/database/failures";
import { watchDatabase } from "@/lib/database/health";
import { pooledFault } from "@/lib/database/pool-to";
import { watchReplica } from "@/lib/database/replica";
import { withCountryNames } from "@/lib/published/country-names";
import { sizeOfShownFile } from "@/lib/published/files";
import { collectTags } from "@/lib/published/note-tags";
import { env, isPooled, publicUrl, required, tellAuth } from "@/lib/env";
import { heartbeatHolds } from "@/lib/jobs/heartbeat-holds";
import { ownFileStore } from "@/lib/files/own-store";
import { drain } from "@/server/http/drain";
import { followOutbox } from "@/server/documents/follow-outbox";
import { requestHandler } from "@/server/http/request-handler";
import { type NextConnection, startNextHere } from "@/server/next/next-connection";
import { makeSentLog } from "@/server/http/log";
import { metricsText, newCounts } from "@/server/http/metrics";
import { startNext } from "@/server/next/next-process";
import { heartbeat } from "@/server/next/heartbeat";
import { foreignActions } from "@/server/next/action-pages";
import { withTags } from "@/server/next/noted-tags";
import { readingReplica, withReads } from "@/server/next/reads";
import { renderPublic } from "@/server/next/pages";
import { DocumentStore } from "@/server/documents/document-store";
import { SiteFiles } from "@/server/documents/site-files";
import type { StoredDocument } from "@/server/documents/stored-document";
import { diskCache } from "@/server/documents/disk-cache";
import { publicPages } from "@/server/http/public-pages";
import { archiveEvery, archiveStatic } from "@/server/http/static-archive";
import { readyAnswers } from "@/server/http/ready-answers";
import { answerAtSockets } from "@/server/http/socket-answers";
import { reportForms } from "@/server/http/report-forms";
import { limitSockets } from "@/server/http/socket-limit";
import { trusting } from "@/server/http/request-origin";
import { staticFiles } from "@/server/http/static-files";
import { uploadTimeout } from "@/server/http/uploads";
import { publicFiles } from "@/server/http/public-files";
import { site } from "@/lib/site";
/**
 * Once the server was told to stop: how long it still takes connections, each for one more answer, so that clients
 * and balancers learn of it between two requests; and how long answers under way may take. In milliseconds, together
 * below the 30 s after which a service manager kills.
 */
const DRAIN = { linger: 1000, deadline: 25_000 };

const { port, host, url, trustProxy, metricsToken, logLevel, logTo, production, data, readDatabaseUrl } =
  env();
const development = !production;
const { log, end: endLog } = makeSentLog(logLevel, logTo);
tellAuth();
keepActLog(log);

// No larger head than a browser with a session sends; the short times keep slow senders from holding sockets, and
// are looked at often enough to be kept.
const outer = createServer({
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  // Of what is sent to be kept; all else has its own, shorter time.
  requestTimeout: uploadTimeout,
  connectionsCheckingInterval: 2000,
});
// A client that stops reading, or whose answer takes longer than Next may take, is let go.
if (production) outer.timeout = 60_000;
// Of those who only hold connections open, the newest are turned away before the process has no file left, and what
// one client may hold leaves room for many others. A browser opens six; behind one address there may be an office.
outer.maxConnections = 8000;
const trusts = trusting(trustProxy);
limitSockets(outer, { perClient: 300, trusts });
// The desk, readers' pages and work in the background, apart: none computes or crashes at another's cost.
const jobs = startJobs();
const { desk, renders } = production ? await startNexts() : await developing();
const health = watchDatabase(required("databaseUrl"), (isAway) => {
  tellPool(isAway);
  for (const one of [desk, renders, jobs]) one.tellAway(isAway);
});
let stopping = false;

const own = new URL(publicUrl());
const self = {
  host: own.host,
  protocol: own.protocol === "https:" ? "https" : "http",
  origin: own.origin,
  client: "127.0.0.1",
} as const;
const build = await maker();
// Only where a proxy on this machine may serve them.
const siteFiles = production && trustProxy.length > 0 ? new SiteFiles(join(data, "site"), build) : undefined;
const keepFile = async (document: StoredDocument) =>
  siteFiles
    ?.keep(document)
    .catch((error: unknown) => log.warn({ err: error }, "page not kept for the proxy"));
const store: DocumentStore = new DocumentStore({
  build,
  log,
  disk: diskCache(join(data, "press")),
  render: (path, abandoned) => renderPublic(readers, path, self, abandoned),
  ...(siteFiles ? { hooks: { kept: keepFile, outdated: (paths) => siteFiles.remove(paths) } } : {}),
});
const replica = readDatabaseUrl
  ? watchReplica(readDatabaseUrl, {
      standing: () => store.standing,
      tell: (isAway) => {
        tellPool(isAway, "replica");
        renders.tellAway(isAway, "replica");
      },
    })
  : undefined;
const reads = replica && readingReplica(renders, replica);
const readers = reads ?? renders;
const following = followOutbox(store, required("directDatabaseUrl"), log);
const archive = join(data, "static");
const keepStatic = () =>
  archiveStatic(join(import.meta.dirname, ".next", "static"), archive).catch((error: unknown) =>
    log.warn({ err: error }, "static files not kept for later builds"),
  );
if (production) {
  await keepStatic();
  setInterval(keepStatic, archiveEvery).unref();
}

const counts = newCounts();
const nextFigures = {
  desk: desk.figures,
  jobs: jobs.figures,
  ...(production ? { renders: renders.figures } : {}),
};
const beat = heartbeat(jobs.figures, heartbeatHolds);
const hosts = { url, port, trustProxy };
// What a proxy asks for, it had no file of: another process may have begun with none.
const pages = publicPages(store, readers, self, (document, peer) => trusts(peer) && keepFile(document));
// In development pages come as Next makes them: none is ready.
const sockets = production
  ? answerAtSockets(outer, { find: readyAnswers({ hosts, pages, counts }), trusts })
  : undefined;
outer.on(
  "request",
  requestHandler({
    hosts,
    next: desk,
    pages,
    answerFile: publicFiles({
      sizeOf: sizeOfShownFile,
      read: (id, span) => ownFileStore().read(id, span),
      version: () => store.changes.version,
    }),
    answerReport: reportForms(desk, pages),
    files: development ? () => undefined : await staticFiles(import.meta.dirname, archive),
    isForeignAction: development ? () => false : await foreignActions(import.meta.dirname),
    log,
    refused: (request) => noteRefusal(null, { action: "refused.origin" }, request),
    development,
    operation: {
      counts,
      metrics: metricsText({
        ...{ counts, store, outbox: following, next: nextFigures },
        replica: replica && reads && { fault: () => replica.fault(), counts: reads.counts },
      }),
      metricsToken,
      draining: () => stopping,
      databaseFault: () => health.fault(),
      jobsFault: () => beat.fault(),
      replicaFault: () => replica?.fault() ?? null,
      wasUnreachable: async (since) => {
        const figures = await Promise.allSettled([desk.figures(), renders.figures()]);
        return figures.some((one) => one.status === "fulfilled" && one.value.unreachableAt >= since);
      },
    },
  }),
);

outer.once("error", (error: NodeJS.ErrnoException) => {
  const taken = error.code === "EADDRINUSE";
  console.error(taken ? `Port ${port} on ${host} is taken: set PORT to another.` : error.message);
  process.exit(1);
});

outer.listen(port, host, async () => {
  console.log(`Entente is at ${publicUrl()}`);
  try {
    const token = await ensureSetupToken();
    if (token) console.log(`Make the first account: open the link that is in ${await writeSetupLink(token)}`);
    else await removeSetupLink();
    await noteKey();
    const fault = isPooled(required("databaseUrl")) ? await pooledFault(pool()) : null;
    if (fault) log.warn(fault);
  } catch (error) {
    // Public pages are served all the same; the next start makes another token.
    log.error({ err: error }, "no set-up link, and no note of the secret");
  }
  process.send?.("ready");
});

/** What makes the documents: one of another build, or made under another address or licence, is out of date. */
async function maker(): Promise<string> {
  if (development) return "development";
  const build = await readFile(join(import.meta.dirname, ".next", "BUILD_ID"), "utf8");
  return createHash("sha256")
    .update(JSON.stringify([build, site()]))
    .digest("base64url");
}

interface Nexts {
  desk: NextConnection;
  /** Makes readers' pages. */
  renders: NextConnection;
}

/** Next twice from one build, started side by side; each is bounded, and started again when it ends. */
async function startNexts(): Promise<Nexts> {
  const start = (name: string, connections: number) =>
    startNext(join(import.meta.dirname, "next-server.ts"), { name, heap: 512, connections, log });
  const [desk, renders] = [start("desk", 10), start("renders", 6)];
  await Promise.all([desk.ready, renders.ready]);
  return { desk, renders };
}

/** Work in the background; the server does not wait for its first sign. */
function startJobs(): NextConnection {
  const started = startNext(join(import.meta.dirname, "jobs-server.ts"), {
    ...{ name: "jobs", heap: 256, connections: 3, log },
  });
  started.ready.catch(() => undefined);
  return started;
}

/** Next as `next dev` has it, within this process: it listens for upgrades on the server it is given. */
async function developing(): Promise<Nexts> {
  const { default: next } = await import("next");
  const app = next({ dev: true, dir: import.meta.dirname, hostname: "localhost", port, httpServer: outer });
  await app.prepare();
  const figures = () => ({
    pool: poolState(),
    signIns: signInCounts(),
    memory: process.memoryUsage.rss(),
    unreachableAt: unreachableAt(),
  });
  // It compiles a page when that is first asked for.
  const both = await startNextHere(
    withReads(withTags(withAsking(withCountryNames(app.getRequestHandler())), collectTags)),
    figures,
    {
      answerTimeout: 300_000,
    },
  );
  return { desk: both, renders: both };
}

/** Lets answers under way finish, and ends. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  sockets?.stop();
  const isWhole = await drain(outer, { ...DRAIN, closeIdle: () => sockets?.closeIdle() });
  if (!isWhole) log.warn("answers under way were cut off");
  const late = setTimeout(() => process.exit(1), 3000).unref();
  await Promise.allSettled([following.close(), store.end()]);
  await Promise.allSettled([desk.close(), renders.close(), jobs.close()]);
  await Promise.allSettled([health.close(), replica?.close(), closeDatabase()]);
  await endLog();
  clearTimeout(late);
  process.exit(isWhole ? 0 : 1);
}

// The reader of what we print is gone: an error about that could not be printed either, and so on for ever.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// The process that started us is gone, perhaps killed: it could not stop us later.
process.on("disconnect", stop);
