/** The files of a record, and what is said of each. */
import { choice } from "../fields/choice/choice";
import type { Held } from "../fields/field";
import { file } from "../fields/file/file";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";

/** What a file is to an agreement. */
export const agreementFileRoles = ["authentic-text", "translation", "annex", "related-document"] as const;

const said = {
  file: file({}),
  title: text({ max: 200 }),
  language: text({ max: 60, optional: true }),
  licence: text({ max: 200, optional: true }),
  credit: text({ max: 200, optional: true }),
};

/** The texts and pictures of a record. */
export const attachments = () => rows({ of: said });

/** The texts of an agreement: which of them are authentic, in which language. */
export const agreementTexts = () => rows({ of: { role: choice({ of: agreementFileRoles }), ...said } });

/** One file of a record. */
export interface Attachment {
  id?: string;
  file: string;
  title: string;
  role?: (typeof agreementFileRoles)[number];
  language?: string;
  licence?: string;
  credit?: string;
}

/** The ids of the files that a record's values name, each once. */
export function filesIn(values: Held): string[] {
  const attached = (Array.isArray(values.files) ? values.files : []) as { file?: unknown }[];
  return [...new Set(attached.flatMap(({ file: id }) => (typeof id === "string" ? [id] : [])))];
}
