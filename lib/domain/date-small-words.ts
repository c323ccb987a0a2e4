/** The small words of dates, which Intl does not have, by language: words apart by a space, of several words by a semicolon. */
import { otherSmallWords } from "./date-small-words-others";
import type { SourceLanguage } from "./source-languages";

export interface SmallWords {
  /** Spring, summer, autumn and winter. */
  seasons?: readonly [string, string, string, string];
  /** The twelve months in each of the cases that Intl has not, as behind "in". */
  months?: readonly string[];
  /** What is added to a month's name, in languages that say so "of the month" and "in the month". */
  monthEndings?: string;
  /** Days of the week cut short as their names do not begin, by their number, Sunday being 0. */
  weekdays?: Readonly<Record<number, string>>;
  /** What may stand in a date without meaning: articles, the endings of ordinals, the word for a year. */
  fillers: string;
  about?: string;
  /** Before a date from which something goes on, and before the first of two. */
  since?: string;
  until?: string;
  /** Before two dates. */
  between?: string;
  /** Between two dates. */
  to: string;
  /** In place of the second date, where it goes on. */
  now?: string;
  /** Behind a year that stands for ten: "1980s". */
  decades?: string;
  /** Before such a year: "les années 1980". */
  decadesBefore?: string;
  centuries?: string;
}

export const smallWords: Readonly<Record<SourceLanguage, SmallWords>> & Readonly<Record<string, SmallWords>> =
  {
    en: {
      seasons: ["spring", "summer", "autumn fall", "winter"],
      weekdays: { 3: "weds" },
      fillers: "of the st nd rd th in on year",
      about: "about circa ca c around approximately approx",
      since: "since from",
      until: "until till before",
      between: "between",
      to: "to until till through and &",
      now: "present; now; today; ongoing; the present",
      decades: "s",
      centuries: "century",
    },
    ru: {
      seasons: ["весна весной весны", "лето летом лета", "осень осенью осени", "зима зимой зимы"],
      months: ["январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"],
      fillers: "г года год году гг годы годов го е в во",
      about: "около ок примерно приблизительно",
      since: "с со",
      until: "до",
      between: "между",
      to: "по до и",
      now: "настоящее время; сегодня; сейчас; наст. время; нв",
      decades: "е х",
      centuries: "век века веке столетие",
    },
    kk: {
      monthEndings: "ы і ында інде да де та те дың дің тың тің",
      fillers: "ж жыл жылы жылғы жылдың ай айы айында күні",
      to: "мен және",
    },
    es: {
      seasons: ["primavera", "verano", "otoño", "invierno"],
      fillers: "de del el la los las en º año",
      decadesBefore: "años década decenio",
      about: "hacia aproximadamente aprox alrededor",
      since: "desde",
      until: "hasta",
      between: "entre",
      to: "al a y e hasta",
      now: "actualidad; la actualidad; hoy; presente; el presente",
      centuries: "siglo",
    },
    fr: {
      seasons: ["printemps", "été", "automne", "hiver"],
      fillers: "le la les du de des en er an année",
      decadesBefore: "années décennie",
      about: "vers environ env",
      since: "depuis",
      until: "jusqu jusqu'au jusqu'en avant",
      between: "entre",
      to: "au à et jusqu'au",
      now: "présent; aujourd'hui; à présent; ce jour; nos jours",
      centuries: "siècle",
    },
    de: {
      seasons: ["frühling frühjahr", "sommer", "herbst", "winter"],
      fillers: "der die das den dem des am im in vom jahr jahre jahren",
      about: "um etwa ungefähr gegen zirka",
      since: "seit ab von",
      until: "bis vor",
      between: "zwischen",
      to: "bis und",
      now: "heute; gegenwart",
      decades: "er",
      centuries: "jahrhundert jh",
    },
    pt: {
      seasons: ["primavera", "verão", "outono", "inverno"],
      fillers: "de do da os em no na º ano",
      decadesBefore: "anos década",
      about: "cerca aproximadamente",
      since: "desde",
      until: "até",
      between: "entre",
      to: "a ao e até",
      now: "hoje; presente; o presente",
      centuries: "século",
    },
    it: {
      seasons: ["primavera", "estate", "autunno", "inverno"],
      fillers: "di del dell della il lo la l gli negli º anno",
      decadesBefore: "anni decennio",
      about: "circa verso",
      since: "dal da",
      until: "fino",
      between: "tra fra",
      to: "al a e ed all",
      now: "oggi; presente",
      centuries: "secolo",
    },
    tr: {
      months: [
        "ocakta şubatta martta nisanda mayısta haziranda temmuzda ağustosta eylülde ekimde kasımda aralıkta",
      ],
      fillers: "yılı yıl yılında yılının ay ayı ayında tarihinde tarihli da de ta te",
      since: "beri",
      to: "ve ile",
    },
    uk: {
      months: ["січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні"],
      fillers: "р рік року році рр у",
      about: "близько",
      since: "з із",
      until: "до",
      between: "між",
      to: "по до і та й",
      now: "теперішній час; сьогодні",
    },
    pl: {
      months: [
        "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu",
      ],
      fillers: "r rok roku w dnia",
      about: "około ok",
      since: "od",
      until: "do",
      between: "między",
      to: "do i oraz",
    },
    ...otherSmallWords,
  };
