/** What a piece of work costs in time of the processor, which a busy machine changes far less than the time by the clock. */
import { readdirSync, readFileSync } from "node:fs";
import { database } from "@/lib/database/client";

export interface Effort {
  /** By the clock, in milliseconds. */
  taken: number;
  /** Of this process, in milliseconds of the processor. */
  node: number;
  /** Of all of PostgreSQL's processes that live on afterwards, in milliseconds of the processor; NaN where /proc cannot be read. */
  postgres: number;
}

/** Does a piece of work and says what it took. PostgreSQL has to run on this machine. */
export async function effortOf(work: () => Promise<unknown>): Promise<Effort> {
  const [{ pid } = { pid: 0 }] = await database().$queryRaw<
    { pid: number }[]
  >`SELECT pg_backend_pid() AS pid`;
  const server = Number(statOf(pid)?.[1] ?? NaN);
  const [began, node, postgres] = [performance.now(), process.cpuUsage(), ticksOf(server)];
  await work();
  const { user, system } = process.cpuUsage(node);
  return {
    taken: performance.now() - began,
    node: (user + system) / 1000,
    // A tick is a hundredth of a second wherever Linux runs Node.
    postgres: (ticksOf(server) - postgres) * 10,
  };
}

/** Milliseconds shared out among so many, as a figure tells them. */
export const shares = (milliseconds: readonly number[], among: number): string =>
  milliseconds.map((one) => `${(one / among).toFixed(1)} ms`).join(", ");

/** Ticks of a process, its children, and its children that have ended. */
function ticksOf(server: number): number {
  if (Number.isNaN(server)) return NaN;
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const own = statOf(server) ?? [];
  // See proc(5): times of the process are its 14th and 15th fields, those of its ended children the next two.
  let ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(own[field] ?? 0), 0);
  for (const pid of pids) {
    const stat = statOf(Number(pid));
    if (stat?.[1] === String(server)) ticks += Number(stat[11]) + Number(stat[12]);
  }
  return ticks;
}

/** A process's state, parent and so on (see proc(5), from its third field on), null where it cannot be read. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}
