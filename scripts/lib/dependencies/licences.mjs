import satisfies from "spdx-satisfies";

/**
 * What is wrong with the packages' licences, a line each: none, one that the list does not have, an exception that nothing needs.
 * `list` is `{ allowed: [SPDX id], exceptions: [{ packages: [name or "prefix*"], licence, reason }] }`.
 */
export function licenceFaults(packages, { allowed, exceptions }) {
  const used = new Set();
  const faults = packages.flatMap(({ name, version, licence }) => {
    if (licence !== null && isAllowed(licence, allowed)) return [];
    const exception = exceptions.find(
      (one) => one.licence === licence && one.packages.some((pattern) => matches(pattern, name)),
    );
    if (exception) used.add(exception);
    return exception ? [] : [`${name} ${version}: ${licence ?? "no licence"}`];
  });
  const unused = exceptions.filter((one) => !used.has(one) || !one.reason);
  return [...faults, ...unused.map((one) => `${one.packages.join(", ")}: no package needs this exception`)];
}

/** Whether one may go by licences of the list alone. What is no SPDX expression is not. */
function isAllowed(licence, allowed) {
  try {
    return satisfies(licence, allowed);
  } catch {
    return false;
  }
}

const matches = (pattern, name) =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
