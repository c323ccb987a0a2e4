import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const inRepo = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** For tests on a real PostgreSQL: each file has a database of its own. */
const onDatabase = {
  globalSetup: ["tests/support/postgres.ts"],
  setupFiles: ["tests/support/database.ts"],
  testTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
  hookTimeout: 120_000,
};

export default defineConfig({
  resolve: { alias: { "@": inRepo("."), "server-only": inRepo("./tests/support/server-only.ts") } },
  test: {
    maxWorkers: 2,
    // As all bounds here one for what hangs: a busy machine takes longer than ten seconds to end two processes.
    teardownTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Properties try a hundred cases each, on machines that may be busy with others' work.
          testTimeout: 120_000,
          expect: { poll: { timeout: 60_000 } },
          // What has no state needs no room of its own: a process and its modules for each file cost four times this.
          // Processes, not threads: some tests count the processor's time, which is a process's.
          isolate: false,
          unstubEnvs: true,
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: ["**/*.int.test.*", "**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          // The client of the database is loaded once by each process, not by each file.
          isolate: false,
          include: ["**/*.int.test.{ts,tsx,mjs}"],
          exclude: [
            ...["**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"],
            ...["tests/faults/**", "tests/throw-away-kind/**"],
          ],
          ...onDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: "throw-away-kind",
          include: ["tests/throw-away-kind/**/*.int.test.ts"],
          ...onDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.int.test.ts"],
          globalSetup: ["tests/faults/setup.ts"],
          // Each has servers and a database of its own, and times what they do.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
