/** That forms give back what they are given, whatever it is, for every kind of record. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { anyRecord, sent } from "@/tests/support/any-record";
import { rowId } from "@/tests/support/rows";
import { differences } from "./compare";
import { typedFrom } from "./fields/set";
import { kindKeys, kindOf } from "./kinds/registry";
import { parseRecord } from "./record";

const some = [rowId(101), rowId(102), rowId(103)];
const records = Object.fromEntries(kindKeys.map((key) => [key, some]));
const files = [`${"0a".repeat(32)}.pdf`, `${"1b".repeat(32)}.txt`];

it.each(kindKeys)("shows any %s that is fit to be published as it was, and reads that as the same", (key) => {
  const kind = kindOf(key);
  const around = { parties: kind.inDossier ? (["KZ", "MX"] as const) : null, records, files };
  fc.assert(
    fc.property(anyRecord(key, around), (typed) => {
      const { values, problems, notices } = parseRecord(kind, typed, around, "publish");
      expect({ problems, notices }).toEqual({ problems: [], notices: [] });
      const shown = typedFrom(kind.fields, values);
      const again = parseRecord(kind, sent(kind, shown), around, "publish");
      expect(again).toEqual({ values, problems: [], mistakes: [], notices: [] });
      expect(differences(shown, typedFrom(kind.fields, again.values), typed)).toEqual([]);
      expect(JSON.parse(JSON.stringify(values))).toEqual(JSON.parse(JSON.stringify(again.values)));
    }),
    { numRuns: 20 },
  );
});
