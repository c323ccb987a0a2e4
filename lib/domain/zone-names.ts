/** The names of time zones as the IANA's database has them: Intl goes on with those that it had at first. */

/** By the name that Unicode's CLDR keeps for good, the one of the IANA's database (attribute `iana` of CLDR's timezone.xml). */
const renamed: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** A time zone by its name of today: "Europe/Kyiv" for "Europe/Kiev"; any other text as it is. */
export const zoneName = (zone: string) => renamed[zone] ?? zone;

/** Every time zone that there is, by its name of today, in alphabetical order. */
export const zoneNames = (): string[] => Intl.supportedValuesOf("timeZone").map(zoneName).sort();
