/** Messages by mail: their words are in `messages/en.mail.json`, a subject and a text for each. */
import "server-only";
// Its core alone, which does without React: mail is written by processes outside Next too.
import { createTranslator, type Messages } from "use-intl/core";
import { publicUrl } from "@/lib/env";
import words from "@/messages/en.mail.json";

/** What there is to write about. */
export type MailKey = Exclude<keyof typeof words, "frame">;

/** A message that is ready to be sent, to whomever. */
export interface Letter {
  /** One line, at most `longestSubject` characters. */
  subject: string;
  /** Plain text. */
  text: string;
}

const messages: Messages = words;

/** Of what people typed, subjects hold no more characters than these. */
const longestSubject = 150;

/**
 * The message about something, with the values that its words name; `path`, an address of the site as `/admin`, becomes
 * the value `link`. @throws for a word or a value that is missing.
 */
export function writeMail(key: MailKey, values: Record<string, string | number>, path: string): Letter {
  const t = createTranslator({
    locale: "en",
    messages,
    onError: (error) => {
      throw error;
    },
  });
  const address = publicUrl();
  const all = { ...values, link: `${address}${path}` };
  const subject = oneLine(t(`${key}.subject`, all));
  const text = t("frame", { text: t(`${key}.text`, all), site: "Entente", address });
  return { subject, text };
}

/** A text in one line, cut where it is too long for a subject. */
function oneLine(text: string): string {
  const line = text.trim().split(/\s+/).join(" ");
  const letters = [...line];
  return letters.length > longestSubject ? `${letters.slice(0, longestSubject - 1).join("")}…` : line;
}
