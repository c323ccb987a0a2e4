/** Keeps what is typed in one form: sends it when it is due, and knows where the record stands. */
import { newRowId } from "@/lib/domain/row-id";
import type { AutosaveAnswer, Standing, WriteAnswer } from "../answer";
import * as plan from "./schedule";

export type Trouble = Extract<AutosaveAnswer, { ok: false }>["reason"];

/** How it stands with what was typed, for the one place that tells. */
export interface Keeping {
  /** How many edits there were. */
  edits: number;
  isUnkept: boolean;
  isSending: boolean;
  trouble: Trouble | null;
  /** When something was last kept, in milliseconds; null where nothing was since the last button. */
  keptAt: number | null;
}

export interface AutosaverSettings {
  standing: Standing | null;
  /** The form as it is just now. */
  read: () => FormData | null;
  /** Whether it holds nothing but what a new form began with. */
  isAsBegun: (data: FormData) => boolean;
  post: (data: FormData, isLeaving: boolean) => Promise<AutosaveAnswer>;
  onKeeping: (keeping: Keeping) => void;
  /** Where the record stands has changed; null where it is gone, since nothing was left of it. `data` is what is kept. */
  onStanding: (standing: Standing | null, data: FormData) => void;
  onRefusal: (refusal: Extract<AutosaveAnswer, { ok: false }>, data: FormData) => void;
  /** The form is gone with what is not kept yet; told again once what it sent as it went is. */
  onLeft: (data: FormData, isKept: boolean) => void;
}

/** These pass by themselves, or by signing in elsewhere: they are tried again. */
const passing: ReadonlySet<Trouble> = new Set(["network", "unavailable", "failed", "signedOut"]);

/** These wait for a person. What else a button is refused for says nothing of what is typed. */
const lasting: ReadonlySet<Trouble> = new Set(["stale", "missing", "forbidden"]);

/** One for each form while it is on a page. */
export class Autosaver {
  readonly tab = newRowId();
  standing: Standing | null;
  #settings: AutosaverSettings;
  #plan = plan.atRest;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #underWay: Promise<void> | null = null;
  #isHeld = false;
  #isStopped = false;
  #trouble: Trouble | null = null;
  #keptAt: number | null = null;
  /** The id that a new record shall have; a request with it may have come through unanswered. */
  #begun: string | null = null;

  constructor(settings: AutosaverSettings) {
    this.#settings = settings;
    this.standing = settings.standing;
  }

