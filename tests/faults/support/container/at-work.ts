/**
 * An editor who publishes one change after the other, and readers, at a site whose certificate Node is told to trust as it starts: a
 * process of its own. `E2E_EMAIL` and `E2E_PASSWORD` sign in; it goes on until it is told to end, and says then what it saw, as JSON.
 */
import { once } from "node:events";
import { PlainBrowser, signInPlainly } from "../../../../e2e/support/plain-browser";
import { slug } from "../first-dossier";
import { publishChange } from "../publishing";
import { startReaders, type Reading } from "../readers";

export interface Seen {
  /** Titles whose publication the desk acknowledged, in their order. */
  published: string[];
  /** How many publications it did not. */
  refused: number;
  reading: Reading;
}

async function work(): Promise<void> {
  const [origin = "", { E2E_EMAIL: email = "", E2E_PASSWORD: password = "" }] = [
    process.argv[2],
    process.env,
  ];
  let isOver = false;
  void once(process, "SIGTERM").then(() => (isOver = true));
  const browser = new PlainBrowser({ origin });
  await signInPlainly(browser, { email, password });
  const readers = startReaders(origin, {
    "/": "<html",
    [`/${slug}`]: "<html",
    [`/${slug}/history`]: "<html",
  });
  const published: string[] = [];
  let refused = 0;
  console.log("at work");
  for (let number = 0; !isOver && number < 10_000; number += 1)
    await publishChange(browser, `Change ${number} of a drill`).then(
      () => published.push(`Change ${number} of a drill`),
      () => (refused += 1),
    );
  const reading = await readers.stop();
  console.log(JSON.stringify({ published, refused, reading } satisfies Seen));
}

void work();
