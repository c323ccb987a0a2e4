import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { requireVisitor } from "@/lib/auth/session";
import { type KeptRetention, retentionRule } from "@/lib/desk/settings/retention";
import { SettingsForm, SettingsPage } from "../../parts/settings-page";
import { instantWords } from "../../wording/instant";
import { keepVersions } from "./actions";

/** What the page of the rule for versions is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.retention"))("title") };
}

/** How long earlier versions of records are kept, for admins, and what the rule did last. */
export default async function VersionsPage() {
  const admin = await requireVisitor("manage", "/admin/settings/versions");
  const [t, rule] = await Promise.all([getTranslations("desk.retention"), retentionRule(admin)]);
  const numberField = (name: "years" | "last") => ({
    ...{ name, label: t(name), help: t(`${name}Help`), type: "text" as const },
    ...{ autoComplete: "off", value: String(rule[name] ?? "") },
  });
  return (
    <SettingsPage title={t("title")} lead={t("lead")}>
      <SettingsForm id="set" heading={t("set")}>
        <p className="field-help mb-4">{t("both")}</p>
        <AccountForm
          action={keepVersions}
          hidden={{ version: String(rule.version) }}
          submit={t("submit")}
          waiting={t("waiting")}
          fields={[numberField("years"), numberField("last")]}
        />
        <RuleDone rule={rule} />
      </SettingsForm>
    </SettingsPage>
  );
}

async function RuleDone({ rule }: { rule: KeptRetention }) {
  const [t, instant] = await Promise.all([getTranslations("desk.retention"), instantWords()]);
  const { setAt, setByName, lookedAt, pruned, years, last } = rule;
  return (
    <div className="mt-6 text-note text-muted">
      {setAt && <p>{t("setBy", { name: setByName ?? "", at: instant(setAt) })}</p>}
      {years === null && last === null ? (
        <p>{t("all")}</p>
      ) : (
        <p>{lookedAt ? t("looked", { at: instant(lookedAt), count: pruned }) : t("notYet")}</p>
      )}
    </div>
  );
}
