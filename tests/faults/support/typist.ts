/** A person who types in a form of the desk, whose every edit is sent by the form's own autosaver. */
import type { PlainBrowser } from "../../../e2e/support/plain-browser";
import { Autosaver } from "@/components/desk/form/autosave/autosaver";
import type { AutosaveAnswer, Standing } from "@/components/desk/form/answer";
import { database } from "@/lib/database/client";

export class Typist {
  /** How many words were typed, and how many of them the server has said to have. */
  typed = 0;
  acknowledged = 0;
  unanswered = 0;
  /** A refusal that no fault of the server explains. */
  refused: string | null = null;
  readonly #saver: Autosaver;

  /** Types in an event with this title; `standing` is null for one that the first word makes. */
  constructor(
    readonly browser: PlainBrowser,
    readonly title: string,
    dossierId: string,
    standing: Standing | null = null,
  ) {
    this.#saver = new Autosaver({
      standing,
      read: () => this.#form(dossierId),
      isAsBegun: () => false,
      post: (data) => this.#post(data),
      onKeeping: () => undefined,
      onLeft: () => undefined,
      onStanding: (_, data) => (this.acknowledged = wordsIn(String(data.get("text")))),
      onRefusal: ({ reason }) => {
        if (reason === "network" || reason === "unavailable") this.unanswered += 1;
        else this.refused = reason;
      },
    });
  }

  /** Types one word and sends it; resolves when that is answered, or was cut off. */
  async type(): Promise<void> {
    this.typed += 1;
    this.#saver.typed();
    await this.#saver.flush();
  }

  /** Sends what is not kept yet. */
  again(): Promise<boolean> {
    return this.#saver.flush();
  }

  stop(): void {
    this.#saver.stop();
  }

  /** How many words are in the database, of the one record that there is. Throws where that is not as the server said. */
  async check(): Promise<number> {
    const found = await database().$queryRaw<{ text: string | null }[]>`
      SELECT "draft"->>'text' AS "text" FROM "Entry" WHERE "draft"->>'title' = ${this.title}`;
    const words = found[0] ? wordsIn(found[0].text ?? "") : 0;
    if (found.length > 1) throw new Error(`${this.title} was begun ${found.length} times`);
    if (this.refused) throw new Error(`${this.title} was refused: ${this.refused}`);
    if (words < this.acknowledged)
      throw new Error(`acknowledged words are gone: ${words} of ${this.acknowledged}`);
    if (words > this.typed) throw new Error(`${words} words were never typed`);
    return words;
  }

  #form(dossierId: string): FormData {
    const data = new FormData();
    const values = { _kind: "event", _dossier: dossierId, title: this.title, text: `Words: ${this.typed}` };
    for (const [name, value] of Object.entries(values)) data.set(name, value);
    return data;
  }

  async #post(body: FormData): Promise<AutosaveAnswer> {
    try {
      const headers = { origin: this.browser.settings.origin };
      const answer = await this.browser.ask("/admin/history/autosave", { method: "POST", body, headers });
      if (answer.headers.get("content-type")?.startsWith("application/json"))
        return (await answer.json()) as AutosaveAnswer;
      return { ok: false, reason: answer.status === 503 ? "unavailable" : "failed" };
    } catch {
      return { ok: false, reason: "network" };
    }
  }
}

const wordsIn = (text: string) => Number(/^Words: (\d+)$/.exec(text)?.[1] ?? NaN);
