import { expect, test } from "vitest";
import { countryNamed } from "./country-named";
import { setOwnNames } from "./own-names";

const official: Readonly<Record<string, readonly string[]>> = {
  AE: ["United Arab Emirates (the)"],
  AR: ["Argentine Republic"],
  BA: ["Bosnia-Herzegovina"],
  BD: ["People's Republic of Bangladesh"],
  BO: [
    "Plurinational State of Bolivia",
    "Bolivia (Plurinational State of)",
    "Bolivia, Plurinational State of",
  ],
  BR: ["Federative Republic of Brazil"],
  BS: ["Commonwealth of The Bahamas", "Bahamas (The)"],
  CD: ["Democratic Republic of the Congo", "Congo (the Democratic Republic of the)"],
  CG: ["Republic of the Congo", "Congo (Republic of the)"],
  CH: ["Swiss Confederation"],
  DE: ["Federal Republic of Germany", "Germany, Federal Republic of"],
  DZ: ["People's Democratic Republic of Algeria"],
  ES: ["Kingdom of Spain"],
  FM: ["Federated States of Micronesia", "Micronesia (Federated States of)"],
  FR: ["French Republic"],
  GA: ["Gabonese Republic"],
  GB: ["United Kingdom of Great Britain and Northern Ireland (the)"],
  GM: ["Republic of The Gambia", "Gambia, The"],
  GR: ["Hellenic Republic"],
  GY: ["Co-operative Republic of Guyana"],
  HK: ["Hong Kong"],
  IR: ["Iran (Islamic Republic of)", "Iran, Islamic Republic of"],
  KG: ["Kyrgyz Republic"],
  KM: ["Union of the Comoros"],
  KP: [
    "Democratic People's Republic of Korea",
    "Korea, Democratic People's Republic of",
    "Korea (the Democratic People’s Republic of)",
  ],
  KR: ["Republic of Korea", "Korea, Republic of", "Korea (the Republic of)"],
  LA: ["Lao People's Democratic Republic", "Lao People’s Democratic Republic (the)"],
  LB: ["Lebanese Republic"],
  LK: ["Democratic Socialist Republic of Sri Lanka"],
  LY: ["Libyan Arab Jamahiriya"],
  MD: ["Republic of Moldova", "Moldova (Republic of)"],
  MK: ["The former Yugoslav Republic of Macedonia", "Macedonia, the former Yugoslav Republic of"],
  MM: ["Republic of the Union of Myanmar", "Union of Myanmar"],
  MX: ["United Mexican States", "the United Mexican States", "UNITED MEXICAN STATES"],
  NL: ["Netherlands (Kingdom of the)", "Netherlands, Kingdom of the", "Kingdom of the Netherlands"],
  PG: ["Independent State of Papua New Guinea"],
  PS: ["Palestine, State of"],
  RU: ["Russian Federation", "Russian Federation (the)"],
  ST: ["Democratic Republic of Sao Tome and Principe"],
  SY: ["Syrian Arab Republic"],
  TG: ["Togolese Republic"],
  TL: ["Democratic Republic of Timor-Leste"],
  TZ: ["United Republic of Tanzania", "Tanzania, United Republic of"],
  UY: ["Oriental Republic of Uruguay", "Eastern Republic of Uruguay"],
  VC: ["Saint Vincent and the Grenadines"],
  VE: ["Venezuela (Bolivarian Republic of)", "Venezuela, Bolivarian Republic of"],
  VN: ["Viet Nam", "Viet-Nam", "Socialist Republic of Viet Nam"],
};

test.each(Object.entries(official).flatMap(([code, names]) => names.map((name) => [name, code] as const)))(
  "%s is %s",
  (name, code) => expect(countryNamed(name)).toBe(code),
);

test.each([
  "Republic of",
  "Korea, Democratic Republic of",
  "Kazakhstan, Mexico",
  "Mexico (submitter)",
  "(the)",
])("%j is none", (name) => expect(countryNamed(name)).toBeNull());

