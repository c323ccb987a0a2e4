/** A table as a file that is written piece by piece, so that no more of it than a batch need be held at once. */
import type { PublishedRecord } from "@/lib/domain/published";
import type { NamedRecord } from "./columns";

/** Records of the table, in its order. */
export interface Batch {
  records: readonly PublishedRecord[];
  /** The records that they refer to, by id. */
  named: ReadonlyMap<string, NamedRecord>;
}

/** The texts of a file of so many records, in their order. */
export interface TableFile {
  start(count: number): string;
  batch(batch: Batch): string;
  end(): string;
}

/** The whole text of a file whose records are all at hand. */
export function wholeFile(file: TableFile, batch: Batch): string {
  return file.start(batch.records.length) + file.batch(batch) + file.end();
}
