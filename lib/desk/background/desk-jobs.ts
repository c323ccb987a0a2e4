/** The desk's work in the background, by queue. */
import "server-only";
import type { JobWork } from "@/lib/jobs/job-queues";
import { dueMail, sendMail } from "@/lib/mail/send-mail";
import { abandonedSets, runChangeSet } from "../bulk/run-change-set";
import { dueMoves, runScheduled } from "../scheduled/run-scheduled";

/** How long a job works on one change set, in milliseconds: well below its time in the queue, after which another takes it up. */
const longest = 90_000;

/** What the desk does later or at length, as `lib/jobs` runs it. */
export const deskJobs: JobWork = {
  handlers: {
    scheduled: ({ id }) => runScheduled(id),
    mail: ({ id }) => sendMail(id),
    bulk: ({ id }, stopping) => {
      const until = Date.now() + longest;
      return runChangeSet(id, () => stopping.aborted || Date.now() > until);
    },
  },
  async due(now) {
    const [moves, sets, mail] = await Promise.all([dueMoves(now), abandonedSets(now), dueMail(now)]);
    return [
      ...moves.map((id) => ({ queue: "scheduled" as const, id })),
      ...sets.map((id) => ({ queue: "bulk" as const, id })),
      ...mail.map((id) => ({ queue: "mail" as const, id })),
    ];
  },
};
