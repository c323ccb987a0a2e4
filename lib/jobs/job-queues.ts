/**
 * The queues of work in the background. A queue is a table of its own, made by a migration: a further one here needs a
 * further `SELECT pgboss.create_queue(…)` there.
 */
export const jobQueues = ["scheduled", "bulk", "mail", "retention", "audit", "projection"] as const;
export type JobQueue = (typeof jobQueues)[number];

/** What a job says: which row of ours it is about. All else stands in that row, which outlives the queue. */
export interface JobData {
  id: string;
}

/** Does the work of one job. Once `stopping` is aborted it ends soon, where it may be taken up again later. */
export type JobHandler = (data: JobData, stopping: AbortSignal) => Promise<void>;

/** What there is to do in the background, and how it is found. */
export interface JobWork {
  handlers: Record<JobQueue, JobHandler>;
  /** Finds what is due at a moment: rows that wait for a job, a job for each. */
  due(now: Date): Promise<{ queue: JobQueue; id: string }[]>;
}
