/** Takes what a reader says is wrong with a published record: the one write that no account does. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { noteAct } from "@/lib/auth/audit";
import { readEmail } from "@/lib/auth/email";
import { formStamp, stampAge } from "@/lib/auth/form-stamp";
import { countReport } from "@/lib/auth/report-limits";
import { visitor } from "@/lib/auth/security-events";
import { database, type Transaction } from "@/lib/database/client";
import type { RefusedReport, ReportFaults, TypedReport } from "@/lib/domain/reports";
import { mostCharacters, readShown } from "@/lib/domain/short-note";
import { publicPathOf } from "@/lib/published/public-path";
import { publishers, tell, type ToldOf } from "../notices/tell";

/** Faster than this no reader fills the form in; later than this it is to be opened anew. In milliseconds. */
const [soonest, latest] = [3000, 24 * 60 * 60 * 1000];
/** So many open reports of one record, and of all, are as many as editors can read: no more are taken. */
const mostOpen = { ofRecord: 20, ofAll: 2000 } as const;

/** The stamp of the form about a record. */
export function reportStamp(entryId: string, now?: number): string {
  return formStamp(stampOf(entryId), now);
}

const stampOf = (entryId: string) => `report on ${entryId}`;

/** What became of a report; `gone` where no reader can see the record. */
export type Received =
  { outcome: "received" } | { outcome: "gone" } | { outcome: "refused"; refused: RefusedReport };

/** A report as it came: the record that it is about, the form's stamp, and the caller's network address. */
export interface SentReport {
  entryId: string;
  stamp: string;
  typed: TypedReport;
  from: string;
}

/**
 * Takes a report, tells those who may publish of it, and notes it. What was sent twice is taken once. Limits come first: nothing is
 * written for what came too soon, too often, or says nothing.
 */
export async function receiveReport(
  { entryId, stamp, typed, from }: SentReport,
  now = Date.now(),
): Promise<Received> {
  const age = stampAge(stamp, stampOf(entryId), now);
  const isCurrent = age !== null && age <= latest;
  const refuse = (faults: ReportFaults): Received => ({
    outcome: "refused",
    refused: { typed, faults, stamp: isCurrent ? stamp : null },
  });
  const read = readTyped(typed);
  if ("faults" in read) return refuse(read.faults);
  if (!isCurrent) return refuse({ whole: "expired" });
  if (age < soonest) return refuse({ whole: "tooSoon" });
  if (!(await countReport(from))) return refuse({ whole: "tooMany" });
  const outcome = await database().$transaction((tx) => add(tx, entryId, read));
  if (outcome === "full") return refuse({ whole: "full" });
  return { outcome };
}

interface ReadReport {
  text: string;
  source: string;
  address: string | null;
}

function readTyped(typed: TypedReport): ReadReport | { faults: ReportFaults } {
  const text = readShown(typed.text, mostCharacters.report);
  const source = readShown(typed.source, mostCharacters.reportSource);
  const address = typed.address.trim() === "" ? null : readEmail(typed.address);
  if (text && source !== undefined && (address !== null || typed.address.trim() === ""))
    return { text, source, address };
  return {
    faults: {
      ...(!text && { text: text === "" ? "empty" : "tooLong" }),
      ...(source === undefined && { source: "tooLong" }),
      ...(address === null && typed.address.trim() !== "" && { address: "invalid" }),
    },
  };
}

async function add(
  tx: Transaction,
  entryId: string,
  { text, source, address }: ReadReport,
): Promise<"received" | "gone" | "full"> {
  // Reports on one record are counted one after the other.
  const [of] = await tx.$queryRaw<ToldOf[]>`
    SELECT "id", "kind", "title" FROM "Entry" WHERE "id" = ${entryId}::uuid FOR NO KEY UPDATE`;
  if (!of || (await publicPathOf(entryId, tx)) === null) return "gone";
  if (await tx.errorReport.findFirst({ where: { entryId, settledAt: null, text, source } }))
    return "received";
  if (await isFull(tx, entryId)) return "full";
  const id = uuidv7();
  await tx.errorReport.create({ data: { id, entryId, text, source, address } });
  await noteAct(tx, visitor, { action: "report.receive", subject: entryId, detail: { id } });
  await tell(tx, visitor, { about: "reported", of, text }, publishers);
  return "received";
}

async function isFull(tx: Transaction, entryId: string): Promise<boolean> {
  const [counts] = await tx.$queryRaw<{ ofRecord: number; ofAll: number }[]>`
    SELECT
      (SELECT count(*)::int FROM "ErrorReport" WHERE "entryId" = ${entryId}::uuid AND "settledAt" IS NULL) AS "ofRecord",
      (SELECT count(*)::int FROM (SELECT FROM "ErrorReport" WHERE "settledAt" IS NULL LIMIT ${mostOpen.ofAll}) open) AS "ofAll"`;
  return counts!.ofRecord >= mostOpen.ofRecord || counts!.ofAll >= mostOpen.ofAll;
}
