import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SingleKeysSwitch } from "@/components/desk/box/single-keys-switch";
import { requireVisitor } from "@/lib/auth/session";

/** The keys that do something at the desk, by where they do; their words stand under the same names. */
const shortcuts = {
  everywhere: ["box", "help"],
  box: ["newVisit", "move", "go", "close"],
  form: ["save", "next"],
  paste: ["paste", "all"],
} as const;

/** What the page of shortcuts is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.shortcuts"))("title") };
}

/** Every key that does something at the desk. */
export default async function ShortcutsPage() {
  await requireVisitor("read", "/admin/shortcuts");
  const t = await getTranslations("desk.shortcuts");
  return (
    <div className="record-middle">
      <h1>{t("title")}</h1>
      {(Object.keys(shortcuts) as (keyof typeof shortcuts)[]).map((where) => (
        <section key={where} aria-labelledby={where} className="mt-6">
          <h2 id={where}>{t(`where.${where}`)}</h2>
          <dl className="shortcut-list">
            {shortcuts[where].map((one) => (
              <div key={one}>
                <dt>
                  <kbd>{t(`keys.${one}`)}</kbd>
                </dt>
                <dd>{t(`does.${one}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="mt-6">
        <SingleKeysSwitch label={t("singleKeys")} />
      </div>
    </div>
  );
}
