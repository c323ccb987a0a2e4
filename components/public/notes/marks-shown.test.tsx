import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { readWords } from "@/i18n/read-words";
import type { Fields } from "@/lib/domain/fields/fields";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import { below } from "@/lib/domain/paths";
import { rowId } from "@/tests/support/rows";
import { setting } from "@/tests/support/setting";
import { type AnyViewed, RecordView } from "../frame/record-view";
import { shownFiles } from "../files/shown-files";
import type { NotedSource } from "./notes";

const messages = await readWords("en", { desk: false });

/** Something in every field: whether it makes sense together is not asked. */
function fullOf(fields: Fields): Record<string, unknown> {
  const countries = [...setting.parties];
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]): [string, unknown][] => {
      if (key === "citations") return [];
      switch (field.kind) {
        case "text":
          return [[key, "Words"]];
        case "lines":
          return [[key, ["Words"]]];
        case "choice":
          return [[key, field.of[0]]];
        case "country":
          return [[key, countries.shift() ?? "KZ"]];
        case "decimal":
        case "wholeNumber":
          return [[key, field.kind === "decimal" ? "1" : 2014]];
        case "partialDate":
          return [[key, "2014"]];
        case "file":
          return [[key, `${"0".repeat(64)}.pdf`]];
        case "webAddress":
          return [[key, "https://example.org/"]];
        case "rows":
          return [
            [
              key,
              [
                { id: rowId(1), ...fullOf(field.of) },
                { id: rowId(2), ...fullOf(field.of) },
              ],
            ],
          ];
        default:
          return [];
      }
    }),
  );
}

/** Every path to a value, rows and their fields among them. */
function pathsIn(values: Record<string, unknown>): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const rows = Array.isArray(value)
      ? value.filter((one): one is Record<string, string> => typeof one === "object")
      : [];
    return [
      key,
      ...rows.flatMap(({ id = "", ...row }) => {
        const path = below(key, id);
        return [path, ...Object.keys(row).map((inner) => below(path, inner))];
      }),
    ];
  });
}

describe.each(kindKeys.filter((kind) => kindOf(kind).cited))("a whole record of the kind %s", (kind) => {
  const own = fullOf(kindOf(kind).fields);
  const paths = pathsIn(own);
  const sources = ["", ...paths].map((path, index) => ({
    number: index + 1,
    source: {
      id: `source of ${path}`,
      kind: "source",
      slug: "s",
      values: { title: "S" },
    } satisfies NotedSource,
  }));
  const citations = ["", ...paths].map((path) => ({
    source: `source of ${path}`,
    supports: path ? [path] : [],
  }));
  const claims = paths.map((path) => ({
    source: "source of ",
    supports: [path],
    states: `another ${path}`,
    reason: `why not ${path}`,
  }));
  const record = {
    id: rowId(9),
    kind,
    slug: "x",
    values: { ...own, citations: [...citations, ...claims] },
  } as AnyViewed;
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <RecordView
        record={record}
        title="T"
        setting={setting}
        sources={sources}
        linked={() => []}
        files={shownFiles(record.values, new Map())}
      />
    </NextIntlClientProvider>,
  );

  test("has no button within a heading", () => {
    expect(markup).toContain("<h1");
    const headings = [...markup.matchAll(/<(h[1-6])\b.*?<\/\1>/g)].map(([heading]) => heading);
    expect(headings.filter((heading) => heading.includes("<button"))).toEqual([]);
  });

  test("shows a mark for whatever value is cited, and every mark opens a panel that is there", () => {
    const missing = sources.filter(({ number }) => !markup.includes(`popoverTarget="note-${number}-1" aria`));
    expect(missing.map(({ source }) => source.id)).toEqual([]);
    expect(paths.filter((path) => !markup.includes(`<q>another ${path}</q>`))).toEqual([]);
    expect(paths.filter((path) => !markup.includes(`why not ${path}`))).toEqual([]);
    for (const [, id] of markup.matchAll(/popoverTarget="([^"]+)"/g))
      expect([id, markup.split(`id="${id}"`).length - 1]).toEqual([id, 1]);
  });
});
