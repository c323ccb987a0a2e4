/** Certificates for tests of TLS, made by openssl. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether openssl is installed. */
export const hasOpenssl = () => spawnSync("openssl", ["version"]).status === 0;

/**
 * Makes a certificate that is its own authority, for two days and a name as `IP:127.0.0.1` or `DNS:entente.example`, into these files.
 * Returns what they hold, as `node:tls` takes it.
 */
export function makeCertificate(
  name: `${"IP" | "DNS"}:${string}`,
  files: { key: string; cert: string },
): { key: string; cert: string } {
  const kind = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2".split(" ");
  const about = ["-subj", "/CN=test", "-addext", `subjectAltName=${name}`];
  const into = ["-keyout", files.key, "-out", files.cert];
  execFileSync("openssl", [...kind, ...about, ...into], { stdio: "ignore" });
  return { key: readFileSync(files.key, "utf8"), cert: readFileSync(files.cert, "utf8") };
}
