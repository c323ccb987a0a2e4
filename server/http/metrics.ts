/** What `/metrics` tells, in Prometheus' text form. */
import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { DocumentStore } from "@/server/documents/document-store";
import type { NextFigures } from "@/server/next/next-connection";

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
  /** Rejects while Next's process is being started again: its figures are left out then. */
  nextFigures(): Promise<NextFigures>;
}

/** Gives the text of `/metrics`: this process's own metrics, the store's, and those of Next's process. */
export function metricsText(sources: MetricsSources): () => Promise<string> {
  const own = ownRegistry(sources);
  return async () => {
    const figures = await sources.nextFigures().catch(() => null);
    const texts = [own.metrics(), ...(figures ? [nextRegistry(figures).metrics()] : [])];
    return (await Promise.all(texts)).join("\n");
  };
}

function ownRegistry({ counts, store, outbox }: MetricsSources): Registry {
  const { gauge, counter, register } = metricsIn(new Registry());
  collectDefaultMetrics({ register });
  new Counter({
    name: "entente_answers_total",
    help: "Answers by area and status.",
    labelNames: ["area", "status"],
    registers: [register],
    collect() {
      this.reset();
      const fast = [["document 2", counts.documents] as const, ["document 3", counts.unchanged] as const];
      for (const [key, count] of [...counts.answers, ...fast]) {
        const [area = "", digit] = key.split(" ");
        this.inc({ area, status: `${digit}xx` }, count);
      }
    },
  });
  gauge("entente_active_requests", "Requests under way.", () => counts.active);
  gauge("entente_uptime_seconds", "Since the start.", () => Math.round((Date.now() - counts.began) / 1000));
  const { memory, changes } = store;
  gauge("entente_documents", "Documents in memory.", () => memory.size);
  gauge("entente_documents_bytes", "Their bytes.", () => memory.calculatedSize);
  counter("entente_document_hits_total", "Documents found in memory.", () => store.counts.hits);
  counter("entente_document_stale_total", "Older documents sent.", () => store.counts.stale);
  counter("entente_renders_total", "Renders begun.", () => store.counts.renders);
  counter("entente_render_failures_total", "Renders that failed.", () => store.counts.failures);
  const seconds = () => Number(store.counts.renderSeconds.toFixed(3));
  counter("entente_render_seconds_total", "Time that renders took.", seconds);
  gauge("entente_outbox_position", "The newest change that is known.", () => changes.position);
  const lag = () => (outbox.readAt() === 0 ? -1 : Math.round((Date.now() - outbox.readAt()) / 100) / 10);
  gauge("entente_outbox_lag_seconds", "Since the outbox was last read; -1 before.", lag);
  gauge("entente_outbox_listening", "Whether the database tells of changes.", () =>
    Number(outbox.isListening()),
  );
  return register;
}

function nextRegistry({ pool, signIns }: NextFigures): Registry {
  const { gauge, register } = metricsIn(new Registry());
  gauge("entente_pool_connections", "Connections to the database.", () => pool.total);
  gauge("entente_pool_idle", "Those without work.", () => pool.idle);
  gauge("entente_pool_waiting", "Requests that wait for one.", () => pool.waiting);
  const results = new Counter({
    name: "entente_sign_ins_total",
    help: "Sign-ins by what came of them.",
    labelNames: ["result"],
    registers: [register],
  });
  for (const [result, count] of Object.entries(signIns)) results.inc({ result }, count);
  return register;
}

/** Metrics whose numbers are kept elsewhere and looked up when they are asked for. */
function metricsIn(register: Registry) {
  const registers = [register];
  return {
    register,
    gauge(name: string, help: string, value: () => number) {
      return new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
    },
    counter(name: string, help: string, value: () => number) {
      return new Counter({
        name,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(value());
        },
      });
    },
  };
}
