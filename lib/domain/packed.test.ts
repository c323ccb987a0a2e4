import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pack, unpack } from "./packed";

describe("packed values", () => {
  it("say the keys of rows of one shape once", () => {
    const rows = [1, 2, 3].map((number) => ({ id: `${number}`, place: "p. 1", supports: ["text"] }));
    expect(pack(rows)).toBe(
      "{`[]`:[[[`id`,`place`,`supports`],[`1`,`p. 1`,[`text`]],[`2`,`p. 1`,[`text`]],[`3`,`p. 1`,[`text`]]]]}",
    );
  });

  it("come back as they were, marks of both kinds and rows of several shapes among them", () => {
    const typed = {
      title: 'the `A` of "B"',
      rows: [{ id: "1" }, { id: "2", note: "" }, { id: "3" }],
      none: [],
    };
    expect(unpack(pack(typed))).toEqual(typed);
  });

  it("come back as they were, whatever they are", () => {
    const text = fc.string({ unit: "binary" });
    const value = fc.dictionary(
      text.filter((key) => key !== "[]"),
      fc.oneof(
        text,
        fc.array(text),
        fc.array(
          fc.dictionary(
            text.filter((key) => key !== "[]"),
            text,
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(value, (one) => {
        expect(unpack(pack(one))).toEqual(one);
      }),
    );
  });

  it.each(["", "[", "{`[]`:3}", "{`[]`:[3]}", "{`[]`:[[3,[`x`]]]}", "{`[]`:[[[`id`],[`x`,`y`]]]}"])(
    "refuses what it does not write: %s",
    (text) => {
      expect(() => unpack(text)).toThrow(SyntaxError);
    },
  );

  it("makes no key of an object more than a key", () => {
    const read = unpack("{`[]`:[[[`__proto__`],[`x`]]]}") as object[];
    expect(Object.getPrototypeOf(read[0])).toBe(Object.prototype);
  });
});
