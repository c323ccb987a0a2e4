/** A site that holds the first dossier and nothing else, for stories that count on what is not recorded. */
import { test as base } from "@playwright/test";
import { startTestServer } from "./server";

interface Seeded {
  /** Names a file of stories that adds to what the site holds: its server is none of the others'. */
  addedBy: string;
  /** The address of a server of this worker's own. */
  seeded: string;
}

export const test = base.extend<object, Seeded>({
  // A worker serves only tests of the same options.
  addedBy: ["", { option: true, scope: "worker" }],
  seeded: [
    async ({}, use) => {
      const server = await startTestServer();
      const { ENTENTE_E2E_URL, ENTENTE_E2E_DATABASE } = process.env;
      // What calls actions directly then calls this server's; a worker with this fixture runs no other tests.
      Object.assign(process.env, { ENTENTE_E2E_URL: server.url, ENTENTE_E2E_DATABASE: server.databaseUrl });
      await use(server.url);
      Object.assign(process.env, { ENTENTE_E2E_URL, ENTENTE_E2E_DATABASE });
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ seeded }, use) => use(seeded),
});

export { expect } from "@playwright/test";
