import {
  type FieldDoubt,
  type FieldOf,
  type FieldSettings,
  type IsOptional,
  makeField,
  oneLine,
  refuse,
} from "../field";
import { registerKey, registerSpellings } from "../../register-number";
import { turnsWriting } from "../../writing-direction";
import { exported } from "./export";
import { storage } from "./storage";

export interface TextSettings extends FieldSettings {
  /** Longest text taken, in UTF-16 code units. */
  max: number;
  /** Several lines and paragraphs instead of one line. */
  prose?: boolean;
  /** What the whole text has to match, with the problem code that says so. */
  pattern?: { matches: RegExp; otherwise: string };
  /** Names something of which several records are part, in whichever dossier: their pages lead to one another. */
  joins?: true;
  /** A number in a register: the same with and without signs between its letters and digits. */
  registered?: true;
}

export interface TextField<O extends boolean = boolean> extends FieldOf<"text", string, O, typeof storage> {
  readonly max: number;
  readonly prose: boolean;
  readonly joins: boolean;
}

// NUL cannot be stored by PostgreSQL; the other control characters have no place in a record.
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
/** Something that can be seen. */
const visible = /[^\p{C}\p{Z}]/u;

/** What stands where a program could not read a character. */
const lost = "\uFFFD";

/** The doubt whether a text is whole. */
export function doubtsOfText(value: string, path: string): FieldDoubt[] {
  return value.includes(lost) ? [{ path, code: "doubt.text.lost", about: value }] : [];
}

/** Plain text, kept as typed but for Unicode composition (NFC) and line endings. Never markup. */
export function text<const S extends TextSettings>(settings: S & TextSettings): TextField<IsOptional<S>> {
  const { max, prose = false, pattern, joins = false, registered = false } = settings;
  const field = makeField<"text", string, IsOptional<S>, typeof storage>("text", settings, {
    storage,
    exported,
    schema: () =>
      oneLine((typed, context) => {
        // Composed, a text is a quarter as long at the least.
        if (typed.length > 4 * max) return refuse(context, "text.tooLong", { max, length: typed.length });
        const lines = typed.normalize("NFC").replace(/\r\n?/g, "\n");
        const clean = prose ? lines : lines.replaceAll("\n", " ");
        if (control.test(clean) || turnsWriting(clean) || !clean.isWellFormed() || !visible.test(clean))
          return refuse(context, "text.control");
        if (clean.length > max) return refuse(context, "text.tooLong", { max, length: clean.length });
        if (pattern && !pattern.matches.test(clean)) return refuse(context, pattern.otherwise);
        return clean;
      }, settings),
    type: (value) => value,
    show: (value) => value,
    isFreeText: true,
    texts: (value) => [{ text: value, isProse: prose }],
    doubts: doubtsOfText,
    ...(registered && { likeness: registerKey, otherWords: registerSpellings }),
    sample: ({ key, number }) => `Made-up ${key} ${number}`,
  });
  return { ...field, max, prose, joins };
}
