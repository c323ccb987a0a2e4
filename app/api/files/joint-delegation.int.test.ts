/** A delegation of several countries, from what is typed to readers' files, and back out of a version of before. */
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { restoreRevision } from "@/lib/desk/read/revisions";
import type { Typed } from "@/lib/domain/fields/field";
import { makeDossierThat, makePublished, someone, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { GET } from "./[dossier]/[list]/[format]/route";

const editor = someone("editor");

it("says of which country a further visitor is, and nothing of one who came with the visitor", async () => {
  const dossier = await makeDossierThat({ slug: "joint-delegation" });
  const of = (delegation: Typed[]) => ({ delegation });
  const own = { id: rowId(1), name: "Ana Ruiz", person: "", office: "Adviser", rank: "" };
  const visit = await makePublished("visit", dossier, of([own]));
  const before = await database().revision.findFirstOrThrow({
    where: { entryId: visit.id, version: visit.version },
  });
  const other = { ...own, id: rowId(2), name: "Bao Tran", country: "VN" };
  const typed = { ...visit.typed, ...of([own, other]) };
  const joint = written(await publish(editor, visit, typed, { confirmed: "all" }));

  const file = async (format: string) => {
    const params = Promise.resolve({ dossier: "joint-delegation", list: "visits", format });
    return (await GET(new Request("http://x"), { params })).text();
  };
  const { records } = JSON.parse(await file("json")) as { records: { values: { delegation: object[] } }[] };
  const [first, second] = records[0]!.values.delegation;
  expect([first, second]).toMatchObject([{ name: "Ana Ruiz" }, { name: "Bao Tran", country: "VN" }]);
  expect(first).not.toHaveProperty("country");
  expect(await file("csv")).toContain("VN");

  const target = { kind: "visit" as const, id: visit.id, version: joint.version };
  written(await restoreRevision(editor, target, before.id));
  const { draft } = await database().entry.findUniqueOrThrow({ where: { id: visit.id } });
  expect((draft as { delegation: object[] }).delegation).toMatchObject([{ id: rowId(1), name: "Ana Ruiz" }]);
});
