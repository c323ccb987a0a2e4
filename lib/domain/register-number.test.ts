import { expect, test } from "vitest";
import { registerKey, registerSpellings } from "./register-number";

test.each([
  ["I-54321", ["I 54321", "I54321", "i-54321", "No. I-54321", "I – 54321", "I.54321"]],
  ["54321", ["No. 54321", "no 54321", "№ 54321", "Nr. 54321", "# 54321"]],
  ["A-1.2", ["A 1 2", "A1.2"]],
  ["ETS No. 5", ["ETS no 5"]],
])("%s is the same however it is written", (number, others) => {
  for (const other of others) expect(registerKey(other)).toBe(registerKey(number));
});

test.each([
  ["I-54321", "II-54321"],
  ["I-54321", "I-5432"],
  ["1-23", "12-3"],
  ["I-54321", "A-54321"],
  ["Notes 5", "5"],
])("%s is another than %s", (one, other) => expect(registerKey(one)).not.toBe(registerKey(other)));

test.each([
  ["I-54321", ["I 54321", "I54321"]],
  ["I54321", ["I 54321", "I-54321"]],
  ["No. I 54321", ["I 54321", "I-54321", "I54321"]],
  ["No. 54321", ["54321"]],
  ["54321", []],
  ["Volume 2, page 7", []],
])("%s is also written %j", (number, spellings) => expect(registerSpellings(number)).toEqual(spellings));
