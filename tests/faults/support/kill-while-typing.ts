/** kill -9 of the server while people type: every autosave that was acknowledged is there, and no record is made twice. */
import { v4 } from "uuid";
import type { PlainBrowser } from "../../../e2e/support/plain-browser";
import { database } from "@/lib/database/client";
import { until } from "../../support/until";
import type { OwnServer } from "./own-server";
import { Typist } from "./typist";

const typists = 4;

/** Kills a server that is up so often, each time at another moment of what is typed, and leaves it up; `tell` hears of each. Returns what was counted. */
export async function killWhileTyping(
  server: OwnServer,
  editor: PlainBrowser,
  dossierId: string,
  { rounds, ends = Infinity, tell }: { rounds: number; ends?: number; tell?: (kills: number) => void },
): Promise<Record<string, number>> {
  const begin = () => new Typist(editor, `Typed ${v4()}`, dossierId);
  let all = Array.from({ length: typists }, begin);
  const counts = { kills: 0, acknowledged: 0, "cut off": 0, "of these kept": 0 };
  for (let round = 0; round < rounds && Date.now() < ends; round += 1) {
    let isUp = true;
    const typing = all.map(async (one) => {
      for (let tried = 0; tried < 1_000_000 && isUp && !one.refused; tried += 1) await one.type();
    });
    const before = all.map(({ acknowledged }) => acknowledged);
    await until(
      "words are kept",
      () => all.every((one, at) => one.refused || one.acknowledged > before[at]!),
      {
        within: 60_000,
        every: 5,
      },
    );
    await new Promise((resolve) => setTimeout(resolve, (round * 37) % 250));
    isUp = false;
    await server.end("SIGKILL");
    await Promise.all(typing);
    await until("the killed server's statements have ended", isSettled);
    for (const one of all) counts["of these kept"] += (await one.check()) - one.acknowledged > 0 ? 1 : 0;
    counts.kills += 1;
    await server.start();
    // Back again, the tab goes on from where it was, also where it had no answer.
    for (const one of all) {
      if (!(await one.again())) throw new Error(`${one.title} could not go on: ${one.refused}`);
      if ((await one.check()) !== one.typed) throw new Error(`${one.title} lacks words`);
    }
    // New records are begun in each round: some are killed at their first word.
    const done = all.splice(0, 2);
    for (const one of done) count(counts, one);
    tell?.(counts.kills);
    all = [...all, begin(), begin()];
  }
  for (const one of all) count(counts, one);
  return counts;
}

function count(counts: Record<string, number>, one: Typist): void {
  one.stop();
  counts.acknowledged! += one.acknowledged;
  counts["cut off"]! += one.unanswered;
}

/** Whether nothing is under way in the database: other servers may be on it. */
async function isSettled(): Promise<boolean> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()`;
  return row!.count === 0;
}
