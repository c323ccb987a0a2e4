/** What is killed under the mixed load, one after the other, and how it comes back. */
import { setTimeout as wait } from "node:timers/promises";
import type { OwnServer } from "../../support/own-server";
import type { BreakableRig } from "../../support/rig";
import { until } from "../../../support/until";
import type { Figures, Phase } from "./figures";

/** Milliseconds: the database is gone for `away`; what follows a recovery counts as of the fault for `after`. */
const times = { away: 5000, after: 5000, quiet: 5000 };
/** For what hangs: it says nothing of how soon something should be back. */
const back = { within: 180_000, every: 100 };

type Breaking = (rig: BreakableRig, server: OwnServer) => Promise<void>;

/** Kills one of Next's two processes, and waits for the next. */
const killNext =
  (of: "desk" | "renders"): Breaking =>
  async (_, server) => {
    const killed = server.nextPid(of);
    if (killed === undefined) throw new Error(`there is no process for ${of}`);
    process.kill(killed, "SIGKILL");
    await until(
      `there is another process for ${of}`,
      () => ![killed, undefined].includes(server.nextPid(of)),
      back,
    );
  };

const breakings: Record<Exclude<Phase, "quiet">, Breaking> = {
  desk: killNext("desk"),
  renders: killNext("renders"),
  server: async (_, server) => {
    await server.end("SIGKILL");
    await server.start();
  },
  database: async ({ postgres }) => {
    await postgres.kill();
    await wait(times.away);
    await postgres.revive();
  },
};

/** All is well: the server says so, and both of Next's processes make pages. */
async function isWell(server: OwnServer): Promise<boolean> {
  const statuses = ["/readyz", "/admin/sign-in", `/search?q=well+${Date.now()}`].map((path) =>
    fetch(server.origin + path, { signal: AbortSignal.timeout(10_000) }).then(
      async (answer) => (await answer.text()) !== "" && answer.status === 200,
      () => false,
    ),
  );
  return (await Promise.all(statuses)).every(Boolean);
}

/** Breaks one thing after the other until the time is over, each as often as the others; how often each was broken. */
export async function breakInTurn(
  rig: BreakableRig,
  server: OwnServer,
  figures: Figures,
  goesOn: () => boolean,
): Promise<number> {
  for (let round = 1; round <= 10_000; round += 1)
    for (const [phase, breakIt] of Object.entries(breakings) as [Exclude<Phase, "quiet">, Breaking][]) {
      await wait(times.quiet);
      const [began, requests] = [performance.now(), figures.requests];
      figures.phase = phase;
      await breakIt(rig, server);
      await until(`all is well after the ${phase} was killed`, () => isWell(server), back);
      const took = ((performance.now() - began) / 1000).toFixed(1);
      await wait(times.after);
      figures.phase = "quiet";
      const told = `killed ${phase} (${round}): well after ${took} s, ${figures.requests - requests} requests`;
      console.log(`      ${told}, faults so far: ${figures.faultCount}`);
      if (phase === "database" && !goesOn()) return round;
    }
  return 10_000;
}
