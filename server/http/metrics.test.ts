import { expect, it } from "vitest";
import { metricsText, newCounts } from "./metrics";

const figures = {
  pool: { total: 3, idle: 2, waiting: 0 },
  signIns: { ok: 4, wrong: 1 },
  memory: 5,
  unreachableAt: 0,
};
const store = {
  memory: { size: 2, calculatedSize: 2048 },
  counts: { hits: 7, stale: 1, renders: 3, failures: 1, renderSeconds: 1.23456 },
  changes: { position: 12 },
} as Parameters<typeof metricsText>[0]["store"];
const outbox = { readAt: () => 0, isListening: () => true };

const linesOf = (text: string) => text.split("\n").filter((line) => line && !line.startsWith("#"));

it("tells every number under the name by which it is watched", async () => {
  const counts = {
    ...newCounts(),
    active: 1,
    documents: 5,
    unchanged: 2,
    answers: new Map([["public 4", 3]]),
  };
  const next = { desk: async () => figures, renders: async () => ({ ...figures, signIns: {} }) };
  const text = metricsText({ counts, store, outbox, next });
  // Twice: numbers are told as they are, not added up.
  await text();
  const lines = linesOf(await text());
  expect(lines).toEqual(
    expect.arrayContaining([
      'entente_answers_total{area="document",status="2xx"} 5',
      'entente_answers_total{area="document",status="3xx"} 2',
      'entente_answers_total{area="public",status="4xx"} 3',
      "entente_active_requests 1",
      "entente_uptime_seconds 0",
      "entente_documents 2",
      "entente_documents_bytes 2048",
      "entente_document_hits_total 7",
      "entente_document_stale_total 1",
      "entente_renders_total 3",
      "entente_render_failures_total 1",
      "entente_render_seconds_total 1.235",
      "entente_outbox_position 12",
      "entente_outbox_lag_seconds -1",
      "entente_outbox_listening 1",
      'entente_next_memory_bytes{process="desk"} 5',
      'entente_pool_connections{process="desk"} 3',
      'entente_pool_connections{process="renders"} 3',
      'entente_pool_idle{process="renders"} 2',
      'entente_pool_waiting{process="desk"} 0',
      'entente_sign_ins_total{result="ok"} 4',
      'entente_sign_ins_total{result="wrong"} 1',
      expect.stringMatching(/^process_resident_memory_bytes \d+$/),
    ]),
  );
});

it("tells where readers' pages are read from, where there is a choice", async () => {
  const sources = { counts: newCounts(), store, outbox, next: {} };
  const told = linesOf(await metricsText(sources)()).join("\n");
  expect(told).not.toMatch(/replica|page_reads/);
  const replica = { fault: () => "away", counts: { replica: 4, primary: 2, failed: 1 } };
  expect(linesOf(await metricsText({ ...sources, replica })())).toEqual(
    expect.arrayContaining([
      "entente_replica_up 0",
      'entente_page_reads_total{from="replica"} 4',
      'entente_page_reads_total{from="primary"} 2',
      "entente_replica_failures_total 1",
    ]),
  );
});

it("leaves out what a process of Next's would tell while there is none", async () => {
  const next = { desk: () => Promise.reject(new Error("none")), renders: async () => figures };
  const lines = linesOf(await metricsText({ counts: newCounts(), store, outbox, next })());
  expect(lines).toContain('entente_pool_connections{process="renders"} 3');
  expect(lines.some((line) => line.includes('process="desk"'))).toBe(false);
});
