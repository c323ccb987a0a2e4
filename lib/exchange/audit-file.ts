/** Events of the audit log as files: CSV for spreadsheets, lines of JSON for programs. */
import { stringify } from "csv-stringify/sync";
import { neutral } from "./csv";

/** An event as a file holds it. */
export interface FileEvent {
  seq: string;
  id: string;
  at: Date;
  byId: string | null;
  byName: string;
  action: string;
  subject: string;
  entryId: string | null;
  version: number | null;
  network: string | null;
  requestId: string | null;
  detail: Record<string, unknown>;
}

const columns = [
  ...["seq", "id", "at", "byId", "byName", "action", "subject", "entryId", "version"],
  ...["network", "requestId", "detail"],
] as const;

/** How each format begins, and goes on with some events. */
export interface AuditFile {
  contentType: string;
  start: string;
  lines(events: readonly FileEvent[]): string;
}

const csvLines = (rows: string[][]) => stringify(rows, { record_delimiter: "\r\n" });

export const auditFiles: Record<"csv" | "jsonl", AuditFile> = {
  csv: {
    contentType: "text/csv; charset=utf-8",
    start: csvLines([[...columns]]),
    lines: (events) =>
      csvLines(
        events.map((event) => [
          ...[event.seq, event.id, event.at.toISOString(), event.byId ?? "", neutral(event.byName)],
          ...[event.action, neutral(event.subject), event.entryId ?? "", String(event.version ?? "")],
          ...[event.network ?? "", event.requestId ?? "", JSON.stringify(event.detail)].map(neutral),
        ]),
      ),
  },
  jsonl: {
    contentType: "application/x-ndjson; charset=utf-8",
    start: "",
    lines: (events) =>
      events
        .map(
          ({ seq, id, at, byId, byName, action, subject, entryId, version, network, requestId, detail }) => {
            const shown = { seq, id, at: at.toISOString(), byId, byName, action, subject, entryId, version };
            return `${JSON.stringify({ ...shown, network, requestId, detail })}\n`;
          },
        )
        .join(""),
  },
};
