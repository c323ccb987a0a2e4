/**
 * The names that those who run the site give to countries, by language. They stand with the process: Next bundles copies of
 * this module, and a name has to be one in all of them.
 */
export interface OwnName {
  code: string;
  locale: string;
  name: string;
  /** In running words, with its article; the name itself where that is not told. */
  inText: string | null;
}

const place = Symbol.for("entente.country-names");
const shared = globalThis as { [place]?: ReadonlyMap<string, OwnName> };

/** Takes these names for those that are in use from now on. */
export function setOwnNames(names: readonly OwnName[]): void {
  shared[place] = new Map(names.map((one) => [`${one.locale}:${one.code}`, one]));
}

/** The name that a country is given in a language; undefined where it has its usual one. */
export function ownName(code: string, locale: string): OwnName | undefined {
  return shared[place]?.get(`${locale}:${code}`);
}

/** All names that countries are given, in every language. */
export function ownNames(): OwnName[] {
  return [...(shared[place]?.values() ?? [])];
}
