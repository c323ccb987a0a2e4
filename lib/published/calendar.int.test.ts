/** Readers' calendars, of what is published. */
import { expect, it } from "vitest";
import { cacheTag } from "@/lib/domain/cache-tags";
import { database } from "@/lib/database/client";
import { newRowId } from "@/lib/domain/row-id";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { makeDossierThat, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { calendarDays } from "./calendar";
import { collectTags } from "./note-tags";

const editor = someone("editor");
const year = { first: "2027-01-01", last: "2027-12-31" };

it("tells of anniversaries, terms and visits in their order, and of nothing that did not or does not hold", async () => {
  const dossier = await makeDossierThat({ established: "1992-01-14" });
  const [a, b] = dossier.parties;
  const terms = {
    expires: "2022-06-30",
    renewal: "tacit",
    renewalPeriod: "five years",
    noticePeriod: "six months",
  };
  const renewed = await makePublished("agreement", dossier, {
    ...terms,
    signedOn: "2002-12-24",
    inForce: "yes",
  });
  const ended = await makePublished("agreement", dossier, {
    ...terms,
    signedOn: "2007-05-06",
    inForce: "no",
  });
  // No fifth anniversary, no whole day, not published.
  await makePublished("agreement", dossier, { signedOn: "2003-12-24", inForce: "yes" });
  await makePublished("agreement", dossier, { signedOn: "2002-12", inForce: "yes" });
  await makeDraft("agreement", dossier, { ...terms, title: "A draft" });
  const visit = { from: a, to: b };
  const onDay = await makePublished("visit", dossier, { ...visit, visitor: "One", began: "2027-03-02" });
  const inMonth = await makePublished("visit", dossier, { ...visit, visitor: "Another", began: "2027-03" });
  await makePublished("visit", dossier, {
    ...visit,
    visitor: "None",
    began: "2027-03-03",
    notHeld: "cancelled",
  });
  await makePublished("visit", dossier, { ...visit, visitor: "Some time", began: "2027" });

  const tags = new Set<string>();
  const { days, isCut } = await collectTags(tags, () => calendarDays(dossier.id, year, 100));
  expect(days.map(({ date, what, id, years }) => [date, what, id, years])).toEqual([
    ["2027-01-14", "established", dossier.id, 35],
    ["2027-03-02", "visit", onDay.id, undefined],
    ["2027-03", "visit", inMonth.id, undefined],
    ["2027-05-06", "signed", ended.id, 20],
    ["2027-06-30", "expires", renewed.id, undefined],
    ["2027-12-24", "signed", renewed.id, 25],
  ]);
  expect(isCut).toBe(false);
  expect([...tags].sort()).toEqual(
    [
      cacheTag.record(dossier.id),
      cacheTag.everything(dossier.id, "agreement"),
      cacheTag.everything(dossier.id, "visit"),
    ].sort(),
  );
  expect(await calendarDays(dossier.id, year, 2)).toEqual({ days: days.slice(0, 2), isCut: true });
  // Where there is more than may be shown, what lies nearest to a day is.
  expect(await calendarDays(dossier.id, year, 2, { around: "2027-06-01" })).toEqual({
    days: days.slice(3, 5),
    isCut: true,
  });
  expect((await calendarDays(dossier.id, year, 3, { around: "2027-12-01" })).days).toEqual(days.slice(3));

  const { slug } = await database().dossier.findUniqueOrThrow({ where: { id: dossier.id } });
  // The site's calendar has the same, until the dossier's pages are taken down.
  const december = { first: "2027-12-01", last: "2027-12-31" };
  const own = async (span = december) =>
    (await calendarDays(null, span, 500)).days.filter((day) => day.dossier.slug === slug);
  expect((await own()).map(({ id, date }) => [id, date])).toEqual([[renewed.id, "2027-12-24"]]);
  const notice = { first: "2026-12-01", last: "2027-01-31" };
  expect((await own(notice)).map(({ what, date }) => [what, date])).toEqual([
    ["notice", "2026-12-30"],
    ["established", "2027-01-14"],
  ]);
  const { version } = await database().entry.findUniqueOrThrow({ where: { id: dossier.id } });
  written(await unpublish(editor, { kind: "dossier", id: dossier.id, version }));
  expect(await own()).toEqual([]);
});

it("looks through the agreements of which something falls first, where they are too many to look through all", async () => {
  const dossier = await makeDossierThat({ established: "" });
  const span = { first: "2027-11-15", last: "2032-12-31" };
  const made = (signedOn: string, more: object = {}) =>
    makePublished("agreement", dossier, { signedOn, inForce: "yes", ...more });
  // By title the first, and each a little later than the next.
  const signed = ["2011-11-14", "2010-02-03", "2008-01-01", "2002-12-24"];
  const [passed, third, second, first] = [
    await made(signed[0]!, { title: "A" }),
    await made(signed[1]!, { title: "B" }),
    await made(signed[2]!, { title: "C" }),
    await made(signed[3]!, { title: "D" }),
  ];
  const ending = await made("2004", { title: "E", expires: "2027-11-20" });
  const found = async (read: number) =>
    (await calendarDays(dossier.id, span, 100, { read })).days.map(({ id, date }) => [id, date]);
  const inOrder = [
    [ending.id, "2027-11-20"],
    [first.id, "2027-12-24"],
    [second.id, "2028-01-01"],
    [third.id, "2030-02-03"],
    [passed.id, "2031-11-14"],
  ];
  expect((await found(100)).slice(0, inOrder.length)).toEqual(inOrder);
  expect((await found(1)).slice(0, 2)).toEqual(inOrder.slice(0, 2));
  expect((await found(2)).slice(0, 3)).toEqual(inOrder.slice(0, 3));
});

it("tells of the term of an agreement whose end is still to come", async () => {
  const dossier = await makeDossierThat({ established: "" });
  const term = {
    signedOn: "2001-02-03",
    inForce: "",
    expires: "2099-06-30",
    renewal: "",
    title: "Until then",
  };
  const action = (one: string, date: string) => ({
    ...{
      id: newRowId(),
      party: "both",
      name: "",
      action: one,
      date,
      effective: "",
      place: "",
      depositary: "",
    },
  });
  const began = action("entry-into-force", "2001-05-01");
  const ending = await makePublished("agreement", dossier, {
    ...{ ...term, actions: [began, action("denunciation", "2099-12-01")] },
  });
  await makePublished("agreement", dossier, {
    ...{ ...term, title: "No more", actions: [began, action("denunciation", "2019-12-01")] },
  });
  const { days } = await calendarDays(dossier.id, { first: "2099-01-01", last: "2099-12-31" }, 100);
  expect(days.map(({ date, what, id }) => [date, what, id])).toEqual([["2099-06-30", "expires", ending.id]]);
});
