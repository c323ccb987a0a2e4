/**
 * Readers, searches and editors at work at once, while everything is killed in turn: Next's two processes, the server,
 * the database. Whatever was acknowledged is there afterwards, kept documents are what a fresh render gives, and
 * readers had right answers or a plain 503.
 */
import type { Part } from "../main";
import { readAll } from "../../support/pages";
import { breakInTurn } from "./breaking";
import { documentFaults } from "./documents";
import { startEditors } from "./editors";
import { Figures } from "./figures";
import { pagesOf, startReaders } from "./readers";
import { makeRecords } from "./records";
import { trailFaults } from "./trail";

/** For how long; the turn that has begun by then is finished. */
const minutes = Number(process.env.FAULT_MINUTES ?? 10);
const editors = 20;

export const mixed: Part = async (rig) => {
  const server = await rig.serve();
  await readAll(server.origin);
  const records = await makeRecords(server, editors);
  console.log(`      ${editors} editors have signed in`);
  const figures = new Figures();
  const ends = Date.now() + minutes * 60_000;
  let isOver = false;
  const goesOn = () => !isOver;
  const readers = startReaders(server.origin, records, figures, goesOn);
  const editing = startEditors(records, figures, goesOn);
  const working = Promise.all([readers, editing]);
  working.catch(() => undefined);
  let rounds = 0;
  try {
    rounds = await breakInTurn(rig, server, figures, () => Date.now() < ends);
  } catch (error) {
    // What was wrong before is told too: it may be why.
    for (const fault of figures.faults) console.log(`      ${fault}`);
    throw error;
  } finally {
    isOver = true;
    await working.catch(() => undefined);
  }
  const [, counts] = await working;
  for (const fault of (await Promise.all(records.map(trailFaults))).flat()) figures.fault(fault);
  const paths = Object.keys(pagesOf(records));
  const { faults, compared, rendered } = await documentFaults(server, rig.data, paths);
  for (const fault of faults) figures.fault(fault);
  const measured = {
    "each killed, times": rounds,
    "saves, publications acknowledged": `${counts.saves}, ${counts.publications}`,
    "changes refused, unanswered": `${counts.refused}, ${counts.unanswered}`,
    "documents compared": `${compared}, ${rendered} of them made for it`,
    "searches that said they took too long": figures.endedSearches,
    ...figures.table(),
  };
  if (figures.faultCount === 0) return measured;
  for (const [what, value] of Object.entries(measured)) console.log(`      ${what}: ${value}`);
  throw new Error([`${figures.faultCount} faults`, ...figures.faults].join("\n      "));
};
