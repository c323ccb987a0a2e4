import { useId } from "react";

export interface LimitsFieldsetProps {
  /** What is chosen as it begins: all dossiers, or those that are ticked. */
  scope: string;
  dossiers: readonly { id: string; title: string }[];
  ticked: ReadonlySet<string>;
  words: { legend: string; everywhere: string; some: string };
}

/** To which dossiers an account is limited: to none, or to those that are ticked. Works without scripts. */
export function LimitsFieldset({ scope, dossiers, ticked, words }: LimitsFieldsetProps) {
  const id = useId();
  return (
    <fieldset className="space-y-2">
      <legend className="field-label">{words.legend}</legend>
      {(["all", "some"] as const).map((value) => (
        <label key={value} className="flex items-baseline gap-2">
          <input type="radio" name="scope" value={value} defaultChecked={scope === value} />
          {value === "all" ? words.everywhere : words.some}
        </label>
      ))}
      <div className="space-y-1 pl-6" role="group" aria-labelledby={`${id}-some`}>
        <span id={`${id}-some`} className="sr-only">
          {words.some}
        </span>
        {dossiers.map((one) => (
          <label key={one.id} className="flex items-baseline gap-2">
            <input type="checkbox" name={`in.${one.id}`} defaultChecked={ticked.has(one.id)} />
            {one.title}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
