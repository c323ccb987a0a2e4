import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { may } from "@/lib/auth/actor";
import { requireVisitor } from "@/lib/auth/session";
import { recordTemplates } from "@/lib/desk/settings/templates";
import { SettingsPage } from "../parts/settings-page";
import { changeKeptTemplate } from "./actions";

/** What the page of templates is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.templates"))("title") };
}

/** Every template, for editors: renamed and taken away here. */
export default async function TemplatesPage() {
  const editor = await requireVisitor("publish", "/admin/templates");
  const [t, tKinds, templates] = await Promise.all([
    getTranslations("desk.templates"),
    getTranslations("kinds"),
    recordTemplates(editor),
  ]);
  return (
    <SettingsPage title={t("title")} lead={t("lead")}>
      {templates.length === 0 ? (
        <p className="list-none">{t("none")}</p>
      ) : (
        <div className="table-frame">
          <table className="desk-table cards">
            <thead>
              <tr>
                <th scope="col">{t("name")}</th>
                <th scope="col">{t("kind")}</th>
                <th scope="col">{t("for")}</th>
                <th scope="col">{t("by")}</th>
                <th scope="col">{t("change")}</th>
              </tr>
            </thead>
            <tbody>
              {templates.map(({ id, kind, name, dossier, madeByName }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td data-label={t("kind")}>{tKinds(`${kind}.one`)}</td>
                  <td data-label={t("for")}>{dossier ? t("dossier", { title: dossier.title }) : t("all")}</td>
                  <td data-label={t("by")}>{madeByName}</td>
                  <td>{(dossier || may(editor, "setForAll")) && <TemplateForms id={id} name={name} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SettingsPage>
  );
}

async function TemplateForms({ id, name }: { id: string; name: string }) {
  const t = await getTranslations("desk.templates");
  const shared = { action: changeKeptTemplate, waiting: t("waiting") };
  return (
    <details>
      <summary>{t("changeOne", { name })}</summary>
      <div className="mt-2 max-w-md space-y-4">
        <AccountForm
          {...shared}
          hidden={{ id, do: "rename" }}
          submit={t("rename")}
          fields={[{ name: "name", label: t("name"), type: "text", autoComplete: "off", value: name }]}
        />
        <AccountForm {...shared} hidden={{ id, do: "remove" }} submit={t("remove")} grave />
      </div>
    </details>
  );
}
