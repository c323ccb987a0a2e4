import "server-only";
import type { DiagnoseMigrationHistoryOutput } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { locks, underLock } from "@/lib/database/advisory-lock";
import { listMigrations, type PrismaFolder, readMigrations, readSchema } from "./migration-files";
import { withSchemaEngine } from "./schema-engine";

/** Where a database stands against the committed migrations; names are in order. */
export interface MigrationState {
  applied: string[];
  waiting: string[];
  failed: string[];
  /** Applied, but not among the committed ones: a newer version of this program made them. */
  unknown: string[];
  /** Applied, and changed in the repository since. */
  edited: string[];
}

/** A state that must not be built upon; `message` is one sentence for the operator. */
export class MigrationFault extends Error {}

const filters = { externalTables: [], externalEnums: [] };

/** Reads which committed migrations a database has. Throws when it is unreachable. */
export async function migrationState(folder: PrismaFolder, url: string): Promise<MigrationState> {
  return withSchemaEngine(await readSchema(folder), url, async (engine) => {
    const diagnosis = await engine.diagnoseMigrationHistory({
      migrationsList: await readMigrations(folder),
      optInToShadowDatabase: false,
      filters,
    });
    return stateOf(await listMigrations(folder), diagnosis);
  });
}

function stateOf(known: string[], found: DiagnoseMigrationHistoryOutput): MigrationState {
  const history = found.history;
  const waiting = history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
  const unknown = history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [];
  const failed = found.failedMigrationNames;
  const applied = known.filter((name) => !waiting.includes(name) && !failed.includes(name));
  return { applied, waiting, failed, unknown, edited: found.editedMigrationNames };
}

function refuseUnsound({ unknown, failed, edited }: MigrationState): void {
  if (unknown.length)
    throw new MigrationFault(
      `The database has migrations that this version does not know (${unknown.join(", ")}): run the version that made them, or a newer one.`,
    );
  if (failed.length)
    throw new MigrationFault(
      `A migration failed half-way in this database (${failed.join(", ")}): restore a backup, or mend it by hand.`,
    );
  if (edited.length)
    throw new MigrationFault(
      `These migrations were changed after they were applied (${edited.join(", ")}): put them back, and write a new one.`,
    );
}

/**
 * Applies the committed migrations that a database lacks and returns their names. Starters that come at once
 * wait for one another. With `upTo`, none after that one. Throws a MigrationFault for a database whose history is not ours.
 */
export async function applyMigrations(
  folder: PrismaFolder,
  url: string,
  { upTo }: { upTo?: string } = {},
): Promise<string[]> {
  return underLock(url, locks.migrating, async () => {
    const state = await migrationState(folder, url);
    refuseUnsound(state);
    if (!state.waiting.length) return [];
    const schema = await readSchema(folder);
    const migrationsList = await readMigrations(folder);
    if (upTo)
      migrationsList.migrationDirectories = migrationsList.migrationDirectories.filter(
        ({ path }) => path <= upTo,
      );
    try {
      return await withSchemaEngine(schema, url, async (engine) => {
        return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
      });
    } catch (error) {
      await forgetFailed(folder, url);
      const why = error instanceof Error ? error.message : String(error);
      throw new MigrationFault(`A migration was not applied, and left nothing behind: ${why.split("\n")[0]}`);
    }
  });
}

/**
 * A migration runs as one transaction, so one that just failed changed nothing: it may be tried again.
 * One found failed at the start is another matter; the process may have died after it took effect.
 */
async function forgetFailed(folder: PrismaFolder, url: string): Promise<void> {
  const { failed } = await migrationState(folder, url);
  await withSchemaEngine(await readSchema(folder), url, async (engine) => {
    for (const migrationName of failed) await engine.markMigrationRolledBack({ migrationName });
  });
}
