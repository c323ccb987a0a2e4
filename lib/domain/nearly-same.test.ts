import { expect, test } from "vitest";
import { isOutOfScale } from "./out-of-scale";
import { areNearlySame } from "./nearly-same";

const title = "Agreement on cooperation in the field of tourism";

test.each([
  [title, true],
  ["AGREEMENT on Co-operation in the Field of Tourism.", true],
  ["Agreement on coperation in the field of toursim", true],
  ["Agreement on cooperation in the field of taxes", false],
  [`${title} 2`, false],
  ["Agreement on cooperation", false],
  ["", false],
])("%s is nearly the same: %s", (other, isSame) => {
  expect(areNearlySame(title, other)).toBe(isSame);
  expect(areNearlySame(other, title)).toBe(isSame);
});

test.each<[string, string[], boolean]>([
  ["23000", ["21000000", "23000000", "25000000"], true],
  ["23000000000", ["21000000", "23000000", "25000000"], true],
  ["240000", ["23000000"], false],
  ["2300000000", ["23000000"], false],
  ["0", ["23000000"], false],
  ["23000", ["0"], false],
  ["23000", [], false],
  // One slip among those beside it does not hide that it is in line with the rest.
  ["23000000", ["21000", "22000000", "24000000"], false],
])("%s among %j is out of scale: %s", (value, beside, isOut) => {
  expect(isOutOfScale(value, beside)).toBe(isOut);
});
