/** A message on its way, to a real mail server. */
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { database } from "@/lib/database/client";
import * as environment from "@/lib/env";
import { queueMail } from "./queue-mail";
import { dueMail, sendMail } from "./send-mail";
import { writeMail } from "./write-mail";

vi.mock("@/lib/env", { spy: true });

/** What the server was handed: sender and recipients of the envelope, and the message as it came. */
const taken: { from: string; to: string[]; message: string; isEncrypted: boolean }[] = [];
/** How often it was told a login. */
let logins = 0;
/** What it answers to the recipient instead of taking the message. */
let refusal: number | undefined;

const serverWithout = (...disabledCommands: string[]) =>
  new SMTPServer({
    disabledCommands,
    onAuth(_auth, _session, done) {
      logins += 1;
      done(null, { user: "desk" });
    },
    onRcptTo: (_address, _session, done) =>
      done(refusal === undefined ? null : Object.assign(new Error("no"), { responseCode: refusal })),
    onData(stream, { envelope, secure }, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, message: Buffer.concat(pieces).toString(), isEncrypted: secure });
        done();
      });
    },
  });
/** One as they stand on the same machine, and one that speaks TLS by STARTTLS, with a certificate that no one vouches for. */
const [server, encrypting] = [serverWithout("AUTH", "STARTTLS"), serverWithout()];
// Connections that end early are part of what is tried here.
for (const one of [server, encrypting]) one.on("error", () => undefined);

const db = database();
const env = environment.env();
let [port, encryptingPort] = [0, 0];

async function started(one: SMTPServer): Promise<number> {
  await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
  const address = one.server.address();
  return typeof address === "object" && address ? address.port : 0;
}

beforeAll(async () => {
  [port, encryptingPort] = [await started(server), await started(encrypting)];
});
afterAll(async () => {
  for (const one of [server, encrypting]) await new Promise<void>((resolve) => one.close(() => resolve()));
});

beforeEach(async () => {
  [refusal, taken.length, logins] = [undefined, 0, 0];
  useServer(port);
  await db.mail.deleteMany();
});

/** Another machine's address, as far as what is sent there is concerned; Linux takes it for this one. */
const far = "0.0.0.0";

function useServer(at: number | null, host = "127.0.0.1", login?: { user: string; password: string }) {
  const smtp = at === null ? undefined : { host, port: at, isTls: false, login };
  vi.mocked(environment.env).mockReturnValue({ ...env, smtp: smtp && { ...smtp, from: undefined } });
}

const letter = () =>
  writeMail(
    "returned",
    { who: "An editor", title: "A visit\r\nBcc: all@example.org", note: "Үшінші line\n.\nof many" },
    "/admin/visits/1",
  );
const to = (address: string) => [{ ...letter(), address }];
const only = async () => db.mail.findFirstOrThrow();

it("hands a message over once, in one line of subject, and keeps nothing of its text", async () => {
  await queueMail(db, to("author@example.org"));
  const now = new Date();
  const ids = await dueMail(now);
  expect(ids).toHaveLength(1);
  await Promise.all([sendMail(ids[0]!, now), sendMail(ids[0]!, now)]);
  await sendMail(ids[0]!, now);
  expect(taken).toMatchObject([{ from: "entente@localhost", to: ["author@example.org"] }]);
  const [head = "", ...body] = taken[0]!.message.split("\r\n\r\n");
  expect(head).toMatch(/^Subject: Returned: A visit Bcc: all@example.org$/m);
  expect(head).not.toMatch(/^Bcc/m);
  expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
  expect(head).toContain(`Message-ID: <${ids[0]}@localhost>`);
  expect(body.join()).toContain("/admin/visits/1");
  expect(await only()).toMatchObject({ state: "sent", text: "", tries: 1 });
  expect(await dueMail(now)).toEqual([]);
});

it("tries again, later each time, while the server is away, and says no word of the message", async () => {
  await queueMail(db, to("author@example.org"));
  useServer(1);
  const { id, madeAt } = await only();
  const failure = await sendMail(id, madeAt).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: "MailFailure", isFinal: false });
  expect(JSON.stringify(failure) + String(failure)).not.toMatch(/author@|Returned|visits/);
  const pause = async () => (await only()).tryAt.getTime() - madeAt.getTime();
  expect(await pause()).toBe(30_000);
  expect(await dueMail(new Date(madeAt.getTime() + 29_000))).toEqual([]);
  await expect(sendMail(id, new Date(madeAt.getTime() + 30_000))).rejects.toThrow();
  expect(await pause()).toBe(90_000);
  useServer(port);
  await sendMail(id, new Date(madeAt.getTime() + 90_000));
  expect(await only()).toMatchObject({ state: "sent", tries: 3 });
  expect(taken).toHaveLength(1);
});

it("gives up on a recipient that the server does not know, and tries one that it puts off", async () => {
  refusal = 550;
  await queueMail(db, to("unknown@example.org"));
  const { id, madeAt } = await only();
  await expect(sendMail(id, madeAt)).rejects.toMatchObject({ code: "550", isFinal: true });
  expect(await only()).toMatchObject({ state: "failed", text: "" });
  await db.mail.deleteMany();

  refusal = 450;
  await queueMail(db, to("later@example.org"));
  const second = await only();
  await expect(sendMail(second.id, second.madeAt)).rejects.toMatchObject({ code: "450", isFinal: false });
  expect(await only()).toMatchObject({ state: "waiting" });
});

it("lets what waited for days go, takes up what another server left, and forgets what was settled long ago", async () => {
  const day = 24 * 60 * 60 * 1000;
  const begun = Date.now();
  await queueMail(db, to("author@example.org"), new Date(begun - 3 * day));
  const { id } = await only();
  await sendMail(id, new Date(begun));
  expect(await only()).toMatchObject({ state: "failed", text: "" });
  await db.mail.update({ where: { id }, data: { settledAt: new Date(begun - 8 * day) } });

  await queueMail(db, to("author@example.org"), new Date(begun));
  const row = await only();
  expect(row.id).not.toBe(id);
  // As a server leaves it that ends while it sends.
  await db.mail.update({ where: { id: row.id }, data: { tries: 1, tryAt: new Date(begun + 180_000) } });
  await sendMail(row.id, new Date(begun + 179_000));
  expect(taken).toEqual([]);
  await sendMail(row.id, new Date(begun + 180_000));
  expect(taken).toHaveLength(1);
});

it("keeps nothing where no mail server is set", async () => {
  useServer(null);
  await queueMail(db, to("author@example.org"));
  expect(await db.mail.count()).toBe(0);
  expect(await dueMail(new Date())).toEqual([]);
});

it("encrypts what it sends where the server offers that, the login too", async () => {
  useServer(encryptingPort, "127.0.0.1", { user: "desk", password: "a password" });
  await queueMail(db, to("author@example.org"));
  const { id, madeAt } = await only();
  await sendMail(id, madeAt);
  expect(taken).toMatchObject([{ to: ["author@example.org"], isEncrypted: true }]);
  expect(logins).toBe(1);
});

it.each([
  ["without TLS", () => port],
  ["whose certificate no one vouches for", () => encryptingPort],
])("tells another machine %s no password and no message", async (_what, at) => {
  useServer(at(), far, { user: "desk", password: "a password" });
  await queueMail(db, to("author@example.org"));
  const { id, madeAt } = await only();
  await expect(sendMail(id, madeAt)).rejects.toMatchObject({ name: "MailFailure", isFinal: false });
  expect([taken.length, logins]).toEqual([0, 0]);
  expect(await only()).toMatchObject({ state: "waiting" });
});
