/** Reading of a backup's JSON, which may have been written to deceive. */
import { BackupFault } from "./backup-format";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const depthLimit = 16;

/** Control characters other than tab and line ends. */
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/**
 * Parses the values of one row. Throws a BackupFault where they are no JSON object, hold a key twice (which PostgreSQL
 * and we could read in two ways), control characters, or too much within one another.
 */
export function parseRow(text: string): { [key: string]: Json } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new BackupFault("it is not one JSON object");
  }
  if (!isObject(parsed as Json)) throw new BackupFault("it is not one JSON object");
  const row = parsed as { [key: string]: Json };
  if (keysIn(text) !== checkedKeys(row, 0)) throw new BackupFault("it holds a key twice");
  return row;
}

export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How many keys a value holds in all, once its strings and depth were found right. */
function checkedKeys(value: Json, depth: number): number {
  if (typeof value === "string") {
    if (control.test(value) || !value.isWellFormed()) throw new BackupFault("it holds control characters");
    return 0;
  }
  if (typeof value !== "object" || value === null) return 0;
  if (depth > depthLimit) throw new BackupFault("it holds too much within one another");
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + checkedKeys(one, depth + 1), 0);
  return Object.entries(value).reduce((sum, [key, one]) => {
    checkedKeys(key, depth);
    return sum + 1 + checkedKeys(one, depth + 1);
  }, 0);
}

/** What may stand between the parts of JSON (RFC 8259, 2). */
const isSpace = (character: string | undefined) =>
  character === " " || character === "\t" || character === "\n" || character === "\r";

/** How many keys stand in a text that is JSON: strings before a colon. */
function keysIn(text: string): number {
  let keys = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    let end = text.indexOf('"', at + 1);
    while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    at = end + 1;
    while (isSpace(text[at])) at += 1;
    if (text[at] === ":") keys += 1;
  }
  return keys;
}

/** Whether an odd number of backslashes stands before a quote. */
function isEscaped(text: string, quote: number): boolean {
  let before = quote;
  while (text[before - 1] === "\\") before -= 1;
  return (quote - before) % 2 === 1;
}
