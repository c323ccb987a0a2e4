/** Made-up words for made-up records: the same number always gives the same words. */

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export type Chance = () => number;

export function chanceOf(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(chance: Chance, from: readonly T[]): T {
  return from[Math.floor(chance() * from.length)]!;
}

const split = (words: string) => words.split(" ");

const firstNames = split(
  "José María Erlan Aigerim Luis Ana Carlos Lucía Nursultan Dinara Anna Peter Olga Ivan Sofía Diego Karim Leïla " +
    "François Élise Jürgen Käthe Søren Åsa Paweł Zofia Tomáš Jana Mehmet Ayşe Kenji Yuki Arjun Priya Kwame Ama John Mary " +
    "Peter Sarah Pedro Inês João Beatriz Giorgos Eleni Marek Ewa Nikola Mila Omar Fatima Samuel Ruth Victor Elena",
);
const commonNames = split(
  "Müller García Nazarbayev Idrissov Fox Meade Hernández Peña López Sánchez Kim Novák Silva Rossi Dubois Tanaka Singh " +
    "Mensah Öztürk Kowalski Jensen Papadopoulos Smith Johnson Tokayev Abenov Ebrard Videgaray Castañeda Derbez",
);
const [begins, middles, ends] = [
  split("Ba Ke Lo Mi Nu Ra Se To Vi Za Da Fe Go Hi Ju Ka Le Mo Ni Pe"),
  split("ra len dri mor vas tin gul her kos nad lim bar sen tol vik zan dor fel mar rin"),
  split("ov sson ez ides ano ic man berg elli aya enko oğlu ian akis ström ner tes ova dze quist"),
];
/** Of surnames there are thousands, as in life: few are common, most are rare. */
const rareNames = begins.length * middles.length * ends.length;

/** A surname by its number, below 8,000 a different one for each. */
export function rareName(number: number): string {
  const n = number % rareNames;
  return (
    begins[n % begins.length]! +
    middles[Math.floor(n / begins.length) % middles.length]! +
    ends[Math.floor(n / (begins.length * middles.length))]!
  );
}

export function personName(chance: Chance): string {
  const surname =
    chance() < 0.3 ? pick(chance, commonNames) : rareName(Math.floor(chance() ** 2 * rareNames));
  return `${pick(chance, firstNames)} ${surname}`;
}

const topics = split(
  "trade transport culture education energy water agriculture taxation visas science medicine tourism mining railways " +
    "aviation customs investment justice security climate forestry fisheries statistics standards patents sport music " +
    "archaeology libraries universities students engineers doctors farmers banking insurance telecommunications space",
);
const nouns = split(
  "meeting conference agreement exhibition delegation declaration programme commission festival forum protocol mission " +
    "round consultation exchange seminar visit ceremony treaty memorandum statement session review contract dialogue",
);
const verbs = split(
  "discussed signed opened reviewed welcomed extended prepared announced renewed began closed inspected described " +
    "supported joined received confirmed concluded considered proposed adopted endorsed",
);
const adjectives = split(
  "joint bilateral regional annual second third official cultural economic scientific technical legal historic new " +
    "annual parliamentary academic ministerial informal extraordinary commercial agricultural industrial consular",
);
export const cities = split(
  "Almaty Astana Guadalajara Puebla Monterrey Mérida Washington Ankara Québec Málaga Göteborg Zürich Kraków Lisbon " +
    "Nairobi Accra Jakarta Manila Hanoi Lima Bogotá Quito Santiago Montevideo Rabat Tunis Cairo Muscat Delhi Kyoto",
);

/** A title of some words, as "Joint conference of engineers on water". */
export function phrase(chance: Chance): string {
  const adjective = pick(chance, adjectives);
  const first = adjective.charAt(0).toUpperCase() + adjective.slice(1);
  return `${first} ${pick(chance, nouns)} on ${pick(chance, topics)} and ${pick(chance, topics)}`;
}

/** So many sentences of prose. */
export function prose(chance: Chance, sentences: number): string {
  return Array.from(
    { length: sentences },
    () =>
      `In ${pick(chance, cities)} ${personName(chance)} ${pick(chance, verbs)} the ${pick(chance, adjectives)} ${pick(chance, nouns)} on ${pick(chance, topics)}.`,
  ).join(" ");
}

/** A day of a year, as precise as a record may know it: a year, a month or the day itself. */
export function dayIn(chance: Chance, year: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const month = two(1 + Math.floor(chance() * 12));
  const precise = chance();
  if (precise < 0.1) return String(year);
  if (precise < 0.3) return `${year}-${month}`;
  return `${year}-${month}-${two(1 + Math.floor(chance() * 28))}`;
}
