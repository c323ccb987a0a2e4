import { expect, test } from "vitest";
import { advisoryFaults, findingsByList, knownFindings, readAudit } from "./advisories.mjs";
import { licenceFaults } from "./licences.mjs";
import { keptList, lockedPackages } from "./locked.mjs";

const licences = keptList("licences.json");
const { exceptions, ...advisories } = keptList("advisories.json");

const of = (name, version, licence = "MIT") => ({ path: `node_modules/${name}`, name, version, licence });

test("all that production needs is under a licence of the list, and no exception is left over", () => {
  expect(lockedPackages().length).toBeGreaterThan(300);
  expect(licenceFaults(lockedPackages(), licences)).toEqual([]);
});

test("nothing that production needs was known to be gravely weak on the list's day", () => {
  const findings = findingsByList(advisories, lockedPackages());
  expect(advisoryFaults(findings, exceptions, advisories.asOf)).toEqual([]);
});

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0-only)", true],
  ["MIT AND ISC", true],
  ["MIT AND GPL-3.0-only", false],
  ["GPL-3.0-or-later", false],
  ["SEE LICENSE IN LICENSE.md", false],
  ["UNLICENSED", false],
  [null, false],
])("a package under %s passes: %s", (licence, passes) => {
  const faults = licenceFaults([of("some", "1.0.0", licence)], { ...licences, exceptions: [] });
  expect(faults).toEqual(passes ? [] : [`some 1.0.0: ${licence ?? "no licence"}`]);
});

test("an exception holds for its packages and its licence alone, and is needed", () => {
  const list = {
    allowed: ["MIT"],
    exceptions: [{ packages: ["tool-*"], licence: "MPL-2.0", reason: "A tool." }],
  };
  expect(licenceFaults([of("tool-linux", "1.0.0", "MPL-2.0")], list)).toEqual([]);
  expect(licenceFaults([of("tool-linux", "1.0.0", "EPL-2.0")], list)[0]).toBe("tool-linux 1.0.0: EPL-2.0");
  expect(licenceFaults([of("other", "1.0.0")], list)).toEqual(["tool-*: no package needs this exception"]);
});

const packages = [of("mail", "7.0.13"), of("fine", "2.0.0")];
const list = {
  asOf: "2026-11-26",
  advisories: [
    { id: "GHSA-aaaa-bbbb-cccc", package: "mail", range: "<=9.0.0", severity: "high", title: "reads files" },
    { id: "GHSA-dddd-eeee-ffff", package: "fine", range: "<2.0.0", severity: "critical", title: "was weak" },
  ],
};
const finding = {
  ...{ id: "GHSA-aaaa-bbbb-cccc", package: "mail", version: "7.0.13" },
  ...{ severity: "high", title: "reads files" },
};

/** What npm prints of one advisory, and of a package that only depends on the weak one. */
const report = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {
    mail: {
      name: "mail",
      nodes: ["node_modules/mail"],
      via: [
        {
          ...{ source: 1, name: "mail", severity: "high", title: "reads files" },
          url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
        },
      ],
    },
    desk: { name: "desk", nodes: ["node_modules/desk"], via: ["mail"] },
  },
});

test("the registry's answer counts where there is one", async () => {
  const none = JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} });
  expect(await knownFindings(list, { packages, ask: async () => report })).toEqual({
    from: "the registry",
    findings: [finding],
  });
  expect((await knownFindings(list, { packages, ask: async () => none })).findings).toEqual([]);
});

test.each(["", "{}", '{"message":"405 Method Not Allowed","error":{"summary":""}}', "<html>"])(
  "without a report (%s) the repository's list does",
  async (text) => {
    expect(readAudit(text, packages)).toBeNull();
    expect(await knownFindings(list, { packages, ask: async () => text })).toEqual({
      from: "the list of 2026-11-26",
      findings: [finding],
    });
  },
);

test("a grave finding fails but where an exception has a reason and still holds", () => {
  const said = ["mail 7.0.13: high, reads files (GHSA-aaaa-bbbb-cccc)"];
  const exception = { id: finding.id, package: "mail", until: "2027-01-31", reason: "Never raw." };
  expect(advisoryFaults([finding], [], "2026-11-26")).toEqual(said);
  expect(advisoryFaults([finding], [exception], "2027-01-31")).toEqual([]);
  expect(advisoryFaults([finding], [exception], "2027-02-01")).toEqual(said);
  expect(advisoryFaults([finding], [{ ...exception, reason: "" }], "2026-11-26")).toEqual(said);
  expect(advisoryFaults([finding], [{ ...exception, package: "fine" }], "2026-11-26")).toEqual(said);
  expect(advisoryFaults([{ ...finding, severity: "moderate" }], [], "2026-11-26")).toEqual([]);
});
