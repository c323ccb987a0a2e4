/** What `/metrics` tells, in Prometheus' text form. */
import type { DocumentStore } from "@/server/documents/document-store";
import type { NextFigures } from "@/server/next/next-connection";
import type { ReadCounts } from "@/server/next/reads";

/** What is counted of requests, by plain numbers: readers' requests come too fast for anything more. */
export interface Counts {
  began: number;
  active: number;
  /** Documents that were sent at once, and answers that the reader has it already: nearly all there is. */
  documents: number;
  unchanged: number;
  /** Answers by area and the first digit of their status, as `public 2`. */
  answers: Map<string, number>;
}

export function newCounts(): Counts {
  return { began: Date.now(), active: 0, documents: 0, unchanged: 0, answers: new Map() };
}

export interface MetricsSources {
  counts: Counts;
  store: Pick<DocumentStore, "memory" | "counts" | "changes">;
  outbox: {
    /** When it was last read, in milliseconds since 1970; 0 before the first time. */
    readAt(): number;
    isListening(): boolean;
  };
  /** Where readers' pages are read from, where a replica is set. */
  replica?: { fault(): string | null; counts: ReadCounts } | undefined;
  /** By what each of Next's processes is for; rejects while one is being started again, whose figures are left out then. */
  next: Record<string, () => Promise<NextFigures>>;
}

/** Gives the text of `/metrics`: this process's own metrics, the store's, and those of Next's process. */
export function metricsText(sources: MetricsSources): () => Promise<string> {
  return async () => {
    const asked = Object.entries(sources.next).map(async ([name, ask]) => [name, await ask()] as const);
    const told = (await Promise.allSettled(asked)).flatMap((one) =>
      one.status === "fulfilled" ? [one.value] : [],
    );
    return [...ownMetrics(sources), ...replicaMetrics(sources), ...nextMetrics(told)].flat().join("\n");
  };
}

/** Values by the labels that they have, as `{area="desk"}`; under "" the one of a metric without labels. */
type Values = Record<string, number>;

const metric = (name: string, type: "counter" | "gauge", values: Values) => [
  `# TYPE ${name} ${type}`,
  ...Object.entries(values).map(([labels, value]) => `${name}${labels} ${value}`),
];
const counter = (name: string, value: number) => metric(name, "counter", { "": value });
const gauge = (name: string, value: number) => metric(name, "gauge", { "": value });

function ownMetrics({ counts, store, outbox }: MetricsSources): string[][] {
  const { memory, changes } = store;
  const { hits, stale, renders, failures, renderSeconds } = store.counts;
  const now = Date.now();
  const lag = outbox.readAt() === 0 ? -1 : Math.round((now - outbox.readAt()) / 100) / 10;
  return [
    metric("entente_answers_total", "counter", answersByLabels(counts)),
    gauge("entente_active_requests", counts.active),
    gauge("entente_uptime_seconds", Math.round((now - counts.began) / 1000)),
    gauge("process_resident_memory_bytes", process.memoryUsage.rss()),
    gauge("entente_documents", memory.size),
    gauge("entente_documents_bytes", memory.calculatedSize),
    counter("entente_document_hits_total", hits),
    counter("entente_document_stale_total", stale),
    counter("entente_renders_total", renders),
    counter("entente_render_failures_total", failures),
    counter("entente_render_seconds_total", Number(renderSeconds.toFixed(3))),
    gauge("entente_outbox_position", changes.position),
    gauge("entente_outbox_lag_seconds", lag),
    gauge("entente_outbox_listening", outbox.isListening() ? 1 : 0),
  ];
}

/** Whether readers' pages are read from the replica, from where they were, and how often one that it failed was read again. */
function replicaMetrics({ replica }: MetricsSources): string[][] {
  if (!replica) return [];
  const { counts, fault } = replica;
  return [
    gauge("entente_replica_up", fault() === null ? 1 : 0),
    metric("entente_page_reads_total", "counter", {
      '{from="replica"}': counts.replica,
      '{from="primary"}': counts.primary,
    }),
    counter("entente_replica_failures_total", counts.failed),
  ];
}

function answersByLabels({ answers, documents, unchanged }: Counts): Values {
  const all = [...answers, ["document 2", documents] as const, ["document 3", unchanged] as const].sort();
  return Object.fromEntries(
    all.map(([key, count]) => {
      const [area, digit] = key.split(" ");
      return [`{area="${area}",status="${digit}xx"}`, count];
    }),
  );
}

function nextMetrics(processes: (readonly [string, NextFigures])[]): string[][] {
  const byProcess = (value: (figures: NextFigures) => number): Values =>
    Object.fromEntries(processes.map(([name, figures]) => [`{process="${name}"}`, value(figures)]));
  const signIns: Values = {};
  for (const [, figures] of processes)
    for (const [result, count] of Object.entries(figures.signIns)) {
      const label = `{result="${result}"}`;
      signIns[label] = (signIns[label] ?? 0) + count;
    }
  return [
    metric(
      "entente_next_memory_bytes",
      "gauge",
      byProcess(({ memory }) => memory),
    ),
    metric(
      "entente_pool_connections",
      "gauge",
      byProcess(({ pool }) => pool.total),
    ),
    metric(
      "entente_pool_idle",
      "gauge",
      byProcess(({ pool }) => pool.idle),
    ),
    metric(
      "entente_pool_waiting",
      "gauge",
      byProcess(({ pool }) => pool.waiting),
    ),
    metric("entente_sign_ins_total", "counter", signIns),
    ...jobMetrics(processes.flatMap(([, { jobs }]) => jobs ?? [])),
  ];
}

/** Of work in the background: how long ago it was last looked for (-1: not yet), and how many jobs were done. */
function jobMetrics(told: NonNullable<NextFigures["jobs"]>[]): string[][] {
  return told.flatMap(({ beatAt, done, failed }) => [
    gauge(
      "entente_jobs_heartbeat_age_seconds",
      beatAt === 0 ? -1 : Math.round((Date.now() - beatAt) / 100) / 10,
    ),
    metric("entente_jobs_total", "counter", { '{result="done"}': done, '{result="failed"}': failed }),
  ]);
}
