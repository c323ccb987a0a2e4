/** What one client asks for, sixty things at once, keeps no other client from an answer. */
import { connect } from "node:net";
import { beforeAll, expect, it } from "vitest";
import { PlainBrowser, signInPlainly } from "../../../e2e/support/plain-browser";
import { people } from "../../../e2e/support/people";
import { type Answer, askAs } from "../support/client";
import { slug } from "../support/first-dossier";
import type { OwnServer } from "../support/own-server";
import { until } from "../../support/until";

const [greedy, other] = ["127.0.0.2", "127.0.0.3"];

let server: OwnServer;

const sixty = (ask: (number: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: 60 }, (_, number) => ask(number)));

/** The first form of the sign-in page, filled in, as a browser without scripts sends it. */
async function signInForm(): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const browser = new PlainBrowser({ origin: server.origin });
  const form = (await browser.open("/admin/sign-in")).form("password");
  const filled = new FormData();
  for (const [name, value] of form.values)
    if (name !== "email" && name !== "password") filled.append(name, value);
  filled.append("email", "a.stranger@example.org");
  filled.append("password", "a wrong password of some length");
  const sent = new Response(filled);
  return {
    headers: { "content-type": sent.headers.get("content-type")!, origin: server.origin },
    body: Buffer.from(await sent.arrayBuffer()),
  };
}

const floods: [string, () => Promise<(number: number) => Promise<Answer>>][] = [
  ["searches", async () => (number) => askAs(greedy, server.port, `/search?q=greedy+${number}`)],
  [
    "narrowed lists",
    async () => (number) => askAs(greedy, server.port, `/${slug}/visits?from=KZ&year=${1900 + number}`),
  ],
  [
    "sign-ins",
    async () => {
      const form = await signInForm();
      return () => askAs(greedy, server.port, "/admin/sign-in", { method: "POST", ...form });
    },
  ],
];

/** The tests of it, on a server that knows its pages. */
export function othersAreAnswered(serverOf: () => OwnServer): void {
  beforeAll(() => {
    server = serverOf();
  });

  /** Each flood's searches and lists are others, so that none is answered from what was kept. */
  let round = 0;

  it.each(floods)(
    "sixty %s of one client leave others their pages, searches and sign-ins",
    async (_what, flood) => {
      const many = sixty(await flood());
      round += 1;
      const word = `fox+${round}`;
      const [page, search, filter, missing] = await Promise.all([
        askAs(other, server.port, `/${slug}`),
        askAs(other, server.port, `/search?q=${word}`),
        askAs(other, server.port, `/${slug}/visits?from=MX&year=${2000 + round}`),
        askAs(other, server.port, `/${slug}/nothing-here`),
        signInPlainly(new PlainBrowser({ origin: server.origin }), people.editor),
      ]);
      expect([page.status, search.status, filter.status, missing.status]).toEqual([200, 200, 200, 404]);
      const statuses = new Set((await many).map(({ status }) => status));
      for (const status of statuses) expect([200, 503]).toContain(status);
      // And it is answered again itself.
      expect((await askAs(greedy, server.port, `/search?q=${word}+after`)).status).toBe(200);
    },
  );

  it("holds three hundred connections of one client, closes the rest, and takes another's", async () => {
    const sockets = Array.from({ length: 320 }, () =>
      connect({ host: "127.0.0.1", localAddress: greedy, port: server.port }),
    );
    let connected = 0;
    for (const socket of sockets) socket.once("connect", () => (connected += 1)).on("error", () => undefined);
    const closed = () => sockets.filter((socket) => socket.closed).length;
    // What the server ends says so to those only that read.
    for (const socket of sockets) socket.resume();
    try {
      await until("all are connected", () => connected === 320);
      await until("those beyond the limit are closed", () => closed() === 20);
      expect((await askAs(other, server.port, `/${slug}`)).status).toBe(200);
      expect(closed()).toBe(20);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });
}
