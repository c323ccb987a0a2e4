import { expect, it } from "vitest";
import type { RecordAction } from "./lifecycle";
import { inSittings } from "./sittings";

const line = (action: RecordAction, by: string, minute: number) => ({
  ...{ action, byId: by, byName: by },
  at: new Date(Date.UTC(2014, 0, 1, 12, minute)).toISOString(),
});
const folded = (...lines: ReturnType<typeof line>[]) =>
  inSittings(lines).map(({ line: { action }, earlier }) =>
    [action, ...earlier.map((one) => one.action)].join(" "),
  );

it("folds one person's saves in a row, and not the beginning", () => {
  expect(
    folded(
      line("save", "Ann", 70),
      line("autosave", "Ann", 45),
      line("create", "Ann", 20),
      line("save", "Bea", 10),
    ),
  ).toEqual(["save autosave", "create", "save"]);
});

it("never folds what was published, restored or moved, and nothing across it", () => {
  expect(
    folded(
      ...[
        line("save", "Ann", 9),
        line("publish", "Ann", 8),
        line("save", "Ann", 7),
        line("restore", "Ann", 6),
      ],
      ...[
        line("save", "Ann", 5),
        line("unpublish", "Ann", 4),
        line("publish", "Ann", 3),
        line("publish", "Ann", 2),
      ],
    ),
  ).toEqual(["save", "publish", "save", "restore", "save", "unpublish", "publish", "publish"]);
});

it("begins another sitting after half an hour, and for another person", () => {
  expect(folded(line("save", "Ann", 31), line("save", "Ann", 0))).toEqual(["save", "save"]);
  expect(folded(line("save", "Ann", 30), line("save", "Ann", 0))).toEqual(["save save"]);
  expect(folded(line("save", "Ann", 2), line("save", "Bea", 1), line("save", "Ann", 0))).toHaveLength(3);
});
