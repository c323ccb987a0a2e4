/** In which order an overview has the missions of each side: of now, and as they stood. */
import { expect, it } from "vitest";
import { makeDossierThat, makePublished } from "@/tests/support/make";
import { readsOfNow } from "./dossier-reads";
import { stoodDossier } from "./stood/open-stood";

it("has resident missions before accreditations, and of those embassies, however long they stand", async () => {
  const dossier = await makeDossierThat({}, ["PW", "KI"]);
  const make = async (of: Record<string, string>) =>
    (await makePublished("mission", dossier, { sending: "PW", receiving: "KI", city: "Tarawa", ...of })).id;
  const accredited = await make({ type: "embassy", accreditedFrom: "FJ", city: "Suva", opened: "2021" });
  const consulate = await make({ type: "consulate-general", opened: "2019" });
  const office = await make({ type: "trade-office", opened: "2010" });
  // As an embassy is called between members of the Commonwealth.
  const embassy = await make({ type: "high-commission", opened: "1990" });
  const stood = await stoodDossier(dossier.id, ["mission"], new Date().toISOString());
  if (stood.is !== "stood") throw new Error(stood.is);
  for (const reads of [readsOfNow(dossier.id), stood.reads]) {
    const shown = async (most: number) =>
      (await reads.shownRecords({ missions: { of: ["PW"], most } })).missions.map(({ id }) => id);
    expect(await shown(9)).toEqual([embassy, consulate, office, accredited]);
    expect(await shown(1)).toEqual([embassy]);
  }
});
