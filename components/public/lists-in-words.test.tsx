/** Lines of lists that tell several things of a record: in whole messages, with what was typed left as it is. */
import { NextIntlClientProvider, type Messages } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readWords } from "@/i18n/read-words";
import { rowId } from "@/tests/support/rows";
import { setting } from "@/tests/support/setting";
import { AnnouncementList } from "./announcements/announcement-list";
import { MissionList } from "./missions/mission-list";
import { notesFor } from "./notes/notes";

const messages = (await readWords("en", { desk: false })) as Messages;

const textOf = (list: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      {list}
    </NextIntlClientProvider>,
  ).replace(/<[^>]*>/g, "");

const notes = notesFor([], []);

test.each([
  ["Rooms, desks etc.", "Kept · May 2016: Rooms, desks etc."],
  ["It opened", "Kept · May 2016: It opened"],
])("an announcement has its last step as it was typed: %s", (what, text) => {
  const steps = [{ id: rowId(1), date: "2016-05", what }];
  const values = { title: "An embassy", announced: "2015", fulfilment: "kept", steps } as const;
  const one = { id: rowId(9), kind: "announcement", slug: "x", values } as const;
  const list = <AnnouncementList announcements={[one]} setting={setting} notes={notes} titles="h3" />;
  expect(textOf(list).endsWith(text)).toBe(true);
});

test("a mission has its earlier levels in one sentence", () => {
  const earlierTypes = [
    { id: rowId(1), type: "consulate" as const, from: "1992", to: "1993" },
    { id: rowId(2), type: "legation" as const, from: "1993", to: "1995" },
  ];
  const values = { sending: "MX", receiving: "KZ", type: "embassy", city: "Astana", earlierTypes } as const;
  const one = { id: rowId(9), kind: "mission", slug: "x", values } as const;
  expect(textOf(<MissionList missions={[one]} setting={setting} notes={notes} />)).toContain(
    "Earlier levels: Consulate (1992–1993), Legation (1993–1995)",
  );
});
