/** What the document store and the process that makes the pages tell `/metrics`. */
import type { NextFigures } from "@/server/next/next-connection";
import type { DocumentStore } from "@/server/documents/document-store";

const line = (name: string, type: "counter" | "gauge", value: number) => [
  `# TYPE ${name} ${type}`,
  `${name} ${value}`,
];

/** Lines in Prometheus' text form. `heardAt` is when the outbox was last read, in milliseconds since 1970. */
export function documentMetrics(
  { memory, counts, changes }: DocumentStore,
  heardAt: number,
  isListening: boolean,
): string[] {
  return [
    ...line("entente_documents", "gauge", memory.size),
    ...line("entente_documents_bytes", "gauge", memory.calculatedSize),
    ...line("entente_document_hits_total", "counter", counts.hits),
    ...line("entente_document_stale_total", "counter", counts.stale),
    ...line("entente_renders_total", "counter", counts.renders),
    ...line("entente_render_failures_total", "counter", counts.failures),
    ...line("entente_render_seconds_total", "counter", Number(counts.renderSeconds.toFixed(3))),
    ...line("entente_outbox_position", "gauge", changes.position),
    ...line(
      "entente_outbox_lag_seconds",
      "gauge",
      heardAt === 0 ? -1 : Math.round((Date.now() - heardAt) / 100) / 10,
    ),
    ...line("entente_outbox_listening", "gauge", isListening ? 1 : 0),
  ];
}

/** The same of what Next's process tells: its connections to the database, and sign-ins by what came of them. */
export function nextMetrics({ pool, signIns }: NextFigures): string[] {
  return [
    ...line("entente_pool_connections", "gauge", pool.total),
    ...line("entente_pool_idle", "gauge", pool.idle),
    ...line("entente_pool_waiting", "gauge", pool.waiting),
    "# TYPE entente_sign_ins_total counter",
    ...Object.entries(signIns).map(
      ([result, count]) => `entente_sign_ins_total{result="${result}"} ${count}`,
    ),
  ];
}
