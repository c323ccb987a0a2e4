import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { calendarLinks, dossierOfCalendar } from "@/lib/desk/settings/calendar-links";
import { entryChoices } from "@/lib/desk/read/choices";
import { trash } from "@/lib/desk/write/trash";
import { confirmed } from "@/tests/support/confirmed";
import { makeDossier, someone, written } from "@/tests/support/make";
import { calendarAddress } from "@/tests/support/calendar-address";
import { type Account, accountColumns, accountFrom, type AccountOutcome } from "./account-change";
import { limitAccount } from "./account-limits";
import { changeRole } from "./accounts";
import { actorFor, operator, type Role } from "./actor";
import { liveSession, startSession } from "./sessions";

let own: Awaited<ReturnType<typeof makeDossier>>;
let other: typeof own;

beforeAll(async () => {
  [own, other] = [await makeDossier(), await makeDossier()];
});

async function person(role: Role): Promise<Account> {
  const id = v7();
  const data = { id, email: `${id}@example.org`, name: `Limited ${role}`, role, passwordHash: "none" };
  return accountFrom(await database().user.create({ data, select: accountColumns }));
}

function accountOf(outcome: AccountOutcome): Account {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.account;
}

const titleOf = async (id: string) =>
  (await database().entry.findUniqueOrThrow({ where: { id }, select: { title: true } })).title;

const lastEvent = (subject: string) =>
  database().auditEvent.findFirst({ where: { subject }, orderBy: { seq: "desc" } });

describe("limiting an account", () => {
  it("acts on the session that stands, and the log says before and after in words", async () => {
    const author = await person("author");
    const sid = await startSession(database(), author.id);
    const limited = accountOf(await limitAccount(operator(), author, [own.id]));
    expect(limited).toMatchObject({ isLimited: true, limitedTo: [own.id], version: author.version + 1 });
    const actor = actorFor((await liveSession(sid))!.user);
    expect(actor.limitedTo).toEqual([own.id]);
    expect((await entryChoices(actor, "dossier", {})).map(({ id }) => id)).toEqual([own.id]);
    expect(await lastEvent(author.email)).toMatchObject({
      action: "account.limits",
      detail: { from: "all dossiers", to: await titleOf(own.id) },
    });
    const both = accountOf(await limitAccount(operator(), limited, [own.id, other.id]));
    expect(both.limitedTo).toEqual([own.id, other.id]);
    expect(accountOf(await limitAccount(operator(), both, null))).toMatchObject({
      isLimited: false,
      limitedTo: [],
    });
    expect(await lastEvent(author.email)).toMatchObject({
      detail: { from: `${await titleOf(own.id)}; ${await titleOf(other.id)}`, to: "all dossiers" },
    });
    expect(actorFor((await liveSession(sid))!.user).limitedTo).toBeNull();
  });

  it("keeps a dossier that is in the trash, which the form has still to offer", async () => {
    const gone = await makeDossier();
    const author = await person("author");
    const limited = accountOf(await limitAccount(operator(), author, [own.id, gone.id]));
    written(await trash(someone("editor"), { kind: "dossier", ...gone }));
    const offered = (inTrashToo: boolean) =>
      entryChoices(operator(), "dossier", { ids: limited.limitedTo, inTrashToo });
    expect((await offered(false)).map(({ id }) => id)).toEqual([own.id]);
    const states = Object.fromEntries((await offered(true)).map(({ id, state }) => [id, state]));
    expect(states).toEqual({ [own.id]: "published", [gone.id]: "trashed" });
    const again = accountOf(await limitAccount(operator(), limited, Object.keys(states)));
    expect(new Set(again.limitedTo)).toEqual(new Set([own.id, gone.id]));
  });

  it("asks for who may manage people, who has proved it just now, and the version that was seen", async () => {
    const [author, editor, admin] = [await person("author"), await person("editor"), await person("admin")];
    await expect(limitAccount(confirmed(editor), author, [own.id])).rejects.toThrow("may not manage");
    const later = actorFor({ ...admin, isLimited: false, limitedTo: [] });
    expect(await limitAccount(later, author, [own.id])).toEqual({ ok: false, reason: "unconfirmed" });
    const stale = { id: author.id, version: author.version + 1 };
    expect(await limitAccount(confirmed(admin), stale, [own.id])).toMatchObject({ reason: "stale" });
    expect(await limitAccount(confirmed(admin), author, [own.id])).toMatchObject({ ok: true });
  });

  it("refuses what no form of ours sends: admins, no dossier at all, what is none, and too many", async () => {
    const [author, admin] = [await person("author"), await person("admin")];
    const refused: [Account, string[]][] = [
      [admin, [own.id]],
      [author, []],
      [author, [v7()]],
      [author, [own.source]],
      [author, Array.from({ length: 101 }, () => v7())],
    ];
    for (const [account, dossiers] of refused)
      await expect(limitAccount(operator(), account, dossiers)).rejects.toThrow();
  });

  it("revokes the private addresses of other dossiers' calendars that the person made", async () => {
    const author = await person("author");
    await calendarAddress(confirmed(author), own.id);
    await calendarAddress(confirmed(author), other.id);
    await limitAccount(operator(), author, [own.id]);
    expect(await calendarLinks(operator(), own.id)).toHaveLength(1);
    expect(await calendarLinks(operator(), other.id)).toHaveLength(0);
    expect(await lastEvent(author.email)).toMatchObject({ detail: { calendarAddresses: "1" } });
  });

  it("holds again for the addresses that the person made as an admin meanwhile, also where a provider takes the role away", async () => {
    const limited = accountOf(await limitAccount(operator(), await person("editor"), [own.id]));
    const admin = accountOf(await changeRole(operator(), limited, "admin"));
    const opens = async (dossier: typeof own) => (await calendarAddress(confirmed(admin), dossier.id))!;
    const [within, beyond] = [await opens(own), await opens(other)];
    expect(await dossierOfCalendar(beyond)).toMatchObject({ id: other.id });
    // As where a provider of single sign-on says it.
    await database().user.update({ where: { id: limited.id }, data: { role: "editor" } });
    expect(await dossierOfCalendar(beyond)).toBeNull();
    expect(await dossierOfCalendar(within)).toMatchObject({ id: own.id });
  });

  it("holds through another role and back; admins are limited to nothing meanwhile", async () => {
    const limited = accountOf(await limitAccount(operator(), await person("editor"), [own.id]));
    const admin = accountOf(await changeRole(operator(), limited, "admin"));
    expect(actorFor(admin).limitedTo).toBeNull();
    const editor = accountOf(await changeRole(operator(), admin, "editor"));
    expect(actorFor(editor).limitedTo).toEqual([own.id]);
  });
});
