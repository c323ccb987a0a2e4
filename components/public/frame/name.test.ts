import { expect, test } from "vitest";
import { isolated } from "./name";

test.each(["Erlan Idrissov", "José Antonio Meade", "Қасым-Жомарт Тоқаев", "习近平"])(
  "%s stands in a message as it is",
  (name) => {
    expect(isolated(name)).toBe(name);
  },
);

test.each(["محمد", "King عبد الله", "דוד", "a\u202eb"])(
  "a name that turns the direction is set apart",
  (name) => {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  },
);
