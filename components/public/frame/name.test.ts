import { expect, it } from "vitest";
import { titleOf } from "./name";

const leftToRight = "\u200e";

it("titles made of a name and words run as the words do, and titles of their own as they are written", () => {
  expect(titleOf({ kind: "visit", title: "عادل الجبير to Kazakhstan" })).toBe(
    `${leftToRight}عادل الجبير to Kazakhstan`,
  );
  expect(titleOf({ kind: "mission", title: "Embassy of Egypt in القاهرة" })).toMatch(leftToRight);
  expect(titleOf({ kind: "visit", title: "Қасым-Жомарт Тоқаев to Mexico" })).not.toMatch(leftToRight);
  for (const kind of ["agreement", "event", "source", "person"] as const)
    expect(titleOf({ kind, title: "اتفاقية التعاون (FAO)" })).toBe("اتفاقية التعاون (FAO)");
});
