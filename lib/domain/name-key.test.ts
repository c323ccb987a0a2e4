import { expect, it } from "vitest";
import { nameKey } from "./name-key";

it.each([
  ["Kassym-Jomart Tokayev", "Қасым-Жомарт Тоқаев"],
  ["Tokayev, Kassym Jomart", "Қасым-Жомарт Тоқаев"],
  ["Mammadov", "Мәммәдов"],
  ["José Müller", "JOSE MULLER"],
  ["李明", "李明"],
])("%s is the same name as %s", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

it.each([
  ["Ana Ruiz", "Ana Ruis Perez"],
  ["李明", "李亮"],
  ["Juan Pérez", "Juana Pérez"],
])("%s is another name than %s", (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

it("of no name there is no key", () => expect([nameKey(""), nameKey(" – ")]).toEqual(["", ""]));
