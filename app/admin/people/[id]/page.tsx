import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AccountForm } from "@/components/desk/account/account-form";
import { findUser } from "@/lib/auth/accounts";
import { roles } from "@/lib/auth/actor";
import { sessionsOfAccount } from "@/lib/auth/end-sessions";
import { secondStepFor } from "@/lib/auth/second-step-reset";
import { requireVisitor } from "@/lib/auth/session";
import { mayUsePassword } from "@/lib/auth/may-use-password";
import { sendsLinks } from "@/lib/auth/one-time-link";
import { LimitsPart } from "../limits-part";
import { ResetForms } from "../reset-forms";
import { ConfirmFirst } from "../../account/confirm-first";
import { SessionTable } from "../../account/session-table";
import { disable, enable, endSession, endSessions, forget, giveRole, sendPasswordLink } from "../actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ find?: string | string[] }>;
}

/** What the page of a person's account is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.people"))("title") };
}

/** One person's account, for admins: role, password, access. */
export default async function PersonPage({ params, searchParams }: Props) {
  const [{ id }, { find }] = await Promise.all([params, searchParams]);
  const admin = await requireVisitor("manage", `/admin/people/${id}`);
  const person = await findUser(admin, id);
  if (!person) notFound();
  const t = await getTranslations("desk.accounts");
  const common = {
    hidden: { id: person.id, version: String(person.version) },
    waiting: t("waiting"),
  };
  const { name } = person;
  const [sessions, secondStep] = await Promise.all([
    sessionsOfAccount(admin, person.id),
    secondStepFor(admin, person.id),
  ]);
  const isOwn = person.id === admin.id;
  return (
    <div className="max-w-3xl space-y-10">
      <header>
        <p>
          <a href="/admin/people">{t("people.back")}</a>
        </p>
        <h1 className="mt-2">{name}</h1>
        <p className="mt-1 text-muted">
          {person.email} · {person.disabledAt ? t("people.disabled") : t("people.active")}
        </p>
        {isOwn && <p className="mt-1 font-semibold">{t("people.ownNote")}</p>}
      </header>
      <ConfirmFirst isConfirmed={admin.isConfirmed} />
      <Part id="role" title={t("people.roleTitle")}>
        <AccountForm
          {...common}
          action={giveRole}
          submit={t("people.roleSubmit")}
          fields={[
            {
              name: "role",
              label: t("role"),
              type: "choice",
              value: person.role,
              options: roles.map((role) => ({ value: role, label: t(`roleHelp.${role}`) })),
            },
          ]}
        />
      </Part>
      <Part id="limits" title={t("limits.title")} lead={t("limits.lead")}>
        <LimitsPart admin={admin} person={person} find={typeof find === "string" ? find : ""} />
      </Part>
      {isOwn ? (
        <Part id="password" title={t("people.passwordTitle")}>
          <a href="/admin/account">{t("people.ownPassword")}</a>
        </Part>
      ) : (
        // A closed account is opened first: until then its link would let no one in, nor where passwords are switched off.
        !person.disabledAt &&
        mayUsePassword(person) && (
          <Part id="password" title={t("people.passwordTitle")} lead={t("people.passwordLead", { name })}>
            <AccountForm
              {...common}
              action={sendPasswordLink}
              submit={t(sendsLinks() ? "people.passwordSubmit" : "people.passwordSubmitLink")}
              grave
            />
          </Part>
        )
      )}
      {!isOwn && (
        <Part
          id="sessions"
          title={t("people.sessionsTitle")}
          lead={sessions.length ? undefined : t("people.noSessions", { name })}
          isWide
        >
          {sessions.length > 0 && (
            <>
              <SessionTable sessions={sessions} end={endSession} hidden={{ person: person.id }} />
              <div className="mt-4">
                <AccountForm
                  action={endSessions}
                  hidden={{ person: person.id }}
                  submit={t("people.endSessions")}
                  waiting={t("waiting")}
                  grave
                />
              </div>
            </>
          )}
        </Part>
      )}
      {!isOwn && secondStep.isOn && (
        <Part id="second-step" title={t("twoSteps.title")} lead={t("people.resetLead", { name })}>
          <ResetForms admin={admin} person={person.id} reset={secondStep.reset} />
        </Part>
      )}
      <Part id="access" title={t("people.disableTitle")} lead={t("people.disableLead")}>
        {person.disabledAt ? (
          <AccountForm {...common} action={enable} submit={t("people.enableSubmit")} />
        ) : (
          <AccountForm {...common} action={disable} submit={t("people.disableSubmit")} grave />
        )}
      </Part>
      {person.disabledAt && (
        <Part id="removal" title={t("people.forgetTitle")} lead={t("people.forgetLead", { name })}>
          <AccountForm {...common} action={forget} submit={t("people.forgetSubmit")} grave />
        </Part>
      )}
    </div>
  );
}

interface PartProps {
  id: string;
  title: string;
  lead?: string | undefined;
  /** Of a table, which needs more room than a form. */
  isWide?: boolean;
  children: ReactNode;
}

function Part(props: PartProps) {
  return (
    <section aria-labelledby={props.id} className={props.isWide ? undefined : "max-w-md"}>
      <h2 id={props.id} className="font-serif text-lead">
        {props.title}
      </h2>
      {props.lead && <p className="text-muted">{props.lead}</p>}
      <div className="mt-4">{props.children}</div>
    </section>
  );
}
