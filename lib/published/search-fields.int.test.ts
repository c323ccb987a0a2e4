/**
 * That a record is found by all that it says, in whichever of its fields, and by the names by which people call its countries:
 * for readers and at the desk, as a table.
 */
import { beforeAll, expect, it } from "vitest";
import { createDraft } from "@/lib/desk/write/save";
import { searchDesk } from "@/lib/desk/read/search";
import { choiceLabels } from "@/lib/domain/signs-called";
import missionWords from "@/messages/kinds/mission.en.json";
import { makeDossierThat, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { searchPublished } from "./search";

const editor = someone("editor");
const choices = choiceLabels(missionWords.choices, []);

const toDutch = "Visitor one to the Netherlands";
const toTurkey = "Visitor two to Türkiye";
const toCzechia = "Visitor three to Czechia";
const toCanada = "Visitor four to Canada";
const toMyanmar = "Visitor five to Myanmar (Burma)";
const toEmirates = "Visitor six to the United Arab Emirates";
const toLaos = "Visitor eight to Laos";
const toMexico = "Visitor seven to Mexico";
const mission = "High Commission of Canada in London";
const pact = "Pact on kumquats";
const person = "Ғабит Мүсірепов";

const table: [query: string, title: string][] = [
  // Countries, by names that their titles do not have.
  ["Holland", toDutch],
  ["the Netherlands", toDutch],
  ["USA", toDutch],
  ["United States of America", toDutch],
  ["Turkey", toTurkey],
  ["Ivory Coast", toTurkey],
  ["Cote d'Ivoire", toTurkey],
  ["Czech Republic", toCzechia],
  ["Republic of Korea", toCzechia],
  ["UK", toCanada],
  ["Great Britain", toCanada],
  ["Burma", toMyanmar],
  ["Swaziland", toMyanmar],
  ["UAE", toEmirates],
  ["U.S.", toDutch],
  ["U.S.A.", toDutch],
  ["America", toDutch],
  ["the U.S. tulip", toDutch],
  ["US tulip", toDutch],
  ["U.K.", toCanada],
  ["U.K. Canada", toCanada],
  ["Korea, Rep.", toCzechia],
  ["Rep. of Korea", toCzechia],
  ["visitor Korea, Rep.", toCzechia],
  ["DPRK", toLaos],
  ["Korea, Dem. People's Rep.", toLaos],
  ["Lao PDR", toLaos],
  ["U.A.E.", toEmirates],
  ["U.S.S.R.", toMexico],
  // Initials and abbreviations, as they were typed or without their dots.
  ["OPEC quotas", toLaos],
  ["O.P.E.C. quotas", toLaos],
  ["Smith et al. quotas", toLaos],
  ["quotas, e.g. oil", toLaos],
  ["Palestine", toEmirates],
  ["USSR", toMexico],
  ["Soviet Union", toMexico],
  // Places, by names of other times.
  ["Istanbul", toTurkey],
  ["Yangon", toMyanmar],
  ["St. Petersburg", toMexico],
  // Words of each field, rows among them.
  ["Tulip tour", toDutch],
  ["Bretton Woods", toDutch],
  ["O’Rourke-Smythe", toDutch],
  ["orourke", toDutch],
  ["1980", toMexico],
  ["+44 20 7004 6000", mission],
  ["ldn@example.org", mission],
  ["canada-uk.example/about", mission],
  ["Northumberland", mission],
  ["Brancusi", mission],
  ["charge d'affaires", mission],
  ["high commission", mission],
  ["I-54321", pact],
  ["I 54321", pact],
  ["I54321", pact],
  ["No. 54321", pact],
  ["석열", toCzechia],
  ["윤석열", toCzechia],
  ["Правительство Чешской Республики", toCzechia],
  ["República de Corea", toCzechia],
  ["Gobierno de los Estados Unidos Mexicanos", toMexico],
  ["Королевство Нидерландов", toDutch],
  ["Petroleum Exporting", pact],
  // A title as it stands, with the words that only it holds.
  [mission, mission],
  [toDutch, toDutch],
  [toEmirates, toEmirates],
  // People, by any of their names.
  ["Musrepov", person],
  ["Мүсірепов", person],
  ["Gabit", toMexico],
  ["Q4311234", person],
  ["Commissioner of Orchards", person],
];

beforeAll(async () => {
  const visit = async (slug: string, parties: [string, string], typed: object, of: object = {}) => {
    const dossier = await makeDossierThat({ slug, ...of }, parties);
    const [from, to] = parties;
    await makePublished("visit", dossier, { from, to, ...typed });
    return dossier;
  };
  const delegate = { id: rowId(3), name: "Xenia O'Rourke-Smythe", person: "", office: "", rank: "" };
  const us = await visit("us-nl", ["US", "NL"], {
    ...{ visitor: "Visitor one", trip: "Tulip tour", forum: "Bretton Woods forum" },
    delegation: [{ ...delegate, country: "CI" }],
  });
  await visit("ci-tr", ["CI", "TR"], { visitor: "Visitor two", places: "Constantinople" });
  await visit("kr-cz", ["KR", "CZ"], {
    visitor: "Visitor three",
    purpose: "With 윤석열 and 남궁석열 of Seoul",
  });
  const gb = await visit("gb-ca", ["GB", "CA"], { visitor: "Visitor four" });
  await visit("sz-mm", ["SZ", "MM"], { visitor: "Visitor five", places: "Rangoon" });
  await visit("kp-la", ["KP", "LA"], {
    visitor: "Visitor eight",
    purpose: "O.P.E.C. quotas for oil, as Smith et al. have it",
  });
  await visit("ps-ae", ["PS", "AE"], { visitor: "Visitor six" });
  const typed = typedFor("person", ["KZ", "MX"], {
    ...{ name: person, country: "KZ", wikidata: "Q4311234" },
    names: [{ id: rowId(1), name: "Gabit Musrepov", language: "" }],
    offices: [{ id: rowId(2), office: "Commissioner of Orchards", rank: "", from: "2001", to: "2003" }],
  });
  const { id } = written(await createDraft(editor, { kind: "person", dossierId: null }, typed));
  const predecessors = [{ id: rowId(9), side: "countryA", country: "SU", from: "", to: "" }];
  const soviet = { from: "SU", began: "1980", visitorPerson: id, places: "Leningrad" };
  await visit("kz-mx", ["KZ", "MX"], { visitor: "Visitor seven", ...soviet }, { predecessors });
  const head = { id: rowId(4), name: "Quentin Brâncuşi", person: "", title: "chargé d’affaires" };
  await makePublished("mission", gb, {
    ...{ sending: "CA", receiving: "GB", type: "high-commission", city: "London" },
    ...{ phone: "+44 20 7004 6000", email: "ldn@example.org", site: "https://www.canada-uk.example/about" },
    ...{ district: "Northumberland", heads: [{ ...head, from: "2001", to: "" }] },
  });
  const organisation = "Organization of Petroleum Exporting Countries";
  await makePublished("agreement", us, {
    ...{ title: pact, registerNumber: "I-54321" },
    signatories: [{ id: rowId(5), party: "", name: organisation }],
  });
});

it.each(table)("%j finds %s, for readers and at the desk", async (query, title) => {
  const published = await searchPublished(query, { choices });
  expect(published.hits.map((hit) => hit.title)).toContain(title);
  const { rows } = await searchDesk(editor, query, { choices });
  expect(rows.map((row) => row.title)).toContain(title);
});
