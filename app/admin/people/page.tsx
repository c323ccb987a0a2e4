import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { type Account, listUsers } from "@/lib/auth/accounts";
import { roles } from "@/lib/auth/actor";
import { dossierChoices, entryChoices } from "@/lib/desk/read/choices";
import { listInvitations } from "@/lib/auth/invitations";
import { requireVisitor } from "@/lib/auth/session";
import { ConfirmFirst } from "../account/confirm-first";
import { SettingsForm } from "../parts/settings-page";
import { instantWords } from "../wording/instant";
import { findForm, findWords } from "./find-words";
import { invitePerson } from "./invitation-actions";
import { InvitationTable } from "./invitation-table";

/** What the page of all accounts is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.people"))("title") };
}

/** Every account, for admins. */
export default async function PeoplePage({ searchParams }: { searchParams: Promise<{ find?: unknown }> }) {
  const admin = await requireVisitor("manage", "/admin/people");
  const { find: asked } = await searchParams;
  const find = typeof asked === "string" ? asked : "";
  const [people, invitations, few, found] = await Promise.all([
    listUsers(admin),
    listInvitations(admin),
    dossierChoices(admin),
    find ? entryChoices(admin, "dossier", { q: find }) : [],
  ]);
  const isSearched = few === null || find !== "";
  const dossiers = (isSearched ? found : few).map(({ id, title }) => ({ id, title }));
  const t = await getTranslations("desk.accounts");
  return (
    <div className="space-y-10">
      <header>
        <h1>{t("people.title")}</h1>
        <p className="mt-1 text-muted">{t("people.lead")}</p>
      </header>
      <ConfirmFirst isConfirmed={admin.isConfirmed} />
      <PeopleTable people={people} own={admin.id} />
      {invitations.length > 0 && (
        <section aria-labelledby="invitations">
          <h2 id="invitations" className="mb-4 font-serif text-lead">
            {t("people.invitations")}
          </h2>
          <InvitationTable invitations={invitations} />
        </section>
      )}
      <SettingsForm id="invite" heading={t("people.invite")}>
        <p className="mb-4 text-muted">{t("people.inviteLead")}</p>
        {isSearched && <form id={findForm} hidden />}
        <AccountForm
          action={invitePerson}
          limits={{
            dossiers,
            find: isSearched ? await findWords(find, found.length, false) : undefined,
            words: {
              legend: t("limits.legend"),
              everywhere: t("limits.everywhere"),
              some: t("limits.some"),
            },
          }}
          submit={t("people.inviteSubmit")}
          waiting={t("waiting")}
          fields={[
            { name: "name", label: t("name"), type: "text", autoComplete: "off" },
            { name: "email", label: t("email"), type: "email", autoComplete: "off" },
            {
              name: "role",
              label: t("role"),
              type: "choice",
              value: "author",
              options: roles.map((role) => ({ value: role, label: t(`roleHelp.${role}`) })),
            },
          ]}
        />
      </SettingsForm>
    </div>
  );
}

async function PeopleTable({ people, own }: { people: Account[]; own: string | null }) {
  const t = await getTranslations("desk.accounts");
  const tRole = await getTranslations("desk.roles");
  const instant = await instantWords();
  return (
    <div className="table-frame">
      <table className="desk-table cards">
        <thead>
          <tr>
            {[t("name"), t("role"), t("people.state"), t("people.added")].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <a href={`/admin/people/${person.id}`}>{person.name}</a>
                {person.id === own && <span className="text-muted"> ({t("people.you")})</span>}
                <span className="side-line">{person.email}</span>
              </th>
              <td data-label={t("role")}>{tRole(person.role)}</td>
              <td data-label={t("people.state")}>
                {person.disabledAt ? (
                  <strong className="text-danger">{t("people.disabled")}</strong>
                ) : (
                  t("people.active")
                )}
              </td>
              <td data-label={t("people.added")} className="list-when">
                {instant(person.createdAt.toISOString())}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
