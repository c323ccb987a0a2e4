/** Two instances behind nginx, as `deploy/` says; and the check of a deployment, which has to pass there. */
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { people } from "../../e2e/support/people";
import { PlainBrowser, signInPlainly } from "../../e2e/support/plain-browser";
import { doWith, makeRecord } from "../../e2e/support/plain-desk";
import { typescript, untilEnd } from "../../scripts/lib/run.mjs";
import { wholeOf } from "@/server/next/next-connection";
import { askAs } from "./support/client";
import { eventValues, firstDossier } from "./support/first-dossier";
import { hasNginx, type OwnNginx, ownNginx } from "./support/own-nginx";
import type { OwnServer } from "./support/own-server";
import { knownPages, readAll } from "./support/pages";
import { startReaders } from "./support/readers";
import { type Rig, startRig } from "./support/rig";
import { until } from "../support/until";

const nginxIsThere = hasNginx();
if (!nginxIsThere) console.log("skipped: nginx is not installed, so its configuration is not tried");

const { email, password } = people.editor;
const check = (args: string[], env: Record<string, string> = {}) =>
  untilEnd(process.execPath, [...typescript, "e2e/deployed/main.ts", ...args], {
    env: { E2E_EMAIL: "", E2E_PASSWORD: "", ...env },
  });

describe("the check of a deployment", () => {
  it("says that it was used wrongly, and that nothing is there", async () => {
    expect(await check([])).toMatchObject({ code: 2 });
    expect(await check(["not an address"])).toMatchObject({ code: 2 });
    expect(await check(["http://127.0.0.1:9"])).toMatchObject({
      code: 1,
      output: expect.stringContaining("FAIL"),
    });
  });
});

