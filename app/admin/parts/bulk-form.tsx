import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/desk/sending/action-form";
import type { ReactNode } from "react";
import { type Actor, may } from "@/lib/auth/actor";
import { type BulkAction, bulkActions, mostRecords } from "@/lib/desk/bulk/change-set";
import type { EntryRow } from "@/lib/desk/read/entry-row";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { askBulk } from "../actions/bulk";
import { type Asked, listHref } from "./list-query";

interface BulkFormProps {
  actor: Actor;
  kind: KindKey;
  asked: Asked;
  rows: readonly EntryRow[];
  children: ReactNode;
}

/** The actions that a person may ask for, of those that a kind has. */
function offered(actor: Actor, kind: KindKey): BulkAction[] {
  const forPublishers: BulkAction[] = ["publish", "unpublish", "verify"];
  return bulkActions.filter(
    (action) =>
      (may(actor, "publish") || !forPublishers.includes(action)) && (action !== "cite" || kindOf(kind).cited),
  );
}

/** A list whose rows can be ticked, with what can be done to them, to the page or to all that is found. A plain form. */
export async function BulkForm({ actor, kind, asked, rows, children }: BulkFormProps) {
  if (!may(actor, "write")) return children;
  const t = await getTranslations("desk.bulk");
  const { bulk, cursor: _cursor, page: _page, ...list } = asked;
  const refused = bulk === "none" || bulk === "tooMany" ? t(bulk, { most: mostRecords }) : null;
  return (
    <ActionForm action={askBulk} className="bulk-form">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="query" value={listHref("", list, {}).slice(1)} />
      <input type="hidden" name="page" value={rows.map(({ id, version }) => `${id}.${version}`).join(" ")} />
      {refused && (
        <p role="alert" className="notice notice-warn">
          {refused}
        </p>
      )}
      {children}
      <fieldset className="bulk-bar">
        <legend className="sr-only">{t("legend")}</legend>
        <div>
          <label htmlFor="bulk-which">{t("which")}</label>
          <select id="bulk-which" name="which" className="control" defaultValue="ticked">
            {(["ticked", "page", "found"] as const).map((which) => (
              <option key={which} value={which}>
                {t(`whichOf.${which}`, { count: rows.length })}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="bulk-action">{t("action")}</label>
          <select id="bulk-action" name="action" className="control">
            {offered(actor, kind).map((action) => (
              <option key={action} value={action}>
                {t(`actions.${action}`)}
              </option>
            ))}
          </select>
        </div>
        <button className="btn">{t("goOn")}</button>
      </fieldset>
    </ActionForm>
  );
}

/** Where that stands on the page of a dossier. */
export const trashWithRecordsId = "trash-with-records";

/** For a dossier: a way to put it into the trash with all its records. */
export async function TrashWithRecords({ id, version }: { id: string; version: number }) {
  const t = await getTranslations("desk.bulk");
  return (
    <ActionForm action={askBulk} id={trashWithRecordsId} tabIndex={-1}>
      <input type="hidden" name="kind" value="dossier" />
      <input type="hidden" name="action" value="trash" />
      <input type="hidden" name="which" value="dossier" />
      <input type="hidden" name="query" value="" />
      <input type="hidden" name="page" value="" />
      <input type="hidden" name="row" value={`${id}.${version}`} />
      <button className="btn-quiet">{t("trashWithRecords")}</button>
    </ActionForm>
  );
}