  get isUnkept(): boolean {
    return plan.isUnkept(this.#plan);
  }

  /** Something was typed. */
  typed(): void {
    this.#become(plan.typed(this.#plan, Date.now()));
  }

  /** Sends now what is not kept yet. Returns whether all is kept. */
  async flush(isLeaving = false): Promise<boolean> {
    if (isLeaving) {
      if (this.isUnkept) void this.#send(true);
      return !this.isUnkept;
    }
    for (let tries = 0; tries < 3 && this.isUnkept && !this.#plan.isHalted; tries += 1) {
      const before = this.#plan.failures;
      await (this.#underWay ?? this.#send(false));
      if (this.#plan.failures > before) break;
    }
    return !this.isUnkept;
  }

  /** Tries again at once what had failed. */
  retry(): void {
    this.#become(plan.resumed(this.#plan));
    void this.flush();
  }

  /** Goes on after another's version, which the editor has seen. */
  settleOn(version: number): void {
    if (this.standing) this.standing = { ...this.standing, version };
    this.#trouble = null;
    this.#become(plan.resumed(this.#plan));
  }

  /** The record is gone: what is typed is to become another. */
  startAnew(): void {
    this.standing = null;
    this.#begun = null;
    this.#trouble = null;
  }

  /** Names the record, the version and the tab in what is sent. */
  sign(data: FormData): FormData {
    const id = this.standing?.id ?? this.#begun ?? "";
    data.set("_id", id);
    data.set("_version", String(this.standing?.version ?? 0));
    data.set("_live", "1");
    data.set("_tab", this.tab);
    data.set("_edit", String(this.#plan.edits));
    return data;
  }

  /**
   * Does what a button asks, with no autosave meanwhile; `work` reads the form first of all. A move keeps nothing of what
   * is typed. Where another's changes are still to be met, no autosave follows either until `settleOn`: it would write over
   * them, and what is typed would then pass for what the editor began with. Returns its answer, and whether more was typed
   * until it came.
   */
  async byButton(
    work: () => Promise<WriteAnswer>,
    { isMove = false, isMetAfter = false } = {},
  ): Promise<{ answer: WriteAnswer; isTypedOn: boolean }> {
    this.#isHeld = true;
    clearTimeout(this.#timer);
    await (this.#underWay ?? undefined);
    const { edits } = this.#plan;
    // Should its answer be lost, what is sent next is of the same record.
    if (!this.standing && !isMove) this.#begun ??= newRowId();
    try {
      const answer = await work();
      const stands: Standing | undefined = answer.ok ? answer : answer.made;
      if (stands) {
        this.standing = standingOf(stands);
        this.#trouble = null;
        this.#keptAt = null;
        if (!isMove) this.#plan = plan.kept(this.#plan, edits, Date.now());
        else this.#plan = isMetAfter ? plan.halted(this.#plan) : plan.resumed(this.#plan);
      } else if (!answer.ok && (passing.has(answer.reason) || lasting.has(answer.reason))) {
        this.#trouble = answer.reason;
        if (!passing.has(answer.reason)) this.#plan = plan.halted(this.#plan);
      }
      return { answer, isTypedOn: this.#plan.edits !== edits };
    } finally {
      this.#isHeld = false;
      this.#become(this.#plan);
    }
  }

  /** The form is on the page. */
  start(): void {
    this.#isStopped = false;
  }

  /** The form is gone: what is not kept is sent, and of what is answered only whether it is kept matters any more. */
  stop(): void {
    const data = this.isUnkept ? this.#settings.read() : null;
    const isNothing = data && !this.standing && !this.#begun && this.#settings.isAsBegun(data);
    if (data && !isNothing) this.#settings.onLeft(data, false);
    void this.flush(true);
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #become(next: plan.Schedule): void {
    this.#plan = next;
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    const due = plan.dueAt(next);
    if (due !== null && !this.#isHeld)
      this.#timer = setTimeout(() => void this.#send(false), Math.max(0, due - Date.now()));
    this.#settings.onKeeping({
      edits: next.edits,
      isUnkept: plan.isUnkept(next),
      isSending: next.sending !== null,
      trouble: plan.isUnkept(next) ? this.#trouble : null,
      keptAt: this.#keptAt,
    });
  }

  #send(isLeaving: boolean): Promise<void> {
    const data = this.#settings.read();
    if (!data) return Promise.resolve();
    const isAsBegun = this.#settings.isAsBegun(data);
    if (isAsBegun && !this.standing && !this.#begun) {
      // Nothing was begun, and nothing is left to begin.
      this.#become(plan.kept(this.#plan, this.#plan.edits, Date.now()));
      return Promise.resolve();
    }
    if (!this.standing) this.#begun ??= newRowId();
    this.sign(data);
    if (isAsBegun) data.set("_asBegun", "1");
    const { edits } = this.#plan;
    this.#become(plan.sent(this.#plan));
    const underWay = this.#settings.post(data, isLeaving).then((answer) => {
      if (this.#underWay === underWay) this.#underWay = null;
      this.#heard(answer, edits, data);
    });
    this.#underWay = underWay;
    return underWay;
  }

  #heard(answer: AutosaveAnswer, edits: number, data: FormData): void {
    if (this.#isStopped) {
      if (answer.ok && edits === this.#plan.edits) this.#settings.onLeft(data, true);
      return;
    }
    if (answer.ok) {
      this.#trouble = null;
      this.#keptAt = answer.isGone ? null : Date.now();
      const { isGone } = answer;
      this.standing = isGone ? null : standingOf(answer);
      if (isGone) this.#begun = null;
      this.#settings.onStanding(this.standing, data);
      return this.#become(plan.kept(this.#plan, edits, Date.now()));
    }
    this.#trouble = answer.reason;
    this.#become(
      passing.has(answer.reason)
        ? plan.failed(this.#plan, Date.now(), Math.random())
        : plan.halted(this.#plan),
    );
    this.#settings.onRefusal(answer, data);
  }
}

function standingOf({ id, version, state, publicPath }: Standing): Standing {
  return { id, version, state, publicPath };
}
