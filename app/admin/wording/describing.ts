import "server-only";
import { getTranslations } from "next-intl/server";
import type { Wording } from "@/components/desk/fields/parts";
import type { FormSpec } from "@/components/desk/form/form-spec";
import type { Actor } from "@/lib/auth/actor";
import type { Typed } from "@/lib/domain/fields/field";
import { knownIn } from "./answers";
import { readingsIn } from "./references-in";

/** What it takes to put typed records of a kind in words, and whether a record that they name is there. */
export async function wordingOf(
  actor: Actor,
  spec: FormSpec,
  ...typed: Typed[]
): Promise<Wording & { isThere(id: string): boolean }> {
  const t = await getTranslations("desk.form");
  const found = await Promise.all(typed.map((one) => knownIn(actor, spec.kind, one)));
  const titles = new Map(found.flat().map((choice) => [choice.id, choice.title]));
  const readings = readingsIn(spec.kind, ...typed);
  return {
    countries: spec.countries,
    titleOf: (id) => titles.get(id) ?? t("unknownRecord"),
    isThere: (id) => titles.has(id),
    readingOf: (date) => readings[date] ?? date,
    goneRow: t("supports.goneRow"),
  };
}
