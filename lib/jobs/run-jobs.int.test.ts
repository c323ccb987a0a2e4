import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { until } from "@/tests/support/until";
import { lastHeartbeat } from "./heartbeat";
import type { JobQueue, JobWork } from "./job-queues";
import { runJobs } from "./run-jobs";

/** Work that is due until it was done, as rows of ours are. */
function workOn(waiting: Set<string>, handle: (id: string, stopping: AbortSignal) => Promise<void>): JobWork {
  const bulk = async ({ id }: { id: string }, stopping: AbortSignal) => {
    await handle(id, stopping);
    waiting.delete(id);
  };
  return {
    handlers: { bulk, scheduled: bulk, mail: bulk, retention: bulk, audit: bulk, projection: bulk },
    due: async () => [...waiting].map((id) => ({ queue: "bulk" as JobQueue, id })),
  };
}

it("gives each job to one of two servers, and notes that they look for work", async () => {
  const ids = Array.from({ length: 8 }, (_, index) => `one-${index}`);
  const waiting = new Set(ids);
  const done: string[] = [];
  const unsent = new Set(ids);
  const work: JobWork = {
    ...workOn(waiting, async (id) => void done.push(id)),
    // Each is put into the queue once, by one of them.
    due: async () => ids.filter((id) => unsent.delete(id)).map((id) => ({ queue: "bulk" as const, id })),
  };
  const at = new Date("2026-12-03T04:00:00Z");
  const servers = [1, 2].map(() => runJobs(work, { lookEvery: 100, now: () => at }));
  await until("all is done", () => waiting.size === 0);
  await Promise.all(servers.map((server) => server.stop()));
  expect(done.sort()).toEqual(ids);
  expect(servers.reduce((sum, server) => sum + server.figures().done, 0)).toBe(ids.length);
  expect(await lastHeartbeat()).toEqual(at);
});

it("lets what is under way end, takes nothing more, and leaves the rest to the next server", async () => {
  const waiting = new Set(["first", "second"]);
  let begun = 0;
  const first = runJobs(
    workOn(waiting, async (_id, stopping) => {
      begun += 1;
      await new Promise((resolve) => stopping.addEventListener("abort", resolve, { once: true }));
      throw new Error("told to stop");
    }),
    { lookEvery: 100 },
  );
  await until("one has begun", () => begun === 1);
  await first.stop();
  expect(begun).toBe(1);
  expect(first.figures()).toMatchObject({ done: 0, failed: 1 });
  const second = runJobs(
    workOn(waiting, async () => undefined),
    { lookEvery: 100 },
  );
  await until("both are done", () => waiting.size === 0);
  await second.stop();
});

it("goes on after a job that failed, and tells of it", async () => {
  const waiting = new Set(["fails once"]);
  const told: unknown[] = [];
  const jobs = runJobs(
    workOn(waiting, async () => {
      if (told.length === 0) throw new RangeError("not today");
    }),
    { lookEvery: 100, failed: (error) => told.push(error) },
  );
  await until("it is done", () => waiting.size === 0);
  await jobs.stop();
  expect(told).toEqual([expect.any(RangeError)]);
});

it("works under the application's account, which owns none of the queue's tables", async () => {
  const [row] = await database().$queryRaw<{ role: string; owner: string }[]>`
    SELECT current_user::text AS "role", pg_get_userbyid(relowner)::text AS "owner"
    FROM pg_class WHERE oid = 'pgboss.job'::regclass`;
  expect(row?.role).toBe("entente_app");
  expect(row?.owner).not.toBe("entente_app");
});
