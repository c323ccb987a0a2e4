/** The ids of rows. A row keeps the one it was made with, through drafts, publications and backups. */
import { v7 } from "uuid";

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** An id for a new row, as a UUID. */
export function newRowId(): string {
  return v7();
}

/** Whether a text is a row's id as forms and drafts write it. */
export function isRowId(text: string): boolean {
  return text.length === 36 && shape.test(text);
}
