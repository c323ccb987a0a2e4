import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { type Actor, may } from "@/lib/auth/actor";
import { type OpenTemplate, recordTemplates } from "@/lib/desk/settings/templates";
import { templateHolds } from "@/lib/domain/kept-template";
import { kindOf, kinds, type KindKey } from "@/lib/domain/kinds/registry";
import { allOf } from "@/lib/domain/intl-formats";
import { keepAsTemplate } from "../templates/actions";
import { specWords } from "../wording/spec-words";
import { columnLabel } from "./column-choice";
import type { RecordSideProps } from "./record-side";

interface TemplateChoiceProps {
  actor: Actor;
  kind: KindKey;
  dossierId: string | null;
  /** The one that the form begins with. */
  begun: OpenTemplate | null;
}

/** On the form of a new record: the templates that it can begin with, or the one that it does, with what of that cannot be read any more. */
export async function TemplateChoice({ actor, kind, dossierId, begun }: TemplateChoiceProps) {
  const [t, templates] = await Promise.all([
    getTranslations("desk.templates"),
    recordTemplates(actor, { kind, dossierId }),
  ]);
  if (templates.length === 0 && !begun) return null;
  const hrefOf = (template: string | null) => {
    const query = new URLSearchParams({
      ...(dossierId && { dossier: dossierId }),
      ...(template && { template }),
    });
    return `/admin/${kinds[kind].path}/new${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <nav className="template-choice" aria-label={t("title")}>
      <p>{begun ? t("begun", { name: begun.name }) : t("begin")}</p>
      <ul>
        {begun && (
          <li>
            <a href={hrefOf(null)}>{t("empty")}</a>
          </li>
        )}
        {templates
          .filter(({ id }) => id !== begun?.id)
          .map(({ id, name }) => (
            <li key={id}>
              <a href={hrefOf(id)}>{name}</a>
            </li>
          ))}
      </ul>
      {begun && begun.unread.length > 0 && <Unread kind={kind} keys={begun.unread} />}
    </nav>
  );
}

async function Unread({ kind, keys }: { kind: KindKey; keys: string[] }) {
  const [t, words] = await Promise.all([getTranslations("desk.templates"), specWords()]);
  const { fields } = kindOf(kind);
  // A field that is gone has no words any more.
  const names = keys.map((key) => (Object.hasOwn(fields, key) ? columnLabel(words, kind, key) : key));
  const list = allOf(names.slice(0, 20), "en");
  return (
    <p role="alert" className="notice notice-warn">
      {t("unread", { fields: list })}
    </p>
  );
}

/** Beside a record, for who may publish: a way to keep it as a template. */
export async function KeepAsTemplate({ actor, entry }: RecordSideProps) {
  const mayForAll = may(actor, "setForAll");
  // What belongs to no dossier is a template for all.
  if (!may(actor, entry.dossier ? "publish" : "setForAll") || entry.state === "trashed") return null;
  const t = await getTranslations("desk.templates");
  return (
    <section aria-labelledby="template">
      <h2 id="template">{t("heading")}</h2>
      <details>
        <summary>{t("keep")}</summary>
        <div className="mt-2">
          <AccountForm
            action={keepAsTemplate}
            hidden={{ kind: entry.kind, id: entry.id }}
            submit={t("submit")}
            waiting={t("waiting")}
            fields={[
              { name: "name", label: t("name"), help: t("nameHelp"), type: "text", autoComplete: "off" },
              {
                ...{ name: "holds", label: t("holds"), type: "choice", value: "repeats" },
                options: [...templateHolds]
                  .reverse()
                  .map((holds) => ({ value: holds, label: t(`holdsOf.${holds}`) })),
              },
              ...(entry.dossier
                ? [
                    {
                      ...{ name: "for", label: t("for"), type: "choice" as const, value: "dossier" },
                      options: [
                        { value: "dossier", label: t("forDossier") },
                        ...(mayForAll ? [{ value: "all", label: t("all") }] : []),
                      ],
                    },
                  ]
                : []),
            ]}
          />
        </div>
      </details>
    </section>
  );
}
