/** The total of a year of trade: as its reporter states it, else the sum of both directions where both are stated. */
import { sum } from "../money";
import type { Figure, FigureStanding, standingOf } from "./figure-standing";

type Stated = { readonly [F in Figure | (typeof standingOf)[Figure]]?: string | undefined };

/** Whether the total is reckoned: it is not stated, and both directions are. */
export function isSum({ total, exportsA, exportsB }: Stated): boolean {
  return total === undefined && exportsA !== undefined && exportsB !== undefined;
}

/** The total as a decimal; undefined where it is neither stated nor the sum of both directions. */
export function totalOf(values: Stated): string | undefined {
  const { total, exportsA, exportsB } = values;
  if (total !== undefined) return total;
  return exportsA !== undefined && exportsB !== undefined ? sum(exportsA, exportsB) : undefined;
}

/** How sure the total is, a sum as its less sure part; undefined where it is final or not known. */
export function standingOfTotal(values: Stated): FigureStanding | undefined {
  const of = (standing: string | undefined) => standing as FigureStanding | undefined;
  if (values.total !== undefined) return of(values.standingTotal);
  if (!isSum(values)) return undefined;
  const ofParts = [of(values.standingA), of(values.standingB)];
  return ofParts.find((one) => one === "estimate") ?? ofParts.find((one) => one !== undefined);
}
