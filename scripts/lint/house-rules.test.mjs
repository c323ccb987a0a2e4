import { RuleTester } from "eslint";
import tseslint from "typescript-eslint";
import { describe, it } from "vitest";
import house from "./house-rules.mjs";

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });
const fails = (...codes) => codes.map((code) => ({ code, errors: 1 }));

tester.run("bounded-loops", house.rules["bounded-loops"], {
  valid: [
    "for (let n = 0; n < 10; n += 1) go(n);",
    "for (let n = 0; n < 10 && isOpen; n += 1) go(n);",
    "for (const one of many) go(one);",
  ],
  invalid: fails(
    "while (true) go();",
    "while (!isDone) await go();",
    "do go(); while (!isDone);",
    "for (;;) go();",
    "for (let n = 0; ; n += 1) go(n);",
    "for (let n = 0; isOpen; n += 1) go(n);",
    "for (let n = 0; n < 10 || isOpen; n += 1) go(n);",
  ),
});

tester.run("reasoned-cast", house.rules["reasoned-cast"], {
  valid: [
    "const a = b as string;",
    "const a = b as never; // the kinds differ in their values alone",
    "// The registry holds the kind under its own key.\nconst a = kinds[key] as unknown as Kind;",
    "// Why.\nreturned(\n  first,\n  second as never,\n);",
  ],
  invalid: fails(
    "const a = b as never;",
    "const a = b as unknown as Kind;",
    "// Far away.\n\nconst a = b as never;",
  ),
});

tester.run("plain-words", house.rules["plain-words"], {
  valid: [
    "const frontier = 1;",
    "// Everyone who reads it.\nconst year = 1;",
    'it("finds no one", go);',
    'fill("Nobody");',
  ],
  invalid: fails(
    "class HttpFront {}",
    "const earFor = 1;",
    "function knock() {}",
    "// Whoever comes.\nconst a = 1;",
    'it("is told to whoever asks", go);',
    'it.each(cases)("%s finds nobody", go);',
    'describe.skipIf(!isThere)("somebody", go);',
    "test(`${kind} is of nobody`, go);",
  ),
});
