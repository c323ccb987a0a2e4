import type { IncomingMessage, RequestListener } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { readsFrom } from "@/lib/database/reads-from";
import { figures } from "@/tests/support/handler";
import { startNextHere, wholeOf } from "./next-connection";
import { readingReplica, withReads } from "./reads";
import { deskHeaders } from "./request-headers";

/** A stand-in for Next that says from where it reads, and what of its headers it sees; `/broken` fails on the replica. */
const saying: RequestListener = async (incoming, outgoing) => {
  await Promise.resolve();
  const isBroken = incoming.url === "/broken" && readsFrom() === "replica";
  outgoing
    .writeHead(isBroken ? 500 : 200)
    .end(`${readsFrom()} ${String(incoming.headers["x-entente-reads"])}`);
};

async function started(replica = { isCaughtUp: async () => true }) {
  const next = await startNextHere(withReads(saying), figures);
  onTestFinished(() => next.close());
  return readingReplica(next, replica);
}

const get = (path: string) => ({ method: "GET", path, headers: {} });
const textOf = (answer: IncomingMessage) => wholeOf(answer).then(String);

it("reads from the replica exactly while that has caught up", async () => {
  let isCaughtUp = true;
  const next = await started({ isCaughtUp: async () => isCaughtUp });
  expect(await textOf(await next.ask(get("/")))).toBe("replica undefined");
  isCaughtUp = false;
  expect(await textOf(await next.ask(get("/")))).toBe("primary undefined");
  expect(next.counts).toEqual({ replica: 1, primary: 1, failed: 0 });
});

it("reads from the primary again what fails on the replica", async () => {
  const next = await started();
  const answer = await next.ask(get("/broken"));
  expect(answer.statusCode).toBe(200);
  expect(await textOf(answer)).toBe("primary undefined");
  expect(next.counts).toEqual({ replica: 0, primary: 1, failed: 1 });
});

it("lets no client say where its page is read from", () => {
  const from = { host: "a", protocol: "http", origin: "http://a", client: "127.0.0.1" } as const;
  expect(deskHeaders({ "x-entente-reads": "replica" }, from)).not.toHaveProperty("x-entente-reads");
});
