import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { requireVisitor } from "@/lib/auth/session";
import { subjectsAtDesk } from "@/lib/desk/settings/subjects";
import { subjectKeys, subjectName } from "@/lib/domain/subjects";
import { SettingsForm, SettingsPage } from "../parts/settings-page";
import { addToSubjects, nameSubject } from "./actions";

/** What the page of subjects is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.subjects"))("title") };
}

/** Every subject of agreements, for editors: added to and renamed here. */
export default async function SubjectsPage() {
  const editor = await requireVisitor("setForAll", "/admin/subjects");
  const [t, word, kept] = await Promise.all([
    getTranslations("desk.subjects"),
    getTranslations("choices"),
    subjectsAtDesk(editor),
  ]);
  const subjects = subjectKeys(kept).map((key) => ({ key, name: subjectName(key, kept, word) }));
  return (
    <SettingsPage title={t("title")} lead={t("lead")}>
      <SettingsForm id="add" heading={t("add")}>
        <AccountForm
          action={addToSubjects}
          submit={t("addSubmit")}
          waiting={t("waiting")}
          fields={[{ name: "name", label: t("name"), type: "text", autoComplete: "off" }]}
        />
      </SettingsForm>
      <div className="table-frame">
        <table className="desk-table cards">
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("key")}</th>
            </tr>
          </thead>
          <tbody>
            {subjects.map(({ key, name }) => (
              <tr key={key}>
                <th scope="row">
                  <details>
                    <summary>{name}</summary>
                    <div className="mt-2 max-w-md font-normal">
                      <AccountForm
                        action={nameSubject}
                        hidden={{ key }}
                        submit={t("renameSubmit")}
                        waiting={t("waiting")}
                        fields={[
                          {
                            name: "name",
                            label: t("rename", { name }),
                            type: "text",
                            autoComplete: "off",
                            value: name,
                          },
                        ]}
                      />
                    </div>
                  </details>
                </th>
                <td data-label={t("key")}>{key}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SettingsPage>
  );
}
