/** Clients that are hostile, broken or greedy, all on one server; no other client notices any of it. */
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { PlainBrowser } from "../../e2e/support/plain-browser";
import { othersAreAnswered } from "./clients/fair";
import { hostileClientsAreRefused } from "./clients/hostile";
import type { OwnServer } from "./support/own-server";
import { knownPages, readAll } from "./support/pages";
import { type Readers, startReaders } from "./support/readers";
import { type Rig, startRig } from "./support/rig";

let rig: Rig;
let server: OwnServer;
let editor: PlainBrowser;
let readers: Readers;

beforeAll(async () => {
  rig = await startRig();
  server = await rig.serve();
  editor = await rig.signIn(server, "editor");
  await readAll(server.origin);
  readers = startReaders(server.origin, knownPages, { atOnce: 2 });
});

afterAll(async () => {
  const { faults } = await readers.stop();
  await rig.stop();
  // Through all of this no other client noticed.
  expect(faults).toEqual([]);
});

describe("a client that asks for much at once", () => othersAreAnswered(() => server));
describe("a hostile client", () => hostileClientsAreRefused(() => ({ server, editor })));
