import { step } from "./step.mjs";
import { startPostgres } from "./postgres.mjs";

/**
 * The database to use: the one that DATABASE_URL names, else the embedded one, started if it does not run.
 * Returns the environment that names it, `watch()`, which from then on starts it again should it die, and
 * `release()` for when we are done with it.
 */
export async function useDatabase(data, { quiet = false } = {}) {
  const { DATABASE_URL, DIRECT_DATABASE_URL } = process.env;
  if (DATABASE_URL) {
    const env = { DATABASE_URL, DIRECT_DATABASE_URL: DIRECT_DATABASE_URL || DATABASE_URL };
    return { env, watch: () => undefined, release: async () => undefined };
  }
  let server;
  const start = async (settings) => {
    server = await startPostgres(data, settings);
    return server.how;
  };
  if (quiet) await start();
  else await step("Starting the embedded PostgreSQL", () => start());

  let timer;
  let restarting = Promise.resolve();
  const look = async () => {
    if (!(await server.isDead())) return;
    // On the same port, where the processes that use it find it again.
    await step("The embedded PostgreSQL has died; starting it again", () => start({ samePort: true })).catch(
      (error) => console.error(error.message),
    );
  };
  const watch = () => {
    timer = setTimeout(() => {
      restarting = look().finally(() => timer && watch());
    }, LOOKS_EVERY);
  };
  return {
    env: { DATABASE_URL: server.url, DIRECT_DATABASE_URL: server.ownerUrl },
    watch,
    async release() {
      clearTimeout(timer);
      timer = undefined;
      await restarting;
      await server.release();
    },
  };
}

/** Milliseconds between two looks at the embedded server. */
const LOOKS_EVERY = 5000;
