"use client";
/** The form of a record of any kind, drawn from its definition. */
import {
  type FormEvent,
  lazy,
  Suspense,
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { readRecordForm } from "@/lib/domain/record-form";
import { isAtOrBelow } from "@/lib/domain/paths";
import { ActionBar } from "./action-bar";
import type { Intent } from "./answer";
import { ChangeNote, holdsNote, saysNote } from "./change-note";
import { begunFrom } from "./begun-from";
import { useLocalCopy } from "./autosave/use-local-copy";
import { useLeaving } from "./autosave/use-leaving";
import { usePendingParts } from "./autosave/use-pending-parts";
import { doneWords } from "./done-words";
import { DoubtsProvider } from "./doubts-at";
import { type Round, redrawn } from "./drawn-round";
import { FormProvider, ProblemsProvider, WordsProvider } from "./form-context";
import { wordAt } from "./fill";
import { FormNotices } from "./form-notices";
import type { EntryChoice } from "./form-spec";
import { panelOf } from "./panels";
import { unsentForms, unsentMark } from "../leaving/unsent";
import { LivePreview } from "./preview/live-preview";
import { useHeldBack } from "./own-page";
import { Presence } from "./presence";
import type { RecordFormProps } from "./record-form-props";
import { SignInAgain } from "./sign-in-again";
import { type Settled, useConflict } from "./use-conflict";
import { FormFields } from "./form-fields";
import { FormSide } from "./form-side";
import { useFormFocus } from "./use-form-focus";
import { useSaving } from "./use-saving";
import { useShared } from "./use-shared";
import { useTyping } from "./use-typing";
import { followPair, keepEnter, useSaveKey } from "./shortcuts";

// Only where this browser kept something.
const KeptHere = lazy(() => import("./autosave/kept-here").then((part) => ({ default: part.KeptHere })));

/** The form of one record of any kind, with its buttons, its notices and what is said of its state. */
export function RecordForm(props: RecordFormProps) {
  useHeldBack(props.standing, props.did);
  const { spec, words, dossierId, write, account } = props;
  const form = useRef<HTMLFormElement>(null);
  const panel = panelOf(spec.kind);
  // Without scripts the form posts itself, and this is how the answer comes back.
  const [posted, post] = useActionState(write, null);
  const [begun] = useState(() => begunFrom(posted, props));
  // A field shows other values than were typed only by being drawn anew.
  const [round, setRound] = useState<Round>({ typed: begun.typed, redrawn: {} });
  const [takenIn, setTakenIn] = useState<Settled | null>(null);
  const { pending, pends, holdsPending } = usePendingParts();
  const [hasNote, setHasNote] = useState(false);
  const saving = useSaving({
    form,
    ...{ spec, write, account },
    standing: begun.standing,
    base: begun.base,
    isNew: !props.standing,
    holdsPending: useCallback(
      (intent: Intent) => holdsPending() || (!saysNote(intent) && holdsNote(form.current)),
      [holdsPending],
    ),
  });
  const { standing, said, busy, keeping, saver, send } = saving;
  const unkeepable = pending + (hasNote ? 1 : 0);
  useLeaving(saver, { isUnkept: keeping.isUnkept, pending: unkeepable }, wordAt(words, "leaveAsk"));
  const { doubts, typedNow, present, touched } = useTyping(form, props, saving, round.typed);
  const [settled, setSettled] = useState<string[]>([]);
  const [afterSignIn, setAfterSignIn] = useState<{ go: () => void } | null>(null);
  const [known] = useState(() => new Map<string, EntryChoice>());
  // Drawn anew after a save, the page brings what was saved; what pickers have found since then stays.
  useMemo(() => props.known.forEach((one) => known.set(one.id, one)), [props.known, known]);

  /** Shows two changes put together, and goes on from the version that they were made upon. */
  function takeIn({ stale, typed, taken }: Settled) {
    for (const choice of stale.known) known.set(choice.id, choice);
    const focused = document.activeElement?.id;
    // Before anything can be sent over the other's version.
    flushSync(() => setRound((was) => redrawn(was, typed, taken)));
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
    saving.settleOn(stale);
    setTakenIn(taken.length > 0 ? { stale, typed, taken } : null);
  }
  const asked = useConflict({
    ...{ form, fields: spec.fields, said, posted, base: saving.base },
    onMerged(settled, { intent, isUnasked }) {
      takeIn(settled);
      if (!isUnasked) void send(intent, settled.stale.version);
    },
  });

  const readNow = useCallback(
    () =>
      form.current &&
      readRecordForm(spec.fields, [...new FormData(form.current).entries()], { unknown: "skip" }),
    [spec.fields],
  );
  const here = useLocalCopy({
    ...{ saver, keeping, account, base: saving.base, path: spec.path, read: readNow },
  });

  const answer = said?.answer ?? posted;
  const shown = said?.shown ?? round.typed;
  const { warnings: warned } = props;
  const warnings = answer ? (answer.ok ? answer.warnings : []) : warned;
  const problems = useMemo(() => {
    const said = answer && !answer.ok && answer.reason === "invalid" ? answer.problems : warnings;
    return said.filter(({ path }) => !settled.some((base) => isAtOrBelow(path, base)));
  }, [answer, warnings, settled]);

  useSaveKey(() => void send("save"));
  useEffect(() => setSettled([]), [said]);
  useFormFocus({
    ...{ form, said, asked },
    arrival: { recordId: props.standing?.id ?? null, did: props.did, focusOn: props.focusOn },
    onSignedOut: (intent) => setAfterSignIn({ go: () => void send(intent) }),
  });

  const settle = useCallback((path: string) => setSettled((was) => [...was, path]), []);
  const signInAgain = useCallback((go: () => void) => setAfterSignIn({ go }), []);
  const shared = useShared(props, {
    ...{ recordId: standing?.id ?? null, typedNow, known, touched, pends, settle, signInAgain },
    // Without scripts, by which alone a row can be opened, an answer comes with every row open.
    opensRows: props.opensRows || posted !== null,
  });

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const intent = (button?.value || "save") as Intent;
    // The next form takes the place of what is typed and not chosen yet, and both take that of what is typed beside this one.
    const leaves = intent === "save-and-next" || intent === "trash";
    const loses = (intent === "save-and-next" && unkeepable > 0) || unsentForms(document).length > 0;
    if (leaves && loses && !confirm(wordAt(words, "leaveAsk"))) return;
    void send(intent);
  }

  const done = said?.answer.ok
    ? wordAt(words, said.answer.isUnchanged ? "unchanged" : doneWords[said.intent])
    : (props.greeting ?? "");
  return (
    <WordsProvider value={words}>
      <FormProvider value={shared}>
        <form
          ref={form}
          action={post}
          onSubmit={onSubmit}
          onKeyDown={keepEnter}
          onInput={(event) => {
            touched();
            if (spec.pair && props.sides) followPair(event, spec.pair, props.sides);
          }}
          noValidate
          autoComplete="off"
          className="record-form record-middle"
          {...((unkeepable > 0 || (keeping.isUnkept && keeping.trouble !== null)) && { [unsentMark]: "" })}
        >
          <input type="hidden" name="_kind" value={spec.kind} />
          <input type="hidden" name="_id" value={standing?.id ?? ""} />
          <input type="hidden" name="_version" value={standing?.version ?? 0} />
          <input type="hidden" name="_dossier" value={dossierId ?? ""} />
          <noscript>
            <p className="notice">{wordAt(words, "needsScripts")}</p>
          </noscript>
          <Presence {...present} />
          <FormNotices
            {...{ spec, said, answer, asked, problems, warnings, takenIn, shown }}
            onSettle={(settled, andGoOn) => {
              takeIn(settled);
              if (andGoOn) void send(said?.intent ?? "save", settled.stale.version);
              else touched();
            }}
            onRestore={(stale) => void saving.takeOutOfTrash(stale)}
            onRetry={(intent) => void send(intent)}
            onSaveAnew={saving.saveAnew}
          >
            {here.offered && (
              <Suspense>
                <KeptHere
                  copy={here.offered}
                  fields={spec.fields}
                  read={() => readNow() ?? round.typed}
                  onTake={(typed, taken) => {
                    here.take();
                    flushSync(() => setRound((was) => redrawn(was, typed, taken)));
                    touched();
                  }}
                  onForget={here.forget}
                />
              </Suspense>
            )}
          </FormNotices>
          <LivePreview form={form} preview={props.preview} />
          <DoubtsProvider value={doubts}>
            <ProblemsProvider value={problems}>
              <FormFields form={form} fields={spec.fields} panel={panel} round={round} />
            </ProblemsProvider>
          </DoubtsProvider>
          {(props.canPublish || props.asksReview) && (
            <ChangeNote
              said={said?.answer.ok && saysNote(said.intent) && said}
              readBy={props.canPublish ? "readers" : "editors"}
              onTyped={setHasNote}
            />
          )}
          <ActionBar
            badge={props.badges[standing?.state ?? "draft"]}
            standing={standing}
            busy={busy}
            keeping={keeping}
            isPending={pending > 0}
            onSignIn={() => setAfterSignIn({ go: () => saver.retry() })}
            onRetry={() => saver.retry()}
            done={done}
            canPublish={props.canPublish}
            asksReview={props.asksReview}
            next={panel.next}
            path={spec.path}
            breaks={props.breaks ?? null}
            isUnchanged={said ? said.answer.ok && said.answer.isUnchanged === true : props.did === "nothing"}
          />
        </form>
        <FormSide fields={spec.fields} typed={shown} doubts={doubts}>
          {props.side}
        </FormSide>
        {afterSignIn && (
          <SignInAgain
            signIn={props.signIn}
            onSignedIn={() => {
              setAfterSignIn(null);
              afterSignIn.go();
            }}
            onLater={() => setAfterSignIn(null)}
          />
        )}
      </FormProvider>
    </WordsProvider>
  );
}
