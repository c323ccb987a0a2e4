/** Sums in parts that are added up, as Chinese, Japanese and Korean write them: "1億2,000万". */
import { powersMeant } from "./magnitudes";
import { sum, timesPower } from "./money";

const part = /(?<![\d.,])(\d[\d,]{0,20}(?:\.\d{1,20})?) ?([兆億亿万萬조억만]) ?/gu;
const parts = /(?<![\d.,])(?:\d[\d,]{0,20}(?:\.\d{1,20})? ?[兆億亿万萬조억만] ?)+(?:\d[\d,]{0,20})?/u;

interface Part {
  number: string;
  /** The power of ten that it is a number of. */
  power: number;
}

/** A text in which a sum of several parts is one number; as it was where it has but one, or parts that do not get smaller. */
export function withAddedParts(text: string): string {
  const [said = ""] = parts.exec(text) ?? [];
  const named = [...said.matchAll(part)].map(([, number = "", word = ""]) => ({
    number: number.replaceAll(",", ""),
    power: powersMeant(word)?.[0] ?? 0,
  }));
  const rest = said.replace(part, "").replaceAll(",", "");
  const all = rest === "" ? named : [...named, { number: rest, power: 0 }];
  if (all.length < 2 || !all.every((one, at) => at === 0 || isBelow(one, all[at - 1]!))) return text;
  return text.replace(said, sum(...all.map(({ number, power }) => timesPower(number, power))));
}

/** Whether a part is smaller than one of the part before it. */
function isBelow({ number, power }: Part, before: Part): boolean {
  return power < before.power && timesPower(number, power).split(".", 1)[0]!.length <= before.power;
}
