/**
 * Currencies and units of account of ISO 4217's list of historic denominations (table A.3) that the Unicode CLDR does not keep,
 * with what the list calls them and says of when they were withdrawn. The list names no state beside most of these names, so
 * that it stands here where a name alone would say nothing. Source: ISO 4217 maintenance agency, list three, as collected by
 * https://github.com/datasets/currency-codes (public domain). It is not added to: what is withdrawn since, CLDR keeps.
 */

export interface HistoricCurrency {
  /** In English: the list is not translated. */
  name: string;
  /** When the list says that it was withdrawn: a month or years. */
  withdrawn: string;
}

export const historicCurrencies: Readonly<Record<string, HistoricCurrency>> = {
  ARY: { name: "Argentine Peso (old)", withdrawn: "1989 to 1990" },
  AYM: { name: "Azerbaijan Manat", withdrawn: "2005-10" },
  BGJ: { name: "Bulgarian Lev A/52", withdrawn: "1989 to 1990" },
  BGK: { name: "Bulgarian Lev A/62", withdrawn: "1989 to 1990" },
  CHC: { name: "WIR Franc for electronic payments", withdrawn: "2004-11" },
  CNX: { name: "Chinese Peoples Bank Dollar", withdrawn: "1989-12" },
  CSJ: { name: "Czechoslovak Krona A/53", withdrawn: "1989 to 1990" },
  EQE: { name: "Equatorial Guinean Ekwele", withdrawn: "1989-12" },
  GHP: { name: "Ghana Cedi (first code)", withdrawn: "2007-06" },
  GNE: { name: "Guinean Syli (first code)", withdrawn: "1989-12" },
  LAJ: { name: "Lao Kip Pot Pol", withdrawn: "1989-12" },
  LSM: { name: "Lesotho Maloti", withdrawn: "1985-05" },
  MVQ: { name: "Maldive Rupee", withdrawn: "1989-12" },
  PEH: { name: "Peruvian Sol (old)", withdrawn: "1989 to 1990" },
  ROK: { name: "Romanian Leu A/52", withdrawn: "1989 to 1990" },
  UGW: { name: "Ugandan Shilling (old)", withdrawn: "1989 to 1990" },
  UYN: { name: "Uruguay Peso (old)", withdrawn: "1989-12" },
  VNC: { name: "Vietnamese Dong (old)", withdrawn: "1989 to 1990" },
  XFU: { name: "UIC Franc of the railways", withdrawn: "2013-11" },
  XRE: { name: "RINET Funds Code", withdrawn: "1999-11" },
  ZWC: { name: "Rhodesian Dollar of Zimbabwe", withdrawn: "1989-12" },
  ZWN: { name: "Zimbabwe Dollar (new)", withdrawn: "2006-09" },
};
