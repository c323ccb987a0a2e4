/**
 * Countries and territories that ISO 3166-3 lists as withdrawn, with the years in which they were: of some only the last is
 * known, where they had been under another name. Their codes are the two letters of their time, or the four of ISO 3166-3
 * where another country has the two by now.
 */
export interface FormerCountry {
  /** The first and last year; null where it is not to be said in a year. */
  readonly from: number | null;
  readonly to: number;
  /** By language; the English name stands for those that are missing. */
  readonly names: { readonly en: string; readonly [language: string]: string };
}

const was = (from: number | null, to: number, en: string): FormerCountry => ({ from, to, names: { en } });

export const formerCountries: Readonly<Record<string, FormerCountry>> = {
  AIDJ: was(1967, 1977, "French Territory of the Afars and the Issas"),
  AN: was(1954, 2010, "Netherlands Antilles"),
  BQAQ: was(1962, 1979, "British Antarctic Territory"),
  BU: was(1948, 1989, "Burma"),
  BYAA: was(1920, 1991, "Byelorussian SSR"),
  CS: was(1918, 1992, "Czechoslovakia"),
  CSXX: was(2003, 2006, "Serbia and Montenegro"),
  CT: was(1939, 1979, "Canton and Enderbury Islands"),
  DD: was(1949, 1990, "German Democratic Republic"),
  DY: was(1958, 1975, "Dahomey"),
  FQ: was(1955, 1979, "French Southern and Antarctic Territories"),
  FX: was(1993, 1997, "Metropolitan France"),
  GEHH: was(1976, 1979, "Gilbert Islands"),
  HV: was(1958, 1984, "Upper Volta"),
  JT: was(null, 1986, "Johnston Island"),
  MI: was(null, 1986, "Midway Islands"),
  NH: was(1906, 1980, "New Hebrides"),
  NQ: was(null, 1983, "Dronning Maud Land"),
  NT: was(1922, 1991, "Saudi–Iraqi Neutral Zone"),
  PC: was(1947, 1994, "Trust Territory of the Pacific Islands"),
  PU: was(null, 1986, "United States Miscellaneous Pacific Islands"),
  PZ: was(1903, 1979, "Panama Canal Zone"),
  RH: was(1923, 1980, "Southern Rhodesia"),
  SKIN: was(null, 1975, "Sikkim"),
  SU: was(1922, 1991, "Soviet Union"),
  TP: was(null, 2002, "East Timor"),
  VD: was(1945, 1976, "Democratic Republic of Vietnam"),
  WK: was(null, 1986, "Wake Island"),
  YD: was(1967, 1990, "Democratic Yemen"),
  YU: was(1918, 2003, "Yugoslavia"),
  ZR: was(1971, 1997, "Zaire"),
};
