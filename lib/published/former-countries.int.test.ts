import { expect, it } from "vitest";
import { makeDossierThat, makePublished } from "@/tests/support/make";
import { findDossier } from "./dossiers";
import { recordsOf } from "./records";

it("keeps dossiers of countries that were and of Kosovo, with their records", async () => {
  const dossier = await makeDossierThat({}, ["CSXX", "XK"]);
  expect(await findDossier("serbia-and-montenegro-kosovo")).toMatchObject({ id: dossier.id });
  await makePublished("visit", dossier, { visitor: "A minister", from: "csxx", to: "XK" });
  await makePublished("mission", dossier, { sending: "XK", receiving: "CSXX", accreditedFrom: "SU" });
  const [visit] = await recordsOf(dossier.id, "visit");
  const [mission] = await recordsOf(dossier.id, "mission");
  expect(visit?.values).toMatchObject({ from: "CSXX", to: "XK" });
  expect(mission?.values).toMatchObject({ sending: "XK", receiving: "CSXX", accreditedFrom: "SU" });
});
