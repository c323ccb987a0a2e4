import type { HappeningName } from "@/lib/domain/dossier-calendar";

/** What falls on a day, ready to be set. */
export interface CalendarLine {
  id: string;
  /** EDTF: a day or a month. */
  date: string;
  what: HappeningName | "visit";
  /** Of an anniversary, how many years it is. */
  years?: number;
  /** The record's page. */
  href: string;
  title: string;
  /** Of which dossier it is, where several are told of. */
  dossier?: string;
}
