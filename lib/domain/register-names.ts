/**
 * What registers of treaties and lists of the United Nations call countries, by code, besides names in use (`otherNames`) and those
 * that a style alone makes of these ("Republic of …"). Searches do not know them: every word would find what it is part of.
 */
export const registerNames: Readonly<Record<string, readonly string[]>> = {
  BA: ["Bosnia-Herzegovina"],
  BD: ["People's Republic of Bangladesh"],
  CD: ["Congo (Kinshasa)"],
  CG: ["Congo (Brazzaville)", "People's Republic of the Congo"],
  CS: ["Czech and Slovak Federal Republic", "Czech and Slovak Federative Republic"],
  DZ: ["People's Democratic Republic of Algeria"],
  FK: ["Falkland Islands (Malvinas)"],
  GA: ["Gabonese Republic"],
  HK: ["Hong Kong", "Hong Kong, China", "China, Hong Kong SAR"],
  KG: ["Kyrgyz Republic"],
  LA: ["Lao PDR"],
  LB: ["Lebanese Republic"],
  LK: ["Ceylon"],
  LY: ["Libyan Arab Jamahiriya", "Libyan Arab Republic"],
  MK: ["Former Yugoslav Republic of Macedonia"],
  MM: ["Republic of the Union of Myanmar"],
  MO: ["Macao", "Macau", "Macao, China", "China, Macao SAR"],
  MX: ["United Mexican States"],
  ST: ["Democratic Republic of Sao Tome and Principe"],
  TG: ["Togolese Republic"],
  TL: ["Democratic Republic of Timor-Leste"],
  TN: ["Tunisian Republic"],
  VA: ["Vatican City State"],
  VC: ["Saint Vincent and the Grenadines"],
  VN: ["Viet-Nam"],
};
