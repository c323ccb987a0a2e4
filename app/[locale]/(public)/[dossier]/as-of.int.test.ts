/** The view of a day, from published records alone and by few statements. */
import { beforeAll, expect, it } from "vitest";
import { makeDossierThat, makeDraft, makePublished } from "@/tests/support/make";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { collectTags } from "@/lib/published/note-tags";
import { statementsOf } from "@/tests/support/sent-statements";
import { openDossier } from "../open-dossier";
import { openAsOf } from "./as-of-page";

let dossier: Awaited<ReturnType<typeof makeDossierThat>>;
let slug: string;
let drafted: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  dossier = await makeDossierThat({ established: "1992-01-14" });
  const [a, b] = dossier.parties;
  const visit = { from: a, to: b, ended: "" };
  const record = async (name: string, ...[kind, typed]: [Parameters<typeof makePublished>[0], object]) => {
    ids[name] = (await makePublished(kind, dossier, { ...typed })).id;
  };
  await record("embassy", "mission", { sending: a, receiving: b, opened: "2003-05-06", closed: "2016" });
  await record("early", "visit", { ...visit, began: "2001-10-02" });
  await record("unsure", "visit", { ...visit, began: "2015" });
  await record("late", "visit", { ...visit, began: "2016-02-03" });
  await record("off", "visit", { ...visit, began: "2014-02-03", notHeld: "cancelled" });
  await record("treaty", "agreement", {
    inForce: "",
    actions: [
      { party: "both", action: "signature", date: "2004-05-06" },
      { party: "both", action: "entry-into-force", date: "2006-01-01" },
    ],
  });
  await record("promise", "announcement", {
    maker: b,
    announced: "2014-09",
    steps: [{ what: "It was done.", date: "2016-02-03", fulfilment: "kept" }],
    fulfilment: "",
  });
  drafted = (await makeDraft("visit", dossier, { ...visit, began: "2015-05-01" })).id;
  ({ slug } = await database().record.findUniqueOrThrow({ where: { id: dossier.id } }));
});

const open = async (day: string) => (await openAsOf(await openDossier("en", slug), day)).view;

it("shows what was, what may have been, and nothing that came later", async () => {
  const view = await open("2015-06-01");
  expect(view.established).toBe("yes");
  expect(view.missions.map(({ mission, states }) => [mission.id, states])).toEqual([[ids.embassy, ["open"]]]);
  expect(view.visits.a.last?.id).toBe(ids.early);
  expect(view.visits.a.perhaps.map(({ id }) => id)).toEqual([ids.unsure]);
  expect(view.visits.b).toEqual({ last: undefined, perhaps: [] });
  expect(view.agreements.map(({ agreement, states }) => [agreement.id, states])).toEqual([
    [ids.treaty, ["in-force"]],
  ]);
  const promised = ({ announcements }: typeof view) =>
    announcements.map(({ announcement, states }) => [announcement.id, states]);
  expect(promised(view)).toEqual([[ids.promise, ["unknown"]]]);
  expect(JSON.stringify(view)).not.toContain(drafted);

  const before = await open("2004-12-31");
  expect(before.agreements.map(({ states }) => states)).toEqual([["pending"]]);
  const long = await open("1991-01-01");
  expect([long.established, long.missions, long.agreements]).toEqual(["no", [], []]);
  const late = await open("2016-06-01");
  expect(promised(late)).toEqual([[ids.promise, ["kept"]]]);
  expect(late.missions.map(({ states }) => states)).toEqual([["open", "closed"]]);
  expect(late.visits.a.last?.id).toBe(ids.late);
});

it("is read by two statements, and made anew with whatever a record of these kinds says", async () => {
  const opened = await openDossier("en", slug);
  const sent = await statementsOf(() => openAsOf(opened, "2015-06-01"));
  expect(sent.length).toBeLessThanOrEqual(2);
  const tags = new Set<string>();
  await collectTags(tags, () => openAsOf(opened, "2010-01-01"));
  expect([...tags]).toEqual(
    expect.arrayContaining([
      cacheTag.record(dossier.id),
      ...(["mission", "agreement", "visit", "announcement", "tradeYear"] as const).map((kind) =>
        cacheTag.everything(dossier.id, kind),
      ),
    ]),
  );
});
