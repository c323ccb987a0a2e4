/** Which database readers' pages are read from: a replica, while it has all that is published; else the primary. */
import type { RequestListener } from "node:http";
import type { Replica } from "@/lib/database/replica";
import { whileReading } from "@/lib/database/reads-from";
import type { NextConnection } from "./next-connection";

/** With this header a page is read from the replica. The entrance lets no client say so. */
const READS_HEADER = "x-entente-reads";

/** How many answers were read from where, and how often those of the replica failed. */
export interface ReadCounts {
  replica: number;
  primary: number;
  failed: number;
}

/** Has a request that asks for it read from the replica, in all that is done for it. */
export function withReads(handler: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    const which = incoming.headers[READS_HEADER] === "replica" ? "replica" : "primary";
    delete incoming.headers[READS_HEADER];
    whileReading(which, () => handler(incoming, outgoing));
  };
}

/**
 * Next, but asked to read from the replica where that has caught up by the time that it is asked. What fails there is
 * asked again of the primary: statements may be cancelled on a replica for what the primary does.
 */
export function readingReplica(
  next: NextConnection,
  replica: Pick<Replica, "isCaughtUp">,
): NextConnection & { counts: ReadCounts } {
  const counts = { replica: 0, primary: 0, failed: 0 };
  return {
    ...next,
    counts,
    async ask(question) {
      if (await replica.isCaughtUp()) {
        const headers = { ...question.headers, [READS_HEADER]: "replica" };
        const answer = await next.ask({ ...question, headers });
        if ((answer.statusCode ?? 500) < 500) {
          counts.replica += 1;
          return answer;
        }
        counts.failed += 1;
        answer.destroy();
      }
      counts.primary += 1;
      return next.ask(question);
    },
  };
}
