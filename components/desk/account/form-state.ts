import type { SignedOut } from "../sending/sent-form";

/** What an account form was answered. Never holds a password that was typed. */
export type AccountFormState =
  | { outcome: "none" }
  /** `shownOnce` is what cannot be shown again, as a new password or a private address. */
  | { outcome: "done"; says: string; shownOnce?: { label: string; text: string } }
  | {
      outcome: "refused";
      /** Nothing was done: the sender is not signed in, or another is. */
      reason?: SignedOut["reason"];
      /** What is wrong with the whole, if not with single fields. */
      says?: string;
      /** What is wrong, by field. */
      errors: Record<string, string>;
      /** What was typed, by field, passwords apart. */
      typed: Record<string, string>;
    };

export type AccountFormAction = (last: AccountFormState, form: FormData) => Promise<AccountFormState>;

/** One field of an account form, in words. */
export interface AccountField {
  name: string;
  label: string;
  help?: string;
  /** `lines`: a text of several lines. */
  type: "email" | "text" | "password" | "choice" | "date" | "time" | "lines";
  /** Has the focus as the page opens, where there is nothing else to do on it. */
  isFirst?: boolean;
  /** How many lines are seen of a text of several lines. */
  rows?: number;
  /** The most characters that can be typed. */
  most?: number;
  autoComplete?: string;
  /** What it holds at first. */
  value?: string;
  options?: { value: string; label: string }[];
}
