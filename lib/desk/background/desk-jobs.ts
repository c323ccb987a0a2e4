/** The desk's work in the background, by queue. */
import "server-only";
import { logSeal } from "@/lib/audit/log-seal";
import { duePruning, pruneByAge, pruneJob } from "@/lib/audit/prune-due";
import { DueSeals, sealUpTo } from "@/lib/audit/seal-events";
import { forgetAuthorsLeft } from "@/lib/auth/forget-author";
import { forgetNamesLeft } from "@/lib/auth/forget-names";
import type { JobWork } from "@/lib/jobs/job-queues";
import { dueMail, sendMail } from "@/lib/mail/send-mail";
import { abandonedSets, runChangeSet } from "../bulk/run-change-set";
import { announceDaysCome, daysJob, dueDays } from "./days-come";
import { dueProjection, projectAnew } from "./project-anew";
import { writeTurned } from "./turned";
import { dueRetention, pruneRevisions } from "./prune-revisions";
import { dueForgetting, forgetJob, forgetReports } from "../reports/forget-reports";
import { dueMoves, runScheduled } from "../scheduled/run-scheduled";

/** How long a job works on one change set or one round, in milliseconds: well below its time in the queue, after which another takes it up. */
const longest = 90_000;

/** Says when a job has to end: when its process stops, or it has worked long enough. */
function until(stopping: AbortSignal): () => boolean {
  const end = Date.now() + longest;
  return () => stopping.aborted || Date.now() > end;
}

const seals = new DueSeals();

/** What the desk does later or at length, as `lib/jobs` runs it. */
export const deskJobs: JobWork = {
  handlers: {
    scheduled: ({ id }) => runScheduled(id),
    mail: ({ id }) => sendMail(id),
    retention: async ({ id }, stopping) => {
      if (id === forgetJob) {
        await forgetReports(new Date());
        const isOver = until(stopping);
        try {
          await forgetAuthorsLeft(isOver);
        } finally {
          // Goes through whole tables, and may fail for that: it keeps nothing else from being done.
          await forgetNamesLeft(isOver);
        }
        return;
      }
      await pruneRevisions(until(stopping));
    },
    audit: async ({ id }, stopping) => {
      if (id === pruneJob) return pruneByAge(new Date(), until(stopping));
      for (const seal of await sealUpTo(BigInt(id), until(stopping))) logSeal(seal);
    },
    projection: async ({ id }, stopping) => {
      if (id === daysJob) {
        await announceDaysCome();
        await writeTurned();
        return;
      }
      await projectAnew(until(stopping));
    },
    bulk: ({ id }, stopping) => runChangeSet(id, until(stopping)),
  },
  async due(now) {
    const [moves, sets, mail, retention, sealable, pruning, projections, days] = await Promise.all([
      dueMoves(now),
      abandonedSets(now),
      dueMail(now),
      dueRetention(now),
      seals.due(now),
      duePruning(now),
      dueProjection(now),
      dueDays(now),
    ]);
    return [
      ...moves.map((id) => ({ queue: "scheduled" as const, id })),
      ...sets.map((id) => ({ queue: "bulk" as const, id })),
      ...mail.map((id) => ({ queue: "mail" as const, id })),
      ...[...retention, ...dueForgetting(now)].map((id) => ({ queue: "retention" as const, id })),
      ...[...projections, ...days].map((id) => ({ queue: "projection" as const, id })),
      ...[...sealable, ...pruning].map((id) => ({ queue: "audit" as const, id })),
    ];
  },
};
