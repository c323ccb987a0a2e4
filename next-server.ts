/** Next in a process of its own, for the desk or for readers' pages: started by server.ts, which alone can reach it. */
import { createServer } from "node:http";
import next from "next";
import { keepActLog } from "@/lib/auth/act-log";
import { withAsking } from "@/lib/auth/asking";
import { signInCounts } from "@/lib/auth/sign-in-counts";
import { closeDatabase, limitPool, poolState, tellPool } from "@/lib/database/client";
import { unreachableAt } from "@/lib/database/failures";
import { env, tellAuth } from "@/lib/env";
import { withCountryNames } from "@/lib/published/country-names";
import { collectTags } from "@/lib/published/note-tags";
import { makeSentLog } from "@/server/http/log";
import { listenForNext } from "@/server/next/next-connection";
import { withReads } from "@/server/next/reads";
import { withTags } from "@/server/next/noted-tags";
import type { Ready, ProcessMessage } from "@/server/next/next-process";

// A terminal's Ctrl-C and a service manager tell every process at once; this one ends when server.ts has drained.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
// The process that started us is gone, perhaps killed. What is under way then was never acknowledged.
process.once("disconnect", () => process.exit(1));

const secret = new Promise<string>((resolve) => {
  process.on("message", (message: ProcessMessage) => {
    if (message.is === "hello") {
      limitPool(message.connections);
      resolve(message.secret);
    }
    // Pages and actions work on the pool of this process: while the database is away, no request waits for it.
    else if (message.is === "database") tellPool(message.isAway, message.which);
    else void stop();
  });
});
tellAuth();
const { log, end: endLog } = makeSentLog(env().logLevel, env().logTo);
keepActLog(log);
// Next takes a rewrite by proxy.ts for its own address only under the name localhost; upgrades it shall never get.
const app = next({
  dev: false,
  dir: import.meta.dirname,
  hostname: "localhost",
  port: env().port,
  httpServer: createServer(),
});
await app.prepare();
const answer = withAsking(withCountryNames(app.getRequestHandler()));
const { port } = await listenForNext(withReads(withTags(answer, collectTags)), await secret, () => ({
  pool: poolState(),
  signIns: signInCounts(),
  memory: process.memoryUsage.rss(),
  unreachableAt: unreachableAt(),
}));
process.send?.({ port } satisfies Ready);

async function stop(): Promise<void> {
  await Promise.allSettled([app.close(), closeDatabase()]);
  // What ends may have something to say.
  await endLog();
  process.exit(0);
}
