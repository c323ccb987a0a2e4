import { Fault, step } from "../step.mjs";
import { advisoryFaults, knownFindings } from "./advisories.mjs";
import { licenceFaults } from "./licences.mjs";
import { keptList, lockedPackages } from "./locked.mjs";

/** Stops what called it with a Fault where a package's licence or a known weakness stands against it. */
export async function checkDependencies(today = new Date().toISOString().slice(0, 10)) {
  const packages = lockedPackages();
  await step("Checking licences", () => {
    refuse(
      licenceFaults(packages, keptList("licences.json")),
      "not in scripts/lib/dependencies/licences.json",
    );
    return `${packages.length} packages`;
  });
  const { exceptions, ...list } = keptList("advisories.json");
  await step("Checking for known weaknesses", async () => {
    const { from, findings } = await knownFindings(list, { packages });
    refuse(advisoryFaults(findings, exceptions, today), `known by ${from}`);
    return `${findings.length} known by ${from}`;
  });
}

function refuse(faults, why) {
  if (faults.length > 0) throw new Fault(`${why}:\n${faults.map((one) => `  ${one}`).join("\n")}`);
}
