"use client";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { endingOf, isFileId, maxFileSize } from "@/lib/domain/files";
import { useForm, useWords } from "../../form/form-context";
import { typeInto } from "../../form/type-into";
import { WithoutScripts } from "../../form/without-scripts";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";
import { upload, uploadPath } from "./upload";

/**
 * A file: chosen and uploaded at once, by itself, so that what is wrong with it is said here and nothing else of the form
 * waits for it. The form holds its id. Without scripts a page of its own uploads it, and tells the id to put here.
 */
export function FileField({ spec, path, value }: TextInputProps<"file">) {
  const word = useWords();
  const { touched, settle } = useForm();
  const [id, setId] = useState(value);
  const [isLive, setLive] = useState(false);
  const { state, send } = useUpload((sent, file) => {
    setId(sent);
    settle(path);
    touched();
    suggestTitle(input.current, path, file.name);
  });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setLive(true), []);
  const isThere = isFileId(id);

  function choose({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [file] = currentTarget.files ?? [];
    if (file) void send(file);
    // The same file can be chosen again after it failed.
    currentTarget.value = "";
  }

  return (
    <FieldFrame spec={spec} path={path} after={<UploadState state={state} />}>
      {(control) => (
        <>
          {isThere && (
            <p>
              <a href={`${uploadPath}/${id}`} target="_blank" rel="noopener">
                {word("file.open", { type: endingOf(id).toUpperCase(), id: id.slice(0, 8) })}
              </a>
            </p>
          )}
          <input
            {...(isLive ? {} : control)}
            ref={input}
            type={isLive ? "hidden" : "text"}
            name={path}
            value={id}
            onChange={(event) => setId(event.currentTarget.value)}
            className="control"
          />
          {isLive && (
            <input
              {...control}
              type="file"
              aria-label={isThere ? word("file.replace", { label: spec.label }) : undefined}
              accept=".pdf,.jpg,.jpeg,.png,.webp,.txt"
              onChange={choose}
              className="control"
            />
          )}
          <WithoutScripts>
            <p className="field-help">
              <a href={`${uploadPath}/new`} target="_blank" rel="noopener">
                {word("file.withoutScripts")}
              </a>
            </p>
          </WithoutScripts>
        </>
      )}
    </FieldFrame>
  );
}

/** How an upload stands. */
type State =
  { is: "none" } | { is: "sending"; part: number } | { is: "failed"; message: string } | { is: "done" };

/** Uploads one file after another; a newer one takes the place of one that is under way. */
function useUpload(done: (id: string, file: File) => void) {
  const word = useWords();
  const { signInAgain } = useForm();
  const [state, setState] = useState<State>({ is: "none" });
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  async function send(file: File): Promise<void> {
    under.current?.abort();
    const own = new AbortController();
    under.current = own;
    const fail = (message: string) => setState({ is: "failed", message });
    if (file.size > maxFileSize) return fail(word("file.tooLarge", { megabytes: maxFileSize / 1024 / 1024 }));
    setState({ is: "sending", part: 0 });
    const answer = await upload(
      file,
      (part) => !own.signal.aborted && setState({ is: "sending", part }),
      own.signal,
    );
    if (own.signal.aborted) return;
    if (answer.ok) {
      setState({ is: "done" });
      return done(answer.id, file);
    }
    if (answer.reason === "refused") return fail(answer.message);
    fail(word(answer.reason === "signedOut" ? "file.signedOut" : "file.network"));
    if (answer.reason === "signedOut") signInAgain(() => void send(file));
  }

  return { state, send };
}

function UploadState({ state }: { state: State }) {
  const word = useWords();
  switch (state.is) {
    case "none":
      return null;
    case "sending":
      return (
        <p className="field-after" role="status">
          {state.part < 1 ? word("file.sending") : word("file.reading")}{" "}
          <progress max={1} value={state.part} aria-label={word("file.sending")} />
        </p>
      );
    case "failed":
      return (
        <p className="field-problem" role="alert">
          {state.message}
        </p>
      );
    case "done":
      return (
        <p className="field-after" role="status">
          {word("file.done")}
        </p>
      );
  }
}

/** A file's name as a title to begin with, where the row has none yet. */
function suggestTitle(input: HTMLInputElement | null, path: string, name: string): void {
  const beside = `${path.slice(0, path.lastIndexOf("/") + 1)}title`;
  const title = input?.form?.elements.namedItem(beside);
  if (!(title instanceof HTMLInputElement) || title.value !== "") return;
  typeInto(input?.form, beside, titleOf(name));
}

/** `2014_joint-statement.pdf` as people write a title: "2014 joint-statement". */
function titleOf(name: string): string {
  const end = name.lastIndexOf(".");
  return (end > 0 ? name.slice(0, end) : name).replaceAll("_", " ").slice(0, 200);
}
