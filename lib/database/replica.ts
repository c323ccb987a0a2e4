/** A replica of the database: whether it answers, and whether it has all that is known to be published. */
import "server-only";
import { pool } from "./client";
import { watchDatabase } from "./health";
import type { Standing } from "./outbox";
import { poolTo } from "./pool-to";
import { afterWaiting } from "./waiting";
import type { WatchedPool } from "./watched-pool";

export interface Replica {
  /**
   * Whether it shows every change that is known of the primary, so that what is read there now is as new. Never rejects,
   * and takes half a second at most: what is not known by then counts as no.
   */
  isCaughtUp(): Promise<boolean>;
  /** Why nothing is read there, as a clause; null where it is well. */
  fault(): string | null;
  close(): Promise<void>;
}

interface Settings {
  /** Where the primary stands now, as far as is known. */
  standing(): Standing | null;
  /** Told of each look whether it is away. */
  tell?: (isAway: boolean) => void;
  /** How often it is looked for unasked, in milliseconds. */
  lookEvery?: number;
  now?: () => number;
}

/** Beyond so many milliseconds behind what is published something is wrong: a replica usually takes a few. */
const behindFor = 10_000;
/** A page is not kept waiting for longer, in milliseconds in which this process listens: the primary is there. */
const knownWithin = 500;
const patience = { turnWithin: 400, answerWithin: 400 };

/** Whether a database is the one with that identity, migrated as far, and has that change or more. */
const shows = `SELECT
  (SELECT "id" FROM "_prisma_migrations" ORDER BY "started_at", "migration_name" LIMIT 1) = $1
  AND EXISTS (SELECT FROM "_prisma_migrations" WHERE "migration_name" = $2 AND "finished_at" IS NOT NULL)
  AND ($3::bigint IS NULL OR EXISTS (SELECT FROM "Outbox" WHERE "id" = $3 AND "at"::text = $4)) AS shows`;

const newestMigration = `SELECT "migration_name" AS name FROM "_prisma_migrations"
  WHERE "finished_at" IS NOT NULL ORDER BY "migration_name" DESC LIMIT 1`;

/** Watches the replica at an address. */
export function watchReplica(url: string, settings: Settings): Replica {
  return new WatchedReplica(url, settings);
}

/** The answer, or no where it takes too long. */
async function inTime(answer: Promise<boolean>): Promise<boolean> {
  let waiting: ReturnType<typeof afterWaiting> | undefined;
  const late = new Promise<boolean>((resolve) => {
    waiting = afterWaiting(knownWithin, () => resolve(false));
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    waiting?.stop();
  }
}

class WatchedReplica implements Replica {
  readonly #pool: WatchedPool;
  readonly #health: ReturnType<typeof watchDatabase>;
  readonly #timer: NodeJS.Timeout;
  readonly #now: () => number;
  #isAway = false;
  /** The newest standing of the primary that it was found to show, as text. */
  #shown: string | undefined;
  #asking: { about: string; answer: Promise<boolean> } | undefined;
  #behindSince: number | undefined;
  #migration: Promise<string> | undefined;

  constructor(
    url: string,
    readonly settings: Settings,
  ) {
    this.#now = settings.now ?? Date.now;
    this.#pool = poolTo(url, { connections: 1, ...patience });
    // Behind the same address there may be another server the next time.
    this.#pool.on("remove", () => (this.#shown = undefined));
    this.#health = watchDatabase(url, (isAway) => this.#tell(isAway));
    this.#timer = setInterval(() => void this.isCaughtUp(), settings.lookEvery ?? 5000).unref();
  }

  async isCaughtUp(): Promise<boolean> {
    const standing = this.settings.standing();
    if (standing === null || this.#isAway) return false;
    const about = JSON.stringify(standing);
    if (about === this.#shown) return true;
    // One question is asked for all pages that wait for its answer.
    if (this.#asking?.about !== about) this.#asking = { about, answer: inTime(this.#ask(standing, about)) };
    return this.#asking.answer;
  }

  fault(): string | null {
    if (this.#isAway) return "the replica does not answer, and readers' pages are read from the primary";
    const behind = this.#behindSince === undefined ? 0 : this.#now() - this.#behindSince;
    return behind > behindFor
      ? `the replica has not had what is published for ${Math.round(behind / 1000)} s, and readers' pages are read from the primary`
      : null;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#health.close();
    await this.#pool.end();
  }

  async #ask({ database, newest }: Standing, about: string): Promise<boolean> {
    try {
      const values = [database, await this.#newestMigration(), newest?.id ?? null, newest?.at ?? null];
      const { rows } = await this.#pool.query<{ shows: boolean | null }>(shows, values);
      const isShown = rows[0]?.shows === true;
      if (isShown) this.#shown = about;
      this.#behindSince = isShown ? undefined : (this.#behindSince ?? this.#now());
      return isShown;
    } catch {
      // That it is away is for the watch to say.
      return false;
    } finally {
      if (this.#asking?.about === about) this.#asking = undefined;
    }
  }

  /** The newest migration of the primary, as this process found it: its statements need no later one. */
  #newestMigration(): Promise<string> {
    this.#migration ??= pool()
      .query<{ name: string }>(newestMigration)
      .then(({ rows }) => rows[0]?.name ?? "");
    this.#migration.catch(() => (this.#migration = undefined));
    return this.#migration;
  }

  #tell(isAway: boolean): void {
    this.#isAway = isAway;
    if (isAway) this.#shown = undefined;
    this.#pool.setAway(isAway);
    this.settings.tell?.(isAway);
  }
}