describe.skipIf(!nginxIsThere)("two instances behind nginx", () => {
  let rig: Rig;
  let nginx: OwnNginx;
  let servers: OwnServer[];

  beforeAll(async () => {
    rig = await startRig();
    const place = await ownNginx();
    const env = { ENTENTE_URL: place.origin, TRUST_PROXY: "127.0.0.1" };
    servers = [await rig.serve({ env }), await rig.serve({ env })];
    nginx = await place.start(
      servers.map(({ port }) => port),
      rig.data,
    );
  });

  afterAll(async () => {
    await nginx?.stop();
    await rig?.stop();
  });

  it("pass the check, with an editor's story that leaves nothing published", async () => {
    const first = await check([nginx.origin], { E2E_EMAIL: email, E2E_PASSWORD: password });
    expect(first.output).toMatch(/^pass: \d+ passed, 0 failed$/m);
    expect(first.code).toBe(0);
    expect(first.output).not.toContain("left behind");
    // The story can be told again: it has put away what it made.
    const through = ["--through", `http://127.0.0.1:${servers[0]!.port}`];
    const again = await check([nginx.origin, ...through], { E2E_EMAIL: email, E2E_PASSWORD: password });
    expect(again.output).toMatch(/^pass: \d+ passed, 0 failed$/m);
    expect(await (await fetch(`${nginx.origin}/kazakhstan-mexico/sitemap.xml`)).text()).not.toContain(
      "deployment-check",
    );
  });

  it("give documents that nginx keeps, and keep their figures closed", async () => {
    await readAll(nginx.origin);
    const again = await fetch(`${nginx.origin}/kazakhstan-mexico/visits.json`);
    expect(again.headers.get("x-cache")).toMatch(/HIT|STALE|UPDATING|REVALIDATED/);
    expect(await fetch(`${nginx.origin}/metrics`)).toMatchObject({ status: 404 });
    const desk = await fetch(`${nginx.origin}/admin/sign-in`);
    expect(desk.headers.get("cache-control")).toBe("no-store");
    expect(desk.headers.get("x-cache")).toBeNull();
  });

  it.each([
    ["gzip, deflate, br", "gzip"],
    ["gzip, br;q=0", "gzip"],
    ["br;q=0, *", "gzip"],
    ["gzip;q=0, br;q=0.0", null],
    ["gzip;q=0, *", null],
    ["identity", null],
  ])("send a document to a client that takes %s", async (accepts, encoding) => {
    const asked = get(`${nginx.origin}/kazakhstan-mexico`, { headers: { "accept-encoding": accepts } });
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    answer.resume();
    expect([answer.statusCode, answer.headers["content-encoding"] ?? null]).toEqual([200, encoding]);
  });

  /** An answer's status, body and headers, less what differs by the moment, by the way, or by the server's name. */
  const fields = async (url: string, headers: Record<string, string> = {}) => {
    const asked = get(url, { headers });
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    const body = (await wholeOf(answer)).toString("base64");
    const {
      date,
      connection,
      "keep-alive": kept,
      server,
      "x-cache": cache,
      "x-request-id": id,
      ...said
    } = answer.headers;
    void [date, connection, kept, server, id];
    return { status: answer.statusCode, said, body, cache };
  };
  const isOnDisk = async (path: string) => {
    const { status, cache } = await fields(nginx.origin + path);
    return status === 200 && cache === undefined;
  };

  /** Pages that are on disk, and the title of a record that was removed from them. */
  let shownWithout: { paths: string[]; title: string };

  it("serve pages from disk as an instance would, field by field, and none that was removed", async () => {
    const dossier = await firstDossier();
    const editor = new PlainBrowser({ origin: nginx.origin });
    await signInPlainly(editor, people.editor);
    const title = "Served from disk";
    const record = await makeRecord(editor, "history", eventValues(title, dossier.source), {
      dossier: dossier.id,
      intent: "publish",
    });
    const list = await (await fetch(`${nginx.origin}/kazakhstan-mexico/history.json`)).text();
    const page = /\/kazakhstan-mexico\/history\/[a-z0-9-]*served-from-disk/.exec(list)![0];
    const paths = [
      "/",
      "/kazakhstan-mexico",
      "/kazakhstan-mexico/history",
      "/kazakhstan-mexico/agreements?by=status",
      page,
    ];
    for (const path of paths) await until(`${path} is on disk`, () => isOnDisk(path));
    const forms: Record<string, string>[] = [
      {},
      { "accept-encoding": "gzip" },
      { "if-none-match": "*" },
      { "if-modified-since": "Thu, 01 Jan 2099 00:00:00 GMT" },
    ];
    for (const path of paths)
      for (const form of forms) {
        const ours = await fields(`http://127.0.0.1:${servers[0]!.port}${path}`, {
          host: new URL(nginx.origin).host,
          ...form,
        });
        expect(await fields(nginx.origin + path, form)).toEqual(ours);
        if (form["if-modified-since"]) continue; // goes before a tag with nginx; no answer of ours gives rise to it
        const again = { ...form, "if-none-match": ours.said.etag! };
        expect((await fields(nginx.origin + path, again)).status).toBe(304);
      }
    // What is no page's one address is an instance's to answer.
    for (const path of [
      "/Kazakhstan-Mexico",
      "/kazakhstan-mexico/",
      "//kazakhstan-mexico",
      "/kazakhstan-mexico?x=1",
    ])
      expect((await fields(nginx.origin + path)).status).not.toBe(200);
    expect((await fields(nginx.origin + "/", { host: "evil.example" })).status).toBe(421);

    await doWith(editor, record, "unpublish");
    expect((await fields(nginx.origin + page)).status).toBe(404);
    shownWithout = { paths, title };
  });

  it("limit what each client asks for that is no document, and documents not", async () => {
    const port = Number(new URL(nginx.origin).port);
    const many = (client: string, path: (number: number) => string, how = {}) =>
      Promise.all(Array.from({ length: 60 }, (_, number) => askAs(client, port, path(number), how)));
    const statuses = (answers: { status: number }[]) => new Set(answers.map(({ status }) => status));
    const slug = "kazakhstan-mexico";
    expect(statuses(await many("127.0.0.2", () => `/${slug}`))).toEqual(new Set([200]));
    const floods: [(number: number) => string, object?][] = [
      [(number) => `/search?q=flood+${number}`],
      [(number) => `/${slug}/visits?year=${1900 + number}`],
      [() => "/admin/sign-in", { method: "POST", headers: { origin: nginx.origin } }],
    ];
    for (const [path, how] of floods) {
      const answers = await many("127.0.0.2", path, how);
      expect(statuses(answers)).toContain(429);
      const other = await askAs("127.0.0.3", port, path(61), how);
      expect(other.status).not.toBe(429);
      expect(other.status).toBeLessThan(500);
    }
    expect((await askAs("127.0.0.2", port, `/${slug}/visits`)).status).toBe(200);
  });

  it("let readers notice nothing when one is stopped or killed, nor when both are gone: pages come from disk", async () => {
    const readers = startReaders(nginx.origin, knownPages);
    await servers[0]!.end("SIGTERM");
    await servers[0]!.start();
    await until("it is ready", async () => (await fetch(`${servers[0]!.origin}/readyz`)).ok);
    await servers[1]!.end("SIGKILL");
    await until("one serves alone", async () => (await fetch(`${nginx.origin}/admin/sign-in`)).ok);
    await servers[0]!.end("SIGKILL");
    const before = readers.answers();
    await until("readers have read while both are gone", () => readers.answers() >= before + 50);
    const { faults, answers } = await readers.stop();
    expect(faults).toEqual([]);
    expect(answers).toBeGreaterThan(50);
    for (const path of ["/", "/kazakhstan-mexico"])
      expect((await fields(nginx.origin + path)).status).toBe(200);
    const { paths, title } = shownWithout;
    for (const path of paths)
      expect(Buffer.from((await fields(nginx.origin + path)).body, "base64").toString()).not.toContain(title);
  });
});
