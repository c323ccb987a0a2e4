import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { type Actor, may } from "@/lib/auth/actor";
import { requireVisitor } from "@/lib/auth/session";
import { type SavedView, savedViews } from "@/lib/desk/settings/saved-views";
import { kinds } from "@/lib/domain/kinds/registry";
import { SettingsPage } from "../parts/settings-page";
import { changeListView } from "./actions";

/** What the page of views is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.views"))("title") };
}

/** The views of lists that a person sees, to be renamed, shared and taken away by who may. */
export default async function ViewsPage() {
  const actor = await requireVisitor("read", "/admin/views");
  const [t, tKinds, views] = await Promise.all([
    getTranslations("desk.views"),
    getTranslations("kinds"),
    savedViews(actor),
  ]);
  return (
    <SettingsPage title={t("title")} lead={t("lead")}>
      {views.length === 0 ? (
        <p className="list-none">{t("none")}</p>
      ) : (
        <div className="table-frame">
          <table className="desk-table cards">
            <thead>
              <tr>
                <th scope="col">{t("name")}</th>
                <th scope="col">{t("list")}</th>
                <th scope="col">{t("for")}</th>
                <th scope="col">{t("change")}</th>
              </tr>
            </thead>
            <tbody>
              {views.map((view) => (
                <tr key={view.id}>
                  <th scope="row">
                    <a href={`/admin/${kinds[view.kind].path}${view.query && `?${view.query}`}`}>
                      {view.name}
                    </a>
                  </th>
                  <td data-label={t("list")}>{tKinds(`${view.kind}.many`)}</td>
                  <td data-label={t("for")}>
                    {view.isShared ? t("sharedBy", { name: view.ownerName }) : t("forOwn")}
                  </td>
                  <td>
                    {(!view.isShared || may(actor, "setForAll")) && <ViewForms actor={actor} view={view} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SettingsPage>
  );
}

async function ViewForms({ actor, view }: { actor: Actor; view: SavedView }) {
  const t = await getTranslations("desk.views");
  const { id, name, isShared } = view;
  const moves = [
    ...(may(actor, "setForAll") ? ([isShared ? "unshare" : "share"] as const) : []),
    "remove" as const,
  ];
  return (
    <details>
      <summary>{t("changeOne", { name })}</summary>
      <div className="mt-2 max-w-md space-y-4">
        <AccountForm
          action={changeListView}
          hidden={{ id, do: "rename" }}
          submit={t("rename")}
          waiting={t("waiting")}
          fields={[{ name: "name", label: t("name"), type: "text", autoComplete: "off", value: name }]}
        />
        {moves.map((what) => (
          <AccountForm
            key={what}
            action={changeListView}
            hidden={{ id, do: what }}
            submit={t(what)}
            waiting={t("waiting")}
            grave
          />
        ))}
      </div>
    </details>
  );
}
