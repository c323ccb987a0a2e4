"use client";
/** The page of pasted tables: first the text, then the table as it is read, until every line is saved or left out. */
import {
  type FormEvent,
  type KeyboardEvent,
  useActionState,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { SignInWords } from "../sign-in-form";
import { WordsProvider } from "../form/form-context";
import type { Words } from "../form/fill";
import { whyNoAnswer } from "../sending/no-answer";
import { unsentMark } from "../leaving/unsent";
import { SignInAgain } from "../form/sign-in-again";
import { GridStep } from "./grid-step";
import { TextStep } from "./text-step";
import type { PasteAnswer, PasteField, PasteIntent, PasteReason, PasteTable } from "./paste-state";

export interface PastePageProps {
  kind: string;
  dossierId: string | null;
  /** Whether its records cite sources. */
  isCited: boolean;
  canPublish: boolean;
  fields: PasteField[];
  /** The words of forms, with those of this page under `paste`. */
  words: Words;
  paste: PasteTable;
  signIn: { words: SignInWords; email: string };
}

const nothing: PasteAnswer = { step: "text", text: "", fault: "" };

/** Works without scripts; with them nothing typed is lost when the server is out of reach or the session has ended. */
export function PastePage(props: PastePageProps) {
  const { kind, dossierId, words, paste, signIn } = props;
  // Without scripts the form posts itself, and this is how the answer comes back.
  const [posted, post] = useActionState(paste, null);
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState({ answer: posted ?? nothing, round: 0 });
  const [reason, setReason] = useState<PasteReason | null>(posted?.reason ?? null);
  const [busy, setBusy] = useState<PasteIntent | null>(null);
  const [afterSignIn, setAfterSignIn] = useState<{ go: () => void } | null>(null);
  // While so, the desk asks before the page is left.
  const [isUnsent, setUnsent] = useState(false);
  const touched = useCallback(() => setUnsent(true), []);
  const isBusy = useRef(false);

  const send = useCallback(
    async (intent: PasteIntent, text?: string) => {
      if (isBusy.current) return;
      isBusy.current = true;
      const data = new FormData(form.current ?? undefined);
      data.set("_intent", intent);
      if (text !== undefined) data.set("text", text);
      setBusy(intent);
      try {
        const answer = await paste(null, data);
        setReason(answer.reason ?? null);
        // What could not be served leaves everything as it stands here.
        if (answer.reason === "signedOut") setAfterSignIn({ go: () => void send(intent, text) });
        if (answer.reason === undefined) {
          setShown(({ round }) => ({ answer, round: round + 1 }));
        }
        setUnsent(answer.reason !== undefined || (answer.step === "grid" && answer.grid.lines.length > 0));
      } catch (error) {
        setReason(whyNoAnswer(error));
        touched();
      } finally {
        isBusy.current = false;
        setBusy(null);
      }
    },
    [paste, touched],
  );

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    void send((button?.value || "check") as PasteIntent);
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLButtonElement>("button.btn-main")?.click();
  }

  const { answer, round } = shown;
  // With the table, before a key can be pressed in it.
  useLayoutEffect(() => {
    if (round > 0) document.getElementById("paste-says")?.focus();
  }, [round]);
  return (
    <WordsProvider value={words}>
      <form
        ref={form}
        action={post}
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
        onInput={touched}
        noValidate
        autoComplete="off"
        {...(isUnsent && { [unsentMark]: "" })}
        className="paste"
      >
        <input type="hidden" name="_kind" value={kind} />
        <input type="hidden" name="_dossier" value={dossierId ?? ""} />
        {answer.step === "text" ? (
          <TextStep key={round} answer={answer} reason={reason} busy={busy} send={send} />
        ) : (
          <GridStep
            key={round}
            {...props}
            grid={answer.grid}
            says={answer.says}
            reason={reason}
            busy={busy}
          />
        )}
      </form>
      {afterSignIn && (
        <SignInAgain
          signIn={signIn}
          onSignedIn={() => {
            setAfterSignIn(null);
            afterSignIn.go();
          }}
          onLater={() => setAfterSignIn(null)}
        />
      )}
    </WordsProvider>
  );
}
