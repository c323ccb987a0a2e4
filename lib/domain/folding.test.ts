import { expect, it } from "vitest";
import { fold } from "./folding";

it.each([
  ["José MÜLLER", "jose muller"],
  ["Łódź, Øresund, Straße, Æsir", "lodz, oresund, strasse, aesir"],
  ["İstanbul Diyarbakır", "istanbul diyarbakir"],
  ["Нұрсұлтан Назарбаев, Ёлкин", "нұрсұлтан назарбаев, елкин"],
  ["ƦǶȠ \uA7AC\uA7AD\uA7AE\uA7B2", "rhvn glij"],
  ["ΑΘΉΝΑ ὈΔΟΣ", "αθηνα οδοσ"],
  ["أَحْمَد", "احمد"],
  ["שָׁלוֹם", "שלום"],
  ["हिन्दी", "हिन्दी"],
  ["東京 外交部 서울", "東京 外交部 서울"],
])("%s is compared as %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(text.normalize("NFD"))).toBe(folded);
});
