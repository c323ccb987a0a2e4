/** Sources that disagree with a record on a value: what is published of them, found and kept, and what is refused. */
import { expect, it } from "vitest";
import { publish } from "@/lib/desk/publish/publish";
import { saveDraft } from "@/lib/desk/write/save";
import { csvOf } from "@/lib/exchange/csv";
import { jsonOf } from "@/lib/exchange/json";
import type { PublishedRecord } from "@/lib/domain/published";
import { site } from "@/tests/support/published";
import { makeDossier, makePublished, makeSource, someone, written } from "@/tests/support/make";
import { recordsOf } from "./records";
import { searchPublished } from "./search";

const editor = someone("editor");

async function makeDisputed() {
  const dossier = await makeDossier();
  const other = (await makeSource({ title: "A register that differs" })).id;
  const claim = {
    source: other,
    supports: ["date"],
    states: "the quinquagesima of 1903",
    reason: "It was printed later.",
  };
  const citations = [{ source: dossier.source }, claim];
  const event = await makePublished("event", dossier, { title: "Talks", date: "1903-05", citations });
  return { dossier, other, claim, event };
}

it("publishes what a source states otherwise beside what supports the record, in files and for searches", async () => {
  const { dossier, claim } = await makeDisputed();
  const [record] = await recordsOf(dossier.id, "event");
  expect(record!.values.citations).toMatchObject([{ source: dossier.source }, claim]);
  const place = { site, dossier: { slug: "a-b", countries: ["KZ", "MX"] as [string, string] } };
  const context = {
    ...place,
    dossier: { ...place.dossier, title: "A – B" },
    named: new Map<string, PublishedRecord>(),
  };
  const csv = csvOf("event", [record!], context);
  expect(csv).toContain("citations.states");
  expect(csv).toContain("|the quinquagesima of 1903");
  expect(jsonOf("event", [record!], context)).toContain(`"${claim.reason}"`);
  expect(JSON.stringify(await searchPublished("quinquagesima"))).toContain(record!.id);
});

it("keeps a draft that states something else of no one value, and does not publish it", async () => {
  const { dossier, claim, event } = await makeDisputed();
  const supported = { source: dossier.source };
  const tried: [string, object[], string][] = [
    ["of nothing", [supported, { ...claim, supports: [] }], "citations.ofOneValue"],
    ["of two values", [supported, { ...claim, supports: ["date", "title"] }], "citations.ofOneValue"],
    [
      "of what the record does not say",
      [supported, { ...claim, supports: ["files"] }],
      "citations.ofOneValue",
    ],
    ["where nothing supports the record", [claim], "citations.none"],
  ];
  let { version } = event;
  for (const [what, citations, code] of tried) {
    const typed = { ...event.typed, citations: citations as (typeof event.typed.citations & object)[] };
    const refused = await publish(editor, { ...event, version }, typed as typeof event.typed);
    expect(refused, what).toMatchObject({ ok: false });
    expect(JSON.stringify(refused), what).toContain(code);
    ({ version } = written(await saveDraft(editor, { ...event, version }, typed as typeof event.typed)));
  }
  // What readers see is what was published.
  const [record] = await recordsOf(dossier.id, "event");
  expect(record!.values.citations).toMatchObject([{}, claim]);
});
