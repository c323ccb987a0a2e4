"use client";
import type { Typed } from "@/lib/domain/fields/typed";
import { below, partsOf } from "@/lib/domain/paths";
import type { ShownProblem } from "./answer";
import { useWords } from "./form-context";
import { controlId, labelAt } from "./form-paths";
import type { FieldSpec } from "./form-spec";
import { tabIds } from "./preview/narrow";

interface ErrorSummaryProps {
  fields: FieldSpec[];
  /** What the form shows. */
  typed: Typed;
  problems: readonly ShownProblem[];
  /** What became of it all the same: kept as a draft that is not published, as it was typed, or not at all. */
  became: "draftSaved" | "keptAsTyped" | "notSaved";
}

/** What is wrong, all in one place, each with a way to where it stands. */
export function ErrorSummary({ fields, typed, problems, became }: ErrorSummaryProps) {
  const word = useWords();
  if (problems.length === 0)
    return (
      <section className="notice" role="status">
        <p>{word("errors.allSettled")}</p>
      </section>
    );
  return (
    <section className="notice notice-danger" role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">
        {problems.length === 1
          ? word("errors.titleOne")
          : word("errors.titleMany", { count: problems.length })}
      </h2>
      <p>{word(`errors.${became}`)}</p>
      <ProblemList fields={fields} typed={typed} problems={problems} />
    </section>
  );
}

/** Problems as links to their fields. */
export function ProblemList({ fields, typed, problems }: Omit<ErrorSummaryProps, "became">) {
  return (
    <ul>
      {problems.map((problem) => (
        <li key={`${problem.path} ${problem.message}`}>
          <ProblemLink fields={fields} typed={typed} problem={problem} />
        </li>
      ))}
    </ul>
  );
}

interface ProblemLinkProps extends Pick<ErrorSummaryProps, "fields" | "typed"> {
  problem: ShownProblem;
}

/** A problem as a link to its field. */
export function ProblemLink({ fields, typed, problem: { path, message } }: ProblemLinkProps) {
  const word = useWords();
  return (
    <a
      href={`#${controlId(path)}`}
      onClick={(event) => {
        event.preventDefault();
        focusPath(path);
      }}
    >
      {word("errors.at", { label: labelAt(fields, path, typed), message })}
    </a>
  );
}

/** Focuses the control at a path, or the nearest that holds it. */
export function focusPath(path: string): void {
  show(controlAt(path));
}

/** Goes to a control. Where the preview stands in the form's place, the form comes back first. */
function show(control: HTMLElement | null | undefined): void {
  const go = () => {
    control?.focus();
    control?.scrollIntoView({ block: "center" });
  };
  if (!control || control.checkVisibility()) return go();
  document.getElementById(tabIds.form)?.click();
  requestAnimationFrame(go);
}

/** Focuses the first control, in the order of the page, that has a problem. */
export function focusFirst(problems: readonly ShownProblem[]): void {
  const [first] = problems
    .flatMap(({ path }) => controlAt(path) ?? [])
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  show(first);
}

function controlAt(path: string): HTMLElement | null {
  const parts = partsOf(path);
  for (let length = parts.length; length > 0; length -= 1) {
    const found = document.getElementById(controlId(below("", ...parts.slice(0, length))));
    if (found) return found;
  }
  return null;
}
