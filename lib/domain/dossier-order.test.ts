import { expect, test } from "vitest";
import { inOrder, type Ordered } from "./dossier-order";

const dossier = (name: string, known: Partial<Ordered> = {}): Ordered => ({
  name,
  established: null,
  agreements: 0,
  lastVisit: null,
  trade: null,
  ...known,
});
const dossiers = [
  dossier("Chile", { established: "1993", trade: { total: "900", currency: "EUR" } }),
  dossier("Brazil", { established: "1992-01-14", agreements: 3, trade: { total: "20", currency: "USD" } }),
  dossier("Åland"),
  dossier("Austria", { lastVisit: { began: "2014-09" }, trade: { total: "100", currency: "USD" } }),
];
const namesBy = (by?: "since" | "visit" | "agreements" | "trade") =>
  inOrder(dossiers, by, "en").map(({ name }) => name);

test("a country's dossiers are in order of the other's name, or of what is asked, with the unknown last", () => {
  expect(namesBy()).toEqual(["Åland", "Austria", "Brazil", "Chile"]);
  expect(namesBy("since")).toEqual(["Brazil", "Chile", "Åland", "Austria"]);
  expect(namesBy("visit")).toEqual(["Austria", "Åland", "Brazil", "Chile"]);
  expect(namesBy("agreements")).toEqual(["Brazil", "Åland", "Austria", "Chile"]);
  // Sums in euros and dollars share no scale.
  expect(namesBy("trade")).toEqual(["Austria", "Brazil", "Åland", "Chile"]);
});
