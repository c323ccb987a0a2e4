import { build } from "../../scripts/lib/build.mjs";
import { startTestServer } from "./server";

/** Runs once before all browser tests: builds the site if need be and serves it, with data of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  await build();
  const server = await startTestServer();
  process.env.ENTENTE_E2E_URL = server.url;
  process.env.ENTENTE_E2E_DATABASE = server.databaseUrl;
  return () => server.stop();
}
