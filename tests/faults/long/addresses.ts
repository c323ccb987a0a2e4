/** A hundred thousand distinct made-up addresses: the server's memory stays as it is. */
import { slug } from "../support/first-dossier";
import { knownPages, readAll } from "../support/pages";
import type { Part } from "./main";

const thousands = Number(process.env.FAULT_ROUNDS ?? 100);
const atOnce = 8;

/** Every kind of made-up address there is, each with a number of its own. */
const inventions = [
  (n: number) => `/${slug}/visits/made-up-${n}`,
  (n: number) => `/made-up-${n}`,
  (n: number) => `/made-up/${n}/deeper/still`,
  (n: number) => `/${slug}?made=${n}`,
  (n: number) => `/${slug}/visits?year=${n}&from=ZZ`,
  (n: number) => `/search?q=made%20up%20${n}`,
  (n: number) => `/_next/static/made-up-${n}.css`,
  (n: number) => `/admin/made-up-${n}`,
];

export const addresses: Part = async (rig) => {
  const server = await rig.serve();
  await readAll(server.origin);
  const memory = async () => (await server.measure("process_resident_memory_bytes")) / 1024 / 1024;
  const sizes: number[] = [];
  const answers = new Map<number, number>();
  let asked = 0;
  const ask = async () => {
    for (let number = asked++; number < thousands * 1000; number = asked++) {
      const path = inventions[number % inventions.length]!(number);
      const answer = await fetch(server.origin + path, { redirect: "manual" });
      await answer.arrayBuffer();
      answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
      if (number % (thousands * 50) === 0) sizes.push(await memory());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  await readAll(server.origin);
  const quarter = Math.max(1, Math.floor(sizes.length / 4));
  const mean = (some: number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  // What the first thousands take is caches that fill and code that is compiled.
  const [early, late] = [mean(sizes.slice(quarter, 2 * quarter)), mean(sizes.slice(-quarter))];
  if (late > early * 1.25) throw new Error(`memory grew from ${early.toFixed(0)} to ${late.toFixed(0)} MB`);
  return {
    addresses: thousands * 1000,
    answers: [...answers].map(([status, count]) => `${count} × ${status}`).join(", "),
    "memory, MB": sizes.map((size) => size.toFixed(0)).join(" "),
    documents: `${await server.measure("entente_documents")}, of ${Object.keys(knownPages).length} known pages`,
  };
};
