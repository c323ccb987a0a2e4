/** The names that the site gives to countries, brought from the database to where names are said. */
import "server-only";
import { type OwnName, setOwnNames } from "@/lib/domain/own-names";
import { pool } from "./client";
import { isUnreachable } from "./failures";

// Asked with every request: prepared, and without what Prisma makes of each statement.
const all = { name: "country-names", text: `SELECT "code", "locale", "name", "inText" FROM "CountryName"` };

/** Takes the names as they are now into use. Where the database is out of reach, those of before stay. */
export async function loadCountryNames(): Promise<void> {
  try {
    const { rows } = await pool().query<OwnName>(all);
    setOwnNames(rows);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
  }
}
