"use client";
/** The course of a form's saves: one at a time, each answered, nothing typed ever thrown away. */
import { useRouter } from "next/navigation";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { sameTyped } from "@/lib/domain/compare-rows";
import type { Typed } from "@/lib/domain/fields/typed";
import { moveOf } from "@/lib/domain/lifecycle";
import { readRecordForm } from "@/lib/domain/record-form";
import type { Intent, Standing, WriteAnswer, WriteRecord } from "./answer";
import { Autosaver, type Keeping } from "./autosave/autosaver";
import { postForm } from "./autosave/post-form";
import { RecordAddress } from "./autosave/record-address";
import type { FormSpec } from "./form-spec";
import { leaveFocus } from "./focus-return";
import { whyNoAnswer } from "../sending/no-answer";
import { expectOwnPage, forgetOwnPage } from "./own-page";
import { useHold } from "./use-hold";
import type { Stale } from "./use-conflict";

interface SavingSettings {
  form: RefObject<HTMLFormElement | null>;
  spec: FormSpec;
  write: WriteRecord;
  /** Whose the copy is that this browser keeps of what the server could not. */
  account: string;
  /** Null while the record is not saved for the first time. */
  standing: Standing | null;
  /** Whether the page is that of a new record, rather than one of the record's own. */
  isNew: boolean;
  /** What the editor began with, undefined where that is not known. */
  base: Typed | undefined;
  /** Whether parts of the form hold what a save with this intent does not keep. */
  holdsPending: (intent: Intent) => boolean;
}

/** What was said to the last save, and what it was about. */
export interface Said {
  answer: WriteAnswer;
  intent: Intent;
  /** What was sent, for comparing it with what stands. */
  sent: Typed;
  /** The same with the rows that were left empty, as the form showed it. */
  shown: Typed;
  /** No button was pressed for it: the focus stays where it is. */
  isUnasked?: true;
}

const atFirst: Keeping = { edits: 0, isUnkept: false, isSending: false, trouble: null, keptAt: null };

