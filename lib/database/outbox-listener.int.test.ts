/** A listener of the outbox over a connection that breaks, goes silent and comes back. */
import { atMost } from "@/tests/support/at-most";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { until } from "@/tests/support/until";
import { type Wire, wireTo } from "@/tests/faults/support/wire";
import { pool } from "./client";
import { listenToOutbox, type OutboxListener } from "./outbox-listener";

let wire: Wire;
let url: string;
let changes: number;

beforeEach(async () => {
  const direct = new URL(process.env.DIRECT_DATABASE_URL!);
  wire = await wireTo(Number(direct.port));
  direct.hostname = "127.0.0.1";
  direct.port = String(wire.port);
  url = direct.href;
  changes = 0;
});
afterEach(() => wire.close());

function listening(): OutboxListener {
  const listener = listenToOutbox(url, () => (changes += 1), { checkInterval: 2100 });
  onTestFinished(() => listener.close());
  return listener;
}

const publish = () =>
  pool().query(
    `INSERT INTO "Outbox" ("recordId", "kind", "action", "slug") VALUES (gen_random_uuid(), 'event', 'publish', 'x')`,
  );

/** How many connections listen at the server. */
async function connections(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'entente outbox'`,
  );
  return rows[0]!.count;
}

/** Waits until a change that is published now is told. */
async function tells(listener: OutboxListener, within: number): Promise<void> {
  await until("it is connected", () => listener.isConnected(), { within });
  const before = changes;
  await publish();
  await until("the change is told", () => changes > before);
}

it("tells once it is connected, and of each change", async () => {
  const listener = listening();
  await tells(listener, atMost(5000));
  // Once for the connection and once for the change; a connection that broke meanwhile tells once more.
  expect(changes).toBeGreaterThanOrEqual(2);
});

it("says that its connection broke, comes back by itself, and then tells what may have been missed", async () => {
  const listener = listening();
  await tells(listener, atMost(5000));
  for (let time = 0; time < 3; time += 1) {
    wire.cut();
    await until("it knows", () => !listener.isConnected());
    const before = changes;
    wire.mend();
    await until("it tells that it is back", () => changes > before, { within: atMost(5000) });
    await tells(listener, atMost(1000));
  }
  await until("one connection is left", async () => (await connections()) === 1);
});

it("notices that its connection went silent, and opens another", async () => {
  const listener = listening();
  await tells(listener, atMost(5000));
  wire.mute();
  // The check, and the time that it may take.
  await until("it knows", () => !listener.isConnected(), { within: atMost(5000) });
  wire.mend();
  await tells(listener, atMost(6000));
});

it("goes on after a server that takes connections and says nothing, and one that breaks them in the middle", async () => {
  let taken = 0;
  const broken = createServer((socket) => {
    taken += 1;
    socket.on("error", () => undefined);
    // No word of PostgreSQL's: the driver gives up on it.
    if (taken % 2 === 0) socket.end("nonsense");
    else socket.destroy();
  });
  await once(broken.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void broken.close());
  const address = broken.address();
  if (!address || typeof address === "string") throw new Error("no port");
  const listener = listenToOutbox(url.replace(`:${wire.port}`, `:${address.port}`), () => (changes += 1));
  await until("it has tried several times", () => taken >= 4, { within: atMost(15_000) });
  expect(listener.isConnected()).toBe(false);
  await listener.close();
  expect(changes).toBe(0);
});

it.each(["cut", "mute"] as const)(
  "starts on a wire that is %s, and connects once that is mended",
  async (state) => {
    wire[state]();
    const listener = listening();
    wire.mend();
    await tells(listener, atMost(6000));
  },
);

it("leaves no connection once it is closed, though it was about to open one", async () => {
  const [first, second] = [listenToOutbox(url, () => undefined), listening()];
  await until("both are connected", () => first.isConnected() && second.isConnected());
  wire.cut();
  await until("both know", () => !first.isConnected() && !second.isConnected());
  const third = listenToOutbox(url, () => undefined);
  await Promise.all([first.close(), third.close()]);
  wire.mend();
  // By the time that this one is back, and back again, the others would be.
  await tells(second, atMost(6000));
  wire.cut();
  await until("it knows", () => !second.isConnected());
  wire.mend();
  await tells(second, atMost(6000));
  await until("one connection is left", async () => (await connections()) === 1);
});
