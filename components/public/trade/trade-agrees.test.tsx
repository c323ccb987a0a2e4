/** That sentence, table, chart, page and files say the same of a year's total. */
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readWords } from "@/i18n/read-words";
import { jsonOf } from "@/lib/exchange/json";
import { recordLd } from "@/lib/exchange/json-ld-records";
import { published, site, tableContext } from "@/tests/support/published";
import { notesFor } from "../notes/notes";
import { tradeChart } from "./trade-chart";
import { TradeSentences } from "./trade-sentences";
import { summaryOf } from "./trade-summary";
import { TradeTable } from "./trade-table";
import { TradeYearView } from "./trade-year-view";

const messages = await readWords("en", { desk: false });
const setting = {
  locale: "en",
  slug: "kazakhstan-us",
  parties: ["KZ", "US"],
  checkedAt: "2026-01-01",
} as const;
const notes = notesFor([], []);
const shown = (page: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      {page}
    </NextIntlClientProvider>,
  ).replaceAll(/<[^>]+>/g, "|");

const million = (amount: number | undefined) =>
  amount === undefined ? undefined : String(amount * 1_000_000);

test.each([
  ["both directions", { exportsA: 18, exportsB: 61 }, 79, true],
  ["both directions and a total", { exportsA: 18, exportsB: 61, total: 80 }, 80, false],
  ["a total", { total: 80 }, 80, false],
  ["one direction", { exportsA: 18 }, undefined, false],
  ["nothing of one direction", { exportsA: 0, exportsB: 61 }, 61, true],
])("where %s are stated", (_what, stated: Record<string, number>, total, isSum) => {
  const amounts = Object.fromEntries(Object.entries(stated).map(([key, amount]) => [key, million(amount)!]));
  const records = [2021, 2022, 2023].map((year) => ({
    ...published("tradeYear", {
      ...{ year, reporter: "third-source", currency: "USD", mirrorReasons: [], citations: [], ...amounts },
    }),
    id: `00000000-0000-4000-8000-00000000${year}`,
    slug: `${year}-third-source`,
  }));
  const [record] = records;
  const sentence = shown(
    <TradeSentences summary={summaryOf(records, setting)!} setting={setting} notes={notes} />,
  );
  const table = shown(<TradeTable records={records} setting={setting} notes={notes} />);
  const page = shown(<TradeYearView record={record!} setting={setting} notes={notes} />);
  const chart = tradeChart(records, setting)!;
  const file = JSON.parse(jsonOf("tradeYear", records, tableContext)) as {
    records: { computed?: unknown }[];
  };
  const described = recordLd(record!, {
    ...{ site, locale: "en", day: "2026-11-27", sources: [] },
    dossier: { ...tableContext.dossier!, countries: ["KZ", "US"] },
  } as Parameters<typeof recordLd>[1]) as Record<string, unknown>;
  const variableMeasured = described.variableMeasured as { name: string; value: number }[];

  const inAll = variableMeasured.find(({ name }) => name.includes("↔"))?.value;
  expect(inAll).toBe(total === undefined ? undefined : total * 1_000_000);
  expect(
    chart.panels.find(({ flow }) => flow === "total")?.columns.map(({ amount }) => amount) ?? [],
  ).toEqual(total === undefined ? [] : records.map(() => million(total)));
  expect(chart.hasSums).toBe(isSum);
  expect(file.records[0]!.computed).toEqual(
    isSum ? { total: million(total), as: "exportsA + exportsB" } : undefined,
  );
  for (const [where, words] of Object.entries({ sentence, table, page }))
    expect([where, /the sum of both|sum of both/.test(words)]).toEqual([where, isSum]);
  if (total !== undefined) {
    expect(sentence).toContain(`US$${total} million`);
    expect(table).toContain(`|${total}|`);
    expect(page).toMatch(new RegExp(`Total trade\\|+[^a-z]*\\$${total}`));
  } else expect(page).toMatch(/Total trade\|+unknown/);
});

test("a sentence begins with a capital, a third source stands in it in small letters, and percent stay on the line", () => {
  const year = (year: number, exportsB: string) => ({
    ...published("tradeYear", {
      ...{ year, reporter: "third-source", currency: "USD", exportsB, mirrorReasons: [], citations: [] },
      exportsA: "1000000",
    }),
    id: `00000000-0000-4000-8000-00000000${year}`,
  });
  const records = [year(2022, "9000000"), year(2023, "12000000")];
  const summary = summaryOf(records, setting)!;
  const sentence = shown(<TradeSentences summary={summary} setting={setting} notes={notes} />);
  expect(sentence).toContain("The United States exported");
  expect(sentence).not.toMatch(/[.!?][\s|]*\p{Ll}/u);
  expect(sentence).toContain("30\u00a0% more");
  const table = shown(<TradeTable records={records} setting={setting} notes={notes} />);
  expect(table).toContain("As reported by a third source");
});
