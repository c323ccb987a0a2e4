/** Codes of currencies that headings of tables also use as words, abbreviations or codes of countries: "ALL products", "Hong Kong SAR". */
const words = new Set(
  `ALL ANG ARM BAD BAM BAN BEC BEL BOB BOL BOP BRB BRN BTN BUK CHE COP COU CUP CYP DEM DOP ESP GEL GRD LAK
   LIT MAD MAF MKD MOP NIC PEN PES ROL RON SAR SIT SLE SOS SUR TOP TRY UAK`
    .trim()
    .split(/\s+/),
);

/** Whether a text is a code that may be a word, so that by itself it names no currency. */
export const isCodeWord = (text: string) => words.has(text);

/** Whether a word is written as no code is: "all", "Top". */
export const isPlainWord = (text: string) => text !== text.toUpperCase() && words.has(text.toUpperCase());

/** Withdrawn currencies by the code of a country: "Exports (CHE)" are those of Switzerland. */
const countries = new Set("ARM BEL BOL BRB BRN CHE CYP ESP GRD MAF NIC".split(" "));

/** Whether a code by itself is that of a country rather than of a currency. */
export const isCodeOfCountry = (text: string) => countries.has(text);
