/** Reading of a backup's JSON, which may have been written to deceive. */
import { BackupFault } from "./backup-format";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** The values of one row, by column. */
export type Row = { [key: string]: Json };

const depthLimit = 16;

/** Control characters other than tab and line ends. */
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/**
 * Parses the values of one row. Throws a BackupFault where they are no JSON object, hold a key twice (which PostgreSQL
 * and we could read in two ways), control characters, or too much within one another.
 */
export function parseRow(text: string): Row {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new BackupFault("it is not one JSON object");
  }
  if (!isObject(parsed as Json)) throw new BackupFault("it is not one JSON object");
  const row = parsed as Row;
  // Only where something is written by its number can it be what a string may not hold.
  const isPlain = !numbered.test(text);
  if (keysIn(text) !== checkedKeys(row, 0, isPlain)) throw new BackupFault("it holds a key twice");
  return row;
}

/** How JSON writes what it cannot hold as it is, and the one control character that it can. */
const numbered = /\\[ubf]|\u007F/;

/**
 * The values of a JSON object as they stand in its text, by key: numbers with all their digits. Only strings and
 * brackets are looked at, so that for what is no JSON object it returns something, and never what `parseRow` takes.
 */
export function writtenValues(text: string): Map<string, string> {
  const found = new Map<string, string>();
  let at = afterSpace(text, text.indexOf("{") + 1);
  while (text[at] === '"') {
    const keyEnd = stringEnd(text, at);
    const from = afterSpace(text, afterSpace(text, keyEnd) + 1);
    const end = valueEnd(text, from);
    found.set(text.slice(at + 1, keyEnd - 1), text.slice(from, end).trimEnd());
    at = afterSpace(text, afterSpace(text, end) + 1);
  }
  return found;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at += 1;
  return at;
}

/** Where the string ends that begins here, its quote included; the text's end where it does not. */
export function stringEnd(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

/** Where the value ends that begins here; the text's end where it does not. */
export function valueEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 34: // a quote
        at = stringEnd(text, at) - 1;
        break;
      case 123: // an opening brace or bracket
      case 91:
        depth += 1;
        break;
      case 125: // a closing one
      case 93:
        if (depth === 0) return at;
        depth -= 1;
        break;
      case 44: // a comma
        if (depth === 0) return at;
    }
  }
  return text.length;
}

export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How many keys a value holds in all, once its depth and, unless it is plain, its strings were found right. */
export function checkedKeys(value: Json, depth: number, isPlain: boolean): number {
  if (typeof value === "string") {
    if (!isPlain && (control.test(value) || !value.isWellFormed()))
      throw new BackupFault("it holds control characters");
    return 0;
  }
  if (typeof value !== "object" || value === null) return 0;
  if (depth > depthLimit) throw new BackupFault("it holds too much within one another");
  if (Array.isArray(value))
    return value.reduce((sum: number, one) => sum + checkedKeys(one, depth + 1, isPlain), 0);
  return Object.entries(value).reduce((sum, [key, one]) => {
    checkedKeys(key, depth, isPlain);
    return sum + 1 + checkedKeys(one, depth + 1, isPlain);
  }, 0);
}

/** What may stand between the parts of JSON (RFC 8259, 2). */
const isSpace = (character: string | undefined) =>
  character === " " || character === "\t" || character === "\n" || character === "\r";

/** How many keys stand in a text that is JSON: strings before a colon. */
export function keysIn(text: string): number {
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