/** Keeps where the record stands, what was answered to its last save, and how to send the form. */
export function useSaving({ form, spec, write, account, isNew, holdsPending, ...initial }: SavingSettings) {
  const router = useRouter();
  const [standing, setStanding] = useState(initial.standing);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState<Intent | null>(null);
  const [keeping, setKeeping] = useState(atFirst);
  const isBusy = useRef(false);
  const base = useRef(initial.base);
  const { path, fields } = spec;

  const read = useCallback(
    (data: FormData, emptyRows: "drop" | "keep" = "drop") =>
      readRecordForm(fields, [...data.entries()], { unknown: "skip", emptyRows }),
    [fields],
  );
  const [address] = useState(() => new RecordAddress());
  const [saver] = useState((): Autosaver => {
    const saver = new Autosaver({
      standing: initial.standing,
      read: () => form.current && new FormData(form.current),
      isAsBegun: (data) => isNew && initial.base !== undefined && holdsSame(read(data), initial.base),
      post: (data, isLeaving) => postForm(path, data, isLeaving),
      onKeeping: (next) => setKeeping((was) => (isSameKeeping(was, next) ? was : next)),
      onStanding(next, data) {
        base.current = read(data);
        setStanding((was) => (isSameStanding(was, next) ? was : next));
        setSaid((was) => (was?.isUnasked ? null : was));
        if (isNew) address.show(next && `/admin/${path}/${next.id}`);
      },
      onRefusal(refusal, data) {
        if (!("typed" in refusal)) return;
        const answer = { ...refusal, typed: read(data) };
        setSaid({ answer, intent: "save", sent: answer.typed, shown: read(data, "keep"), isUnasked: true });
      },
      onLeft(data, isKept) {
        const { tab, standing } = saver;
        const copy = { account, record: `${path}/${standing?.id ?? "new"}`, tab, at: Date.now() };
        const whole = { ...copy, typed: read(data), base: base.current };
        void import("./autosave/local-copy")
          .then((copies) => (isKept ? copies.dropCopies([copy]) : copies.keepLeft(whole)))
          // A browser that keeps nothing has nothing any more.
          .catch(() => undefined);
      },
    });
    return saver;
  });

  // Sent while the form is still there, where Back leaves its page without leaving the document.
  useLayoutEffect(() => {
    saver.start();
    return () => {
      saver.stop();
      forgetOwnPage();
    };
  }, [saver]);
  const hold = useHold(form);
  // Back to a page that was left as a new record's, and has become a record's own.
  useEffect(() => {
    if (isNew && !location.pathname.endsWith("/new")) location.reload();
  }, [isNew]);

  /**
   * Sends the form as it stands; `over` names the version to save over, where the editor has decided to. Nothing more is
   * sent where another's changes are met after it, until they are.
   */
  const ask = useCallback(
    async (intent: Intent, over?: number, isMetAfter = false) => {
      const was: { sent: Typed; shown: Typed } = { sent: {}, shown: {} };
      const { answer, isTypedOn } = await saver.byButton(
        async () => {
          const data = new FormData(form.current ?? undefined);
          Object.assign(was, { sent: read(data), shown: read(data, "keep") });
          saver.sign(data).set("_intent", intent);
          if (over !== undefined) data.set("_version", String(over));
          const sentVersion = Number(data.get("_version"));
          const unanswered = (error: unknown): WriteAnswer => ({
            ...{ ok: false, reason: whyNoAnswer(error) },
            ...{ typed: was.sent, sentVersion },
          });
          return write(null, data).catch(unanswered);
        },
        { isMove: isMove(intent), isMetAfter },
      );
      return { said: { answer, intent, ...was }, isTypedOn };
    },
    [form, read, saver, write],
  );

  const ownId = isNew ? undefined : initial.standing?.id;
  const isElsewhere = useCallback((id: string) => id !== ownId, [ownId]);

  /** Does what a button asks. What was typed is saved before a record is taken down or trashed. */
  const send = useCallback(
    async (intent: Intent, over?: number): Promise<void> => {
      if (!form.current || isBusy.current) return;
      isBusy.current = true;
      hold();
      setBusy(intent);
      const steps: Intent[] = isMove(intent) && saver.isUnkept ? ["save", intent] : [intent];
      let isSavedBefore = false;
      for (const step of steps) {
        const { said: told, isTypedOn } = await ask(step, over);
        const { answer, sent } = told;
        setSaid(told);
        setStanding(saver.standing);
        if (!answer.ok) {
          if (isNew && answer.made) address.show(`/admin/${path}/${answer.made.id}`);
          if (isSavedBefore) router.refresh();
          break;
        }
        base.current = sent;
        // The move that follows draws the page anew; drawn twice, the first page would take the focus from the second.
        if (step !== intent) {
          isSavedBefore = true;
          continue;
        }
        leaveFocus(answer.id);
        // A page of its own for what is saved now; later, where the editor has typed on meanwhile.
        if (isElsewhere(answer.id) && intent !== "save-and-next") {
          if (isTypedOn || holdsPending(step)) continue;
          expectOwnPage(answer);
          router.replace(answer.next ?? `/admin/${path}/${answer.id}?did=${moveOf[step]}`);
        } else if (answer.next) router.push(answer.next);
        // History and references beside the form are the page's own: it draws them anew.
        else router.refresh();
      }
      isBusy.current = false;
      setBusy(null);
    },
    [form, path, isNew, isElsewhere, holdsPending, saver, address, ask, hold, router],
  );

  /** Takes the version that another person saved as the one to save over from now on. */
  function settleOn(stale: { version: number; theirs: Typed }) {
    base.current = stale.theirs;
    saver.settleOn(stale.version);
    setStanding(saver.standing);
    setSaid(null);
  }

  /** Takes the record out of the trash, where another person put it, and then meets what they had changed in it before. */
  async function takeOutOfTrash(stale: Stale): Promise<void> {
    const { said: told } = await ask("untrash", stale.version, true);
    setStanding(saver.standing);
    const { answer } = told;
    const found: Stale = { ...stale, state: "draft", did: "untrash", version: saver.standing?.version ?? 0 };
    setSaid({ ...told, intent: "save", answer: answer.ok ? found : answer });
  }

  /** Saves what was typed as another record, where the one it was of is gone. */
  function saveAnew(): void {
    saver.startAnew();
    void send("save");
  }

  const touched = useCallback(() => {
    hold();
    saver.typed();
  }, [saver, hold]);
  return { standing, said, busy, base, keeping, saver, touched, send, settleOn, takeOutOfTrash, saveAnew };
}

function holdsSame(one: Typed, other: Typed): boolean {
  return Object.entries(one).every(([key, value]) => sameTyped(value, other[key] ?? ""));
}

/** Versions pass by unseen: only what is shown of it draws the form anew. */
function isSameStanding(one: Standing | null, other: Standing | null): boolean {
  return one?.id === other?.id && one?.state === other?.state && one?.publicPath === other?.publicPath;
}

/** Each key is an edit: where all is well the form is not drawn anew for it. */
function isSameKeeping(one: Keeping, other: Keeping): boolean {
  const { edits, ...was } = one;
  const { edits: now, ...is } = other;
  return JSON.stringify(was) === JSON.stringify(is) && (edits === now || other.trouble === null);
}

/** What changes only where the record stands. */
function isMove(intent: Intent): boolean {
  return intent === "trash" || intent === "untrash" || intent === "unpublish";
}
