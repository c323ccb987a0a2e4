/** The desk's work in the background, by queue. */
import "server-only";
import type { JobWork } from "@/lib/jobs/job-queues";
import { dueMoves, runScheduled } from "../scheduled/run-scheduled";

/** What the desk does later or at length, as `lib/jobs` runs it. */
export const deskJobs: JobWork = {
  handlers: {
    scheduled: ({ id }) => runScheduled(id),
    bulk: async () => undefined,
  },
  due: async (now) => (await dueMoves(now)).map((id) => ({ queue: "scheduled", id })),
};
