import { mostCharacters } from "@/lib/domain/short-note";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/desk/sending/action-form";
import type { ReactNode } from "react";
import type { Actor } from "@/lib/auth/actor";
import { atOnce } from "@/lib/desk/bulk/change-set";
import type { OpenChangeSet } from "@/lib/desk/bulk/read-change-set";
import { entryChoices } from "@/lib/desk/read/choices";
import { runBulk } from "../actions/bulk";
import { WithValue } from "./bulk-value";
import { FindForm } from "./find-form";

export type Params = Record<string, string | string[] | undefined>;

interface RunFormProps {
  actor: Actor;
  set: OpenChangeSet;
  /** What was chosen so far, by the page's address. */
  asked: Params;
}

/** What an act on many records needs to be told, asked first where it has to be looked for; then the button that does it. */
export async function RunForm(props: RunFormProps) {
  switch (props.set.action) {
    case "cite":
      return <WithSource {...props} />;
    case "set":
      return <WithValue {...props} />;
    case "publish":
      return (
        <Run {...props}>
          <ConfirmAll />
          <ChangeNote />
        </Run>
      );
    case "unpublish":
    case "trash":
    case "verify":
    case "undo":
      return <Run {...props} />;
  }
}

async function ConfirmAll() {
  const t = await getTranslations("desk.bulk");
  return (
    <label className="flex gap-2">
      <input type="checkbox" name="confirmAll" value="yes" /> {t("confirmAll")}
    </label>
  );
}

async function ChangeNote() {
  const t = await getTranslations("desk.form");
  return (
    <div>
      <label htmlFor="changeNote" className="field-label">
        {t("changeNote.label")} <span className="text-muted">({t("optional")})</span>
      </label>
      <input
        id="changeNote"
        name="changeNote"
        className="control"
        maxLength={mostCharacters.changeNote}
        aria-describedby="changeNote-help"
      />
      <p id="changeNote-help" className="field-help">
        {t("changeNote.help")}
      </p>
    </div>
  );
}

async function Run({ set, children }: RunFormProps & { children?: ReactNode }) {
  const t = await getTranslations("desk.bulk");
  const { waiting } = set.counts;
  return (
    <ActionForm action={runBulk} className="mb-5 max-w-md space-y-4">
      <input type="hidden" name="id" value={set.id} />
      <input type="hidden" name="version" value={set.version} />
      {children}
      {waiting > atOnce && <p className="field-help">{t("inBackground")}</p>}
      <button className="btn-main">{t(`run.${set.action}`, { count: waiting })}</button>
    </ActionForm>
  );
}

async function WithSource(props: RunFormProps) {
  const t = await getTranslations("desk.bulk");
  const q = typeof props.asked.q === "string" ? props.asked.q : "";
  const found = q === "" ? [] : await entryChoices(props.actor, "source", { q });
  return (
    <>
      <FindForm
        {...{ name: "q", value: q, label: t("source"), help: t("sourceHelp"), submit: t("find") }}
        none={q !== "" && found.length === 0 && t("sourceNone")}
      />
      {found.length > 0 && (
        <Run {...props}>
          <fieldset>
            <legend className="field-label">{t("source")}</legend>
            {found.map(({ id, title, detail }, index) => (
              <label key={id} className="flex gap-2">
                <input type="radio" name="source" value={id} required defaultChecked={index === 0} />
                <span>
                  {title} <span className="side-line">{detail}</span>
                </span>
              </label>
            ))}
          </fieldset>
        </Run>
      )}
    </>
  );
}