/** As statistical offices and the World Bank shorten and turn names in their tables. */
test.each([
  ["Korea, Rep.", "KR"],
  ["Korea, Rep", "KR"],
  ["Rep. of Korea", "KR"],
  ["Korea Rep.", "KR"],
  ["Republic of Korea (the)", "KR"],
  ["Korea, Dem. People's Rep.", "KP"],
  ["Dem. People's Rep. of Korea", "KP"],
  ["Congo, Rep.", "CG"],
  ["Congo, Dem. Rep.", "CD"],
  ["Dem. Rep. of the Congo", "CD"],
  ["Dem. Rep. Congo", "CD"],
  ["Egypt, Arab Rep.", "EG"],
  ["Iran, Islamic Rep.", "IR"],
  ["Iran (Islamic Rep. of)", "IR"],
  ["Venezuela, RB", "VE"],
  ["Venezuela, Bolivarian Rep. of", "VE"],
  ["Yemen, Rep.", "YE"],
  ["Gambia, The", "GM"],
  ["Bahamas, The", "BS"],
  ["Micronesia, Fed. Sts.", "FM"],
  ["Hong Kong SAR, China", "HK"],
  ["Macao SAR, China", "MO"],
  ["China, Macao SAR", "MO"],
  ["Macau", "MO"],
  ["Macedonia, FYR", "MK"],
  ["Lao PDR", "LA"],
  ["Czech Rep.", "CZ"],
  ["Slovak Rep.", "SK"],
  ["Kyrgyz Rep.", "KG"],
  ["Dominican Rep.", "DO"],
  ["Central African Rep.", "CF"],
  ["Solomon Is.", "SB"],
  ["Marshall Is.", "MH"],
  ["United Rep. of Tanzania", "TZ"],
  ["Tanzania, United Rep. of", "TZ"],
  ["Russian Fed.", "RU"],
  ["St. Lucia", "LC"],
  ["St Kitts & Nevis", "KN"],
  ["Vatican", "VA"],
  ["Vatican City", "VA"],
  ["the Vatican", "VA"],
  ["America", "US"],
  ["Rep. Korea", "KR"],
  ["West Germany", "DE"],
  ["East Germany", "DD"],
  ["German Dem. Rep.", "DD"],
  ["Soviet Union", "SU"],
  ["Czechoslovakia", "CS"],
])("%s, as tables have it, is %s", (name, code) => expect(countryNamed(name)).toBe(code));

test.each([
  "Rep.",
  "Dem. Rep.",
  "Rep. of",
  "Korea, Ltd.",
  "Government of",
  "South America",
  "China, Rep.",
  "Rep. China",
  "Korea, Dem. Rep.",
])("%j, shortened, is none", (name) => expect(countryNamed(name)).toBeNull());

test("a name that the site gives a country is read", () => {
  setOwnNames([{ code: "CI", locale: "en", name: "The Ivorian Shore", inText: null }]);
  expect(countryNamed("the ivorian shore")).toBe("CI");
  setOwnNames([]);
  expect(countryNamed("the ivorian shore")).toBeNull();
});

test.each(["Republic of China", "the Republic of China", "China, Republic of"])(
  "leaves %s open, which is one state or another by the year",
  (name) => expect(countryNamed(name)).toBeNull(),
);

test.each([
  ["398", "KZ"],
  ["484", "MX"],
  ["008", "AL"],
  ["Taiwan, China", "TW"],
  ["Hong Kong SAR, China", "HK"],
  ["Macao SAR, China", "MO"],
  ["West Bank and Gaza", "PS"],
  ["Gambia, The", "GM"],
  ["Bahamas, The", "BS"],
  ["Venezuela, RB", "VE"],
  ["Egypt, Arab Rep.", "EG"],
  ["Iran, Islamic Rep.", "IR"],
  ["Yemen, Rep.", "YE"],
  ["Micronesia, Fed. Sts.", "FM"],
  ["St. Kitts and Nevis", "KN"],
  ["Lao PDR", "LA"],
  ["Turkiye", "TR"],
  ["Республика Казахстан", "KZ"],
  ["Қазақстан Республикасы", "KZ"],
  ["République du Kazakhstan", "KZ"],
  ["República de Kazajstán", "KZ"],
  ["Republik Kasachstan", "KZ"],
  ["Kazakistan Cumhuriyeti", "KZ"],
  ["Мексиканские Соединённые Штаты", "MX"],
  ["Мексиканские Соединенные Штаты", "MX"],
  ["Мексика Құрама Штаттары", "MX"],
  ["Estados Unidos Mexicanos", "MX"],
  ["США", "US"],
  ["Соединённые Штаты Америки", "US"],
  ["EE.UU.", "US"],
  ["EE. UU.", "US"],
  ["Estados Unidos de América", "US"],
  ["États-Unis d’Amérique", "US"],
  ["Королевство Испания", "ES"],
  ["Reino de España", "ES"],
  ["Royaume d’Espagne", "ES"],
  ["Königreich Belgien", "BE"],
  ["Королевство Нидерландов", "NL"],
  ["Китайская Народная Республика", "CN"],
  ["République populaire de Chine", "CN"],
  ["РФ", "RU"],
  ["Российская Федерация", "RU"],
  ["República de Corea", "KR"],
  ["Republik Korea", "KR"],
  ["República Democrática del Congo", "CD"],
  ["República Dominicana", "DO"],
])("%s, in full or by number, is %s", (name, code) => expect(countryNamed(name)).toBe(code));

test.each([
  ...["Korea", "Korea.", "Corée", "Корея", "Congo", "the Congo", "Congo, The", "Congo (the)"],
  ...["Virgin Islands", "Saint Martin", "St. Martin", "Saint-Martin", "999", "12"],
])("%j alone is of several, or of none", (name) => expect(countryNamed(name)).toBeNull());

test("a name of several is that of the one that a dossier has", () => {
  expect(countryNamed("Korea", ["KR", "MX"])).toBe("KR");
  expect(countryNamed("the Congo", ["MX", "CD"])).toBe("CD");
  expect(countryNamed("Korea", ["KR", "KP"])).toBeNull();
  expect(countryNamed("Korea", ["KZ", "MX"])).toBeNull();
});
