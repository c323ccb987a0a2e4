import { expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf } from "@/lib/domain/kinds/registry";
import { makeDossierThat, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { calendarAddress } from "@/tests/support/calendar-address";
import { unpublish } from "../publish/withdraw";
import {
  calendarLinks,
  makeCalendarLink,
  dossierOfCalendar,
  revokeCalendarLink,
} from "../settings/calendar-links";
import { saveDraft } from "../write/save";
import { calendarOf, deskCalendar } from "./calendar";
import { dossierHome, gapsIn } from "./dossier-home";

const editor = someone("editor");
const span = { first: "2026-01-01", last: "2026-12-31" };

it("tells of what is published in a dossier: anniversaries, ends of terms and last days for notice", async () => {
  const dossier = await makeDossierThat({ established: "1992-01-14" });
  const terms = { expires: "2026-06-30", renewal: "tacit", noticePeriod: "six months" };
  const agreement = await makePublished("agreement", dossier, {
    ...terms,
    signedOn: "2001-12-24",
    inForce: "yes",
  });
  await makeDraft("agreement", dossier, { ...terms, expires: "2026-07-01", title: "A draft" });
  const days = await deskCalendar(editor, dossier.id, span);
  expect(days.map(({ day, what, id, years }) => [day, what, id, years])).toEqual([
    ["2026-01-14", "established", dossier.id, 34],
    ["2026-06-30", "expires", agreement.id, undefined],
    ["2026-12-24", "signed", agreement.id, 25],
  ]);
  expect(await calendarOf((await makeDossierThat({})).id, span)).toEqual([]);
});

it("opens a calendar by its private address until that is revoked, and keeps no secret", async () => {
  const dossier = await makeDossierThat({});
  expect(await makeCalendarLink(editor, dossier.id)).toEqual({ ok: false, reason: "unconfirmed" });
  expect(await calendarLinks(editor, dossier.id)).toEqual([]);
  const token = await calendarAddress(editor, dossier.id);
  expect(await dossierOfCalendar(token!)).toMatchObject({ id: dossier.id });
  for (const guessed of ["", "x", `${token!.slice(0, -1)}_`, "a".repeat(64)])
    expect(await dossierOfCalendar(guessed)).toBeNull();
  const [link, ...others] = await calendarLinks(editor, dossier.id);
  expect(others).toEqual([]);
  expect(JSON.stringify(link)).not.toContain(token);
  await expect(calendarAddress(someone("viewer"), dossier.id)).rejects.toThrow(Forbidden);
  await expect(revokeCalendarLink(someone("viewer"), link!.id)).rejects.toThrow(Forbidden);
  await revokeCalendarLink(editor, link!.id);
  expect(await dossierOfCalendar(token!)).toBeNull();
});

it("opens no calendar of a dossier that is not on the site, and shows no working title", async () => {
  const dossier = await makeDossierThat({});
  const token = (await calendarAddress(editor, dossier.id))!;
  const shown = await dossierOfCalendar(token);
  const { draft, version } = await database().entry.findUniqueOrThrow({ where: { id: dossier.id } });
  const target = { kind: "dossier" as const, id: dossier.id };
  const typed = { ...typedCopy(kindOf("dossier"), draft), established: "1993-02-03" };
  const changed = written(await saveDraft(editor, { ...target, version }, typed));
  expect(await dossierOfCalendar(token)).toEqual(shown);
  written(await unpublish(editor, { ...target, version: changed.version }));
  expect(await dossierOfCalendar(token)).toBeNull();
});

it("tells what waits in a dossier, whose it is, what others changed, and which years of trade are missing", async () => {
  const dossier = await makeDossierThat({});
  const reporter = dossier.parties[0];
  for (const year of ["2010", "2013"]) await makePublished("tradeYear", dossier, { year, reporter });
  const draft = await makeDraft("event", dossier, { title: "A draft" });
  const home = await dossierHome(editor, dossier.id, null);
  expect(home.others.map(({ id }) => id)).toEqual([draft.id]);
  expect(home.mine).toEqual([]);
  expect(home.counts).toContainEqual({ kind: "tradeYear", state: "published", count: 2 });
  expect(home.yearsWithoutTrade).toEqual([2011, 2012]);
  expect(home.changes[0]).toMatchObject({ entryId: draft.id, action: "create" });
  expect((await dossierHome(editor, dossier.id, new Date(Date.now() + 1000).toISOString())).changes).toEqual(
    [],
  );
  expect(gapsIn([])).toEqual([]);
});
