import { describe, expect, test } from "vitest";
import { citationIn, type Cited } from "./cite";

const visit: Cited = {
  title: "Erlan Idrissov to Mexico",
  within: "Kazakhstan–Mexico",
  site: "Entente",
  address: "https://entente.example/kazakhstan-mexico/changes/018f?version=3",
  changed: "2026-11-26T17:00:00.000Z",
  accessed: "2026-11-27T01:00:00.000Z",
  version: 3,
};
const hostile: Cited = {
  ...visit,
  title: "50 % of {all} \\input{x} & more_\nER  - ",
  within: null,
  version: undefined,
};

describe("a citation", () => {
  test("as BibTeX names the version and its day", () => {
    expect(citationIn("bib", visit)).toBe(
      [
        "@online{entente-kazakhstan-mexico-changes-018f-version-3,",
        "  author = {{Entente}},",
        "  title = {{Erlan Idrissov to Mexico}},",
        "  titleaddon = {Kazakhstan–Mexico},",
        "  date = {2026-11-26},",
        "  version = {3},",
        `  url = {${visit.address}},`,
        "  urldate = {2026-11-27},",
        "}",
        "",
      ].join("\n"),
    );
  });

  test("as RIS ends its lines as the format wants", () => {
    const lines = citationIn("ris", visit).split("\r\n");
    expect(lines[0]).toBe("TY  - ENCYC");
    expect(lines).toEqual(
      expect.arrayContaining([
        "AU  - Entente,",
        "T2  - Kazakhstan–Mexico",
        "DA  - 2026/11/26",
        "Y2  - 2026/11/27",
        "ET  - 3",
      ]),
    );
    expect(lines.at(-2)).toBe("ER  - ");
  });

  test("as CSL-JSON is an entry with its parts", () => {
    expect(JSON.parse(citationIn("json", visit))).toMatchObject([
      {
        type: "entry-encyclopedia",
        title: visit.title,
        "container-title": "Kazakhstan–Mexico",
        issued: { "date-parts": [[2026, 11, 26]] },
        accessed: { "date-parts": [[2026, 11, 27]] },
        URL: visit.address,
      },
    ]);
  });

  test("holds whatever a title says as text", () => {
    expect(citationIn("bib", hostile)).toContain(
      "title = {{50 \\% of \\{all\\} \\textbackslash{}input\\{x\\} \\& more\\_ ER -}}",
    );
    expect(
      citationIn("ris", hostile)
        .split("\r\n")
        .filter((line) => line.startsWith("ER")),
    ).toHaveLength(1);
    expect(citationIn("bib", hostile)).not.toMatch(/booktitle|titleaddon|version =/);
  });
});
