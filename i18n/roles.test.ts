import { expect, test } from "vitest";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import { readWords } from "./read-words";

test("every field by which a record names people has a word on a person's page", async () => {
  const { persons } = await readWords("en", { desk: false });
  const fields = kindKeys.flatMap((key) =>
    Object.entries(kindOf(key).fields).flatMap(([name, field]) => {
      const own = field.kind === "rows" ? Object.values(field.of) : [field];
      return own.some((one) => one.kind === "reference" && one.beside) ? [`${key}.${name}`] : [];
    }),
  );
  expect(fields).toEqual(
    expect.arrayContaining(["visit.visitorPerson", "visit.delegation", "visit.meetings"]),
  );
  const wordAt = (path: string) =>
    ["roles", ...path.split(".")].reduce<unknown>(
      (tree, part) => (typeof tree === "object" && tree !== null ? Reflect.get(tree, part) : undefined),
      persons,
    );
  expect(fields.filter((path) => typeof wordAt(path) !== "string")).toEqual([]);
});
