import semver from "semver";
import { untilEnd } from "../run.mjs";
import { lockedPackages } from "./locked.mjs";

/** Severities that stop a release. */
const grave = new Set(["high", "critical"]);

/**
 * What is known of weaknesses: `{ from, findings: [{ id, package, version, severity, title }] }`. The registry is asked for all it
 * knows; where it cannot be reached, or does not tell, the list of the repository says what was known on its day. `ask` resolves
 * to the JSON text of `npm audit`.
 */
export async function knownFindings(list, { ask = askRegistry, packages = lockedPackages() } = {}) {
  const answered = readAudit(await ask(), packages);
  if (answered) return { from: "the registry", findings: answered };
  return { from: `the list of ${list.asOf}`, findings: findingsByList(list, packages) };
}

/** Of the packages, those that an advisory of the list covers. */
export function findingsByList({ advisories }, packages) {
  return packages.flatMap(({ name, version }) =>
    advisories
      .filter(
        (one) => one.package === name && semver.satisfies(version, one.range, { includePrerelease: true }),
      )
      .map(({ id, severity, title }) => ({ id, package: name, version, severity, title })),
  );
}

/** What `npm audit --json` found; null where that is no report (an error, nothing at all). */
export function readAudit(text, packages) {
  const report = parsed(text);
  if (report?.auditReportVersion !== 2 || typeof report.vulnerabilities !== "object") return null;
  const found = Object.values(report.vulnerabilities).flatMap(({ nodes, via }) =>
    // A text in `via` names another package of the report, where the advisory itself stands.
    via
      .filter((one) => typeof one === "object")
      .flatMap((one) =>
        nodes.map((path) => ({
          id: /GHSA(-[0-9a-z]{4}){3}$/.exec(one.url ?? "")?.[0] ?? String(one.source),
          package: one.name,
          version: packages.find((each) => each.path === path)?.version ?? "",
          severity: one.severity,
          title: one.title,
        })),
      ),
  );
  return found;
}

/**
 * What stops a release on a day (`YYYY-MM-DD`), a line each: a grave finding without an exception that still holds.
 * An exception is `{ id, package, until, reason }`.
 */
export function advisoryFaults(findings, exceptions, today) {
  return findings
    .filter(({ severity }) => grave.has(severity))
    .filter(
      (finding) =>
        !exceptions.some(
          (one) =>
            one.id === finding.id && one.package === finding.package && one.reason && one.until >= today,
        ),
    )
    .map(
      ({ id, package: name, version, severity, title }) =>
        `${name} ${version}: ${severity}, ${title} (${id})`,
    );
}

/** One try of some seconds: a release does not wait long for an answer that there need not be. */
async function askRegistry() {
  const flags = ["--json", "--omit=dev", "--package-lock-only", "--fetch-retries=0", "--fetch-timeout=10000"];
  return (await untilEnd("npm", ["audit", ...flags], { stdio: ["ignore", "pipe", "ignore"] })).output;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
