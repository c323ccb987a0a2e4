/** What an announcement has come to, as its steps say: from the record alone, whatever the day. */
import { sortDay } from "../partial-date";

export const fulfilments = ["kept", "partly", "open", "lapsed", "unknown"] as const;
export type Fulfilment = (typeof fulfilments)[number];

interface Step {
  date?: string;
  fulfilment?: Exclude<Fulfilment, "unknown">;
}

/** A step that says what the announcement has come to by it; EDTF, as far as its date is recorded. */
export interface TellingStep {
  fulfilment: Exclude<Fulfilment, "unknown">;
  date: string | undefined;
}

/** The steps that say what has come of an announcement, in the order of their dates: those without one come last. */
export function tellingSteps(steps: readonly Step[] = []): TellingStep[] {
  return steps
    .flatMap(({ date, fulfilment }) => (fulfilment ? [{ date, fulfilment }] : []))
    .map((step) => ({ step, day: sortDay(step.date) ?? "9999" }))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(({ step }) => step);
}

/** What an announcement has come to: what the last such step says; unknown where there is none. */
export function fulfilmentOf({ steps }: { steps?: readonly Step[] }): Fulfilment {
  return tellingSteps(steps).at(-1)?.fulfilment ?? "unknown";
}
