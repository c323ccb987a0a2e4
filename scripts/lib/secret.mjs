import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The installation's secret: the one in the environment, else the one kept in the data folder, made once. */
export function secret(data) {
  if (process.env.ENTENTE_SECRET) return process.env.ENTENTE_SECRET;
  const file = join(data, "secret");
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
