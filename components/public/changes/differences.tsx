import { useTranslations } from "next-intl";
import type { WordChange } from "@/lib/domain/word-changes";

/** One place in which a version differs from the one before. */
export interface DifferenceLine {
  path: string;
  /** A field's value, one row of it, or the order of its rows. */
  what: "value" | "row" | "order";
  label: string;
  /** In plain words; none where nothing was recorded. */
  then: readonly string[];
  now: readonly string[];
  /** The two by the words that they share; null where one of them says nothing. */
  words: readonly WordChange[] | null;
}

/** What one version changed, place by place: struck out what went, underlined what came. */
export function Differences({ lines }: { lines: readonly DifferenceLine[] }) {
  const t = useTranslations("changeLog");
  return (
    <dl className="border-t border-rule">
      {lines.map((line) => (
        <div
          key={`${line.what} ${line.path}`}
          className="border-b border-rule py-2.5 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-x-6"
        >
          <dt className="label">{line.what === "order" ? t("order", { field: line.label }) : line.label}</dt>
          <dd className="max-w-measure break-words whitespace-pre-line">
            {line.words ? (
              line.words.map(({ text, in: of }, index) => <Stretch key={index} text={text} of={of} />)
            ) : (
              <>
                <Stretch text={line.then.join("\n")} of="then" />
                <Stretch text={line.now.join("\n")} of="now" />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Stretch({ text, of }: { text: string; of: WordChange["in"] }) {
  if (text === "" || of === "both") return text;
  if (of === "then") return <del className="text-muted">{text}</del>;
  return <ins className="decoration-accent decoration-2 underline-offset-4">{text}</ins>;
}
