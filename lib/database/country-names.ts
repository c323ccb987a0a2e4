/** The names that the site gives to countries, brought from the database to where names are said. */
import "server-only";
import { setOwnNames } from "@/lib/domain/own-names";
import { database } from "./client";
import { isUnreachable } from "./failures";

/** Takes the names as they are now into use. Where the database is out of reach, those of before stay. */
export async function loadCountryNames(): Promise<void> {
  try {
    const names = await database().countryName.findMany({
      select: { code: true, locale: true, name: true, inText: true },
    });
    setOwnNames(names);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
  }
}
