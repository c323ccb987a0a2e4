/** What is done later or at length, in a process of its own: what it computes, and its crashes, touch neither readers nor the desk. */
import { keepActLog } from "@/lib/auth/act-log";
import { keepSealLog } from "@/lib/audit/log-seal";
import { closeDatabase, limitPool, poolState, tellPool } from "@/lib/database/client";
import { isUnreachable, unreachableAt } from "@/lib/database/failures";
import { deskJobs } from "@/lib/desk/background/desk-jobs";
import { env } from "@/lib/env";
import { runJobs } from "@/lib/jobs/run-jobs";
import { makeSentLog } from "@/server/http/log";
import { listenForNext } from "@/server/next/next-connection";
import type { ProcessMessage, Ready } from "@/server/next/next-process";

// As in next-server.ts: this one ends when server.ts tells it to, or is gone.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
process.once("disconnect", () => process.exit(1));

const { log, end: endLog } = makeSentLog(env().logLevel, env().logTo);
keepActLog(log);
keepSealLog(log);
const failed = (error: unknown) => {
  // While the database is away, the process that watches it says so.
  if (!isUnreachable(error)) log.error({ err: error }, "work in the background failed");
};
// pg-boss waits for no answer when it notes what came of a job: one that does not come is looked at again.
process.on("unhandledRejection", (error) => {
  if (!isUnreachable(error)) throw error;
});

const secret = new Promise<string>((resolve) => {
  process.on("message", (message: ProcessMessage) => {
    if (message.is === "hello") {
      limitPool(message.connections);
      resolve(message.secret);
    } else if (message.is === "database") tellPool(message.isAway, message.which);
    else void stop();
  });
});
const ownSecret = await secret;
const jobs = runJobs(deskJobs, { failed });
const { port } = await listenForNext(
  (_request, response) => void response.writeHead(404).end(),
  ownSecret,
  () => ({
    pool: poolState(),
    signIns: {},
    memory: process.memoryUsage.rss(),
    unreachableAt: unreachableAt(),
    jobs: jobs.figures(),
  }),
);
process.send?.({ port } satisfies Ready);

async function stop(): Promise<void> {
  await jobs.stop().catch(failed);
  await closeDatabase().catch(failed);
  await endLog();
  process.exit(0);
}
