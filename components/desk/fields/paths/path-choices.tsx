"use client";
import { useSyncExternalStore } from "react";
import { useForm, useWords } from "../../form/form-context";
import { useFormWording } from "../use-form-wording";
import { describingIn, type ValueChoice, valueChoices } from "../value-names";

interface PathChoices {
  /** Of the inputs. */
  name: string;
  chosen: ReadonlySet<string>;
  onTick: (path: string, isTicked: boolean) => void;
}

/** Without scripts the rows of a longer list are chosen on the page that opens every row. */
const rowsWithoutScripts = 20;

/** Every value there is just now, and what is ticked of what is not there any more. */
export function EveryPath(props: PathChoices) {
  const { fields, typedNow } = useForm();
  const wording = useFormWording();
  const typed = useSyncExternalStore(typedNow.subscribe, typedNow.read, typedNow.read);
  const choices = valueChoices(fields, typed, wording);
  const there = new Set(pathsOf(choices));
  const { nameOf } = describingIn(fields, typed, wording);
  const gone = [...props.chosen].filter((path) => !there.has(path)).map((path) => named(path, nameOf(path)));
  return <Ticks {...props} choices={[...choices, ...gone]} before="" />;
}

/** What is ticked, in no more inputs than it takes. */
export function ChosenPaths(props: PathChoices) {
  const { fields, typedNow } = useForm();
  const { nameOf } = describingIn(fields, typedNow.read(), useFormWording());
  return (
    <Ticks {...props} choices={[...props.chosen].sort().map((path) => named(path, nameOf(path)))} before="" />
  );
}

/** What else can be ticked on a page without scripts. */
export function OtherPaths(props: PathChoices) {
  const { fields, typedNow, opensRows } = useForm();
  const word = useWords();
  const choices = valueChoices(
    fields,
    typedNow.read(),
    useFormWording(),
    (_, rows) => opensRows || rows.length <= rowsWithoutScripts,
  );
  return (
    <>
      <Ticks {...props} choices={without(props.chosen, choices)} before="" />
      {!opensRows && <a href="?rows=open">{word("openRows")}</a>}
    </>
  );
}

function Ticks(props: PathChoices & { choices: readonly ValueChoice[]; before: string }) {
  const { name, chosen, onTick, choices, before } = props;
  if (choices.length === 0) return null;
  return (
    <ul>
      {choices.map(({ path, label, within }) => (
        <li key={path}>
          <label>
            <input
              type="checkbox"
              name={name}
              value={path}
              checked={chosen.has(path)}
              onChange={(event) => onTick(path, event.currentTarget.checked)}
            />{" "}
            {/* Whose field it is shows by where it stands, and is said to those who cannot see it. */}
            {before && <span className="sr-only">{before}: </span>}
            {label}
          </label>
          <Ticks {...props} choices={within} before={label} />
        </li>
      ))}
    </ul>
  );
}

function named(path: string, label: string): ValueChoice {
  return { path, label, within: [] };
}

function pathsOf(choices: readonly ValueChoice[]): string[] {
  return choices.flatMap(({ path, within }) => [path, ...pathsOf(within)]);
}

/** The choices that are not ticked; what stands below one that is comes in its place. */
function without(chosen: ReadonlySet<string>, choices: readonly ValueChoice[]): ValueChoice[] {
  return choices.flatMap((one) => {
    const within = without(chosen, one.within);
    return chosen.has(one.path) ? within : [{ ...one, within }];
  });
}
