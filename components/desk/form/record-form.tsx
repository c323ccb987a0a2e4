"use client";
/** The form of a record of any kind, drawn from its definition. */
import {
  type FormEvent,
  lazy,
  type ReactNode,
  Suspense,
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import type { Typed } from "@/lib/domain/fields/field";
import { moveOf } from "@/lib/domain/lifecycle";
import { readRecordForm } from "@/lib/domain/record-form";
import { isAtOrBelow } from "@/lib/domain/paths";
import type { Sides } from "@/lib/domain/sides";
import type { SignInWords } from "../sign-in-form";
import { ActionBar } from "./action-bar";
import type {
  EntryState,
  Intent,
  MakePerson,
  MakeSource,
  ShownProblem,
  Standing,
  WriteRecord,
} from "./answer";
import type { CitationMark } from "./cited-by";
import { ChangeNote, holdsNote, saysNote } from "./change-note";
import { begunFrom } from "./begun-from";
import { useLocalCopy } from "./autosave/use-local-copy";
import { useLeaving } from "./autosave/use-leaving";
import { usePendingParts } from "./autosave/use-pending-parts";
import { Conflict } from "./conflict";
import { labelAt } from "./form-paths";
import { DoubtsProvider } from "./doubts-at";
import { type Round, redrawn } from "./drawn-round";
import { ProblemList } from "./error-summary";
import {
  type FormShared,
  type NewRecordField,
  FormProvider,
  ProblemsProvider,
  WordsProvider,
} from "./form-context";
import { wordAt, type Words } from "./fill";
import type { EntryChoice, FormSpec, SuggestedSource } from "./form-spec";
import { panelOf } from "./panels";
import { LivePreview } from "./preview/live-preview";
import type { PreviewTyped } from "./preview/typed-preview";
import { TakenIn, TrashedMeanwhile } from "./record-changed";
import { useHeldBack } from "./own-page";
import { Presence } from "./presence";
import { RefusalNotice } from "./refusal-notice";
import { SignInAgain } from "./sign-in-again";
import { type Settled, useConflict } from "./use-conflict";
import { FormFields } from "./form-fields";
import { FormSide } from "./form-side";
import { useFormFocus } from "./use-form-focus";
import { useDoubts } from "./use-doubts";
import { usePresence } from "./use-presence";
import { useSaving } from "./use-saving";
import { useTypedNow } from "./use-typed-now";
import { followPair, keepEnter, useSaveKey } from "./shortcuts";

export interface RecordFormProps {
  spec: FormSpec;
  words: Words;
  /** Null for a record that is not saved yet. */
  standing: Standing | null;
  dossierId: string | null;
  /** Those of the dossier. */
  sides: Sides | null;
  /** The words of problems as they are written, for the doubts that are shown while it is typed in. */
  problemWords: Words;
  typed: Typed;
  /** What the draft is warned of as it stands: mistakes that it keeps, other records that are the same. */
  warnings: ShownProblem[];
  /** By field, the id of the row that a form without scripts has to spare. */
  spareRows: Readonly<Record<string, string>>;
  known: EntryChoice[];
  suggestedSource: SuggestedSource | null;
  readings: Record<string, string>;
  followed: Record<string, string>;
  cited: Record<string, CitationMark[]>;
  sourceFields: NewRecordField[];
  personFields: NewRecordField[];
  badges: Record<EntryState, ReactNode>;
  /** What taking the record away would break; null where nothing refers to it. */
  breaks?: ReactNode;
  canPublish: boolean;
  /** Whether its dossier asks for a review. */
  asksReview: boolean;
  /** By path, how many open comments there are; null where none can be made yet. */
  openComments: Readonly<Record<string, number>> | null;
  /** What is said on arrival, as after the first save. */
  greeting?: string;
  /** What was done to the record just before this page. */
  did?: string;
  /** Whether long lists of rows begin with every row open. */
  opensRows: boolean;
  /** The path of the field to begin in. */
  focusOn?: string;
  write: WriteRecord;
  makeSource: MakeSource;
  makePerson: MakePerson;
  /** The id of the account that types. */
  account: string;
  preview: PreviewTyped;
  /** For signing in again where the session ended meanwhile. */
  signIn: { words: SignInWords; email: string };
  /** What the page has beside the form: sections, drawn by it. */
  side?: ReactNode;
}

const doneWords: Record<Intent, string> = {
  save: "saved",
  "save-and-next": "saved",
  submit: "submitted",
  publish: "published",
  "publish-confirmed": "published",
  unpublish: "unpublished",
  trash: "trashed",
  untrash: "untrashed",
};

// Only where this browser kept something.
const KeptHere = lazy(() => import("./autosave/kept-here").then((part) => ({ default: part.KeptHere })));

/** The form of one record of any kind, with its buttons, its notices and what is said of its state. */
export function RecordForm(props: RecordFormProps) {
  useHeldBack(props.standing, props.did);
  const { spec, words, dossierId, readings, followed, cited, sourceFields, personFields, write } = props;
  const { makeSource, makePerson } = props;
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
    spec,
    write,
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
  const { sides, problemWords } = props;
  const typedIn = useMemo(() => ({ kind: spec.kind, sides, problemWords }), [spec, sides, problemWords]);
  const { doubts, look } = useDoubts(form, spec, typedIn);
  const typedNow = useTypedNow(form, spec.fields, round.typed);
  const markUnsaved = saving.touched;
  const { others, typing } = usePresence(saver, spec.path, standing?.id ?? null);
  const touched = useCallback(() => {
    markUnsaved();
    typing();
    typedNow.changed();
    look();
  }, [markUnsaved, typing, typedNow, look]);
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
  const { account } = props;
  const here = useLocalCopy({
    ...{ saver, keeping, account, base: saving.base, path: spec.path, read: readNow },
  });

  const answer = said?.answer ?? posted;
  const shown = said?.shown ?? round.typed;
  const { warnings: warned } = props;
  const warnings = answer ? (answer.ok ? answer.warnings : []) : warned;
  const isPublished = answer?.ok && moveOf[answer.intent] === "publish";
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
  const { countries, fields } = spec;
  const { spareRows, suggestedSource, openComments } = props;
  // Without scripts, by which alone a row can be opened, an answer comes with every row open.
  const opensRows = props.opensRows || posted !== null;
  const BesideReference = panel.besideReference;
  const shared = useMemo(
    (): FormShared => ({
      ...{ fields, typedNow, countries, readings, followed, cited, known, dossierId, sides },
      kind: spec.kind,
      ...{ spareRows, suggestedSource, sourceFields, personFields, makeSource, makePerson },
      ...{ BesideReference, opensRows, touched, pends, settle, signInAgain, openComments },
    }),
    [
      fields,
      typedNow,
      countries,
      readings,
      followed,
      cited,
      spec.kind,
      sides,
      known,
      dossierId,
      spareRows,
      suggestedSource,
      sourceFields,
      personFields,
      BesideReference,
      opensRows,
      touched,
      pends,
      settle,
      makeSource,
      makePerson,
      signInAgain,
      openComments,
    ],
  );

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const intent = (button?.value || "save") as Intent;
    // The next form would take the place of what is typed and not chosen yet.
    if (intent === "save-and-next" && unkeepable > 0 && !confirm(wordAt(words, "leaveAsk"))) return;
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
            if (spec.pair && sides) followPair(event, spec.pair, sides);
          }}
          noValidate
          autoComplete="off"
          className="record-form record-middle"
        >
          <input type="hidden" name="_kind" value={spec.kind} />
          <input type="hidden" name="_id" value={standing?.id ?? ""} />
          <input type="hidden" name="_version" value={standing?.version ?? 0} />
          <input type="hidden" name="_dossier" value={dossierId ?? ""} />
          <noscript>
            <p className="notice">{wordAt(words, "needsScripts")}</p>
          </noscript>
          <Presence others={others} />
          {asked && (
            <Conflict
              key={asked.stale.version}
              asked={asked}
              spec={spec}
              intent={said?.intent ?? "save"}
              onSettle={(settled, andGoOn) => {
                takeIn(settled);
                if (andGoOn) void send(said?.intent ?? "save", settled.stale.version);
                else touched();
              }}
            />
          )}
          {answer && !answer.ok && answer.reason === "stale" && answer.state === "trashed" && (
            <TrashedMeanwhile stale={answer} onRestore={() => void saving.takeOutOfTrash(answer)} />
          )}
          {answer && !answer.ok && answer.reason !== "stale" && (
            <RefusalNotice
              refusal={{ ...answer, ...(answer.reason === "invalid" && { problems }) }}
              fields={spec.fields}
              typed={shown}
              intent={said?.intent ?? "save"}
              onRetry={(intent) => void send(intent)}
              onSaveAnew={saving.saveAnew}
            />
          )}
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
          {takenIn && (
            <TakenIn
              stale={takenIn.stale}
              labels={takenIn.taken.map((key) => labelAt(spec.fields, key, takenIn.typed))}
            />
          )}
          {warnings.length > 0 && (
            <section className="notice notice-warn" role="status">
              <p>{wordAt(words, isPublished ? "publishedWarnings" : "warnings")}</p>
              <ProblemList fields={spec.fields} typed={shown} problems={warnings} />
            </section>
          )}
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
