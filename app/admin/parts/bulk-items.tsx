import { getTranslations } from "next-intl/server";
import { RecordLink } from "@/components/desk/record-link";
import type { ItemRefusal } from "@/lib/desk/bulk/change-set";
import type { OpenChangeSet } from "@/lib/desk/bulk/read-change-set";
import { type KindKey, kinds } from "@/lib/domain/kinds/registry";
import { namedProblems, namedRecords } from "../wording/answers";

/** The records of a change set, a page of them, with what became of each and why. */
export async function BulkItems({ items, state }: Pick<OpenChangeSet, "items" | "state">) {
  const [t, tKinds, tList] = await Promise.all([
    getTranslations("desk.bulk"),
    getTranslations("kinds"),
    getTranslations("desk.record"),
  ]);
  return (
    <section aria-labelledby="items">
      <h2 id="items" className="font-semibold">
        {t("items")}
      </h2>
      <ul className="entry-lines">
        {items.map((item) => (
          <li key={item.position}>
            <a href={`/admin/${kinds[item.kind].path}/${item.id}`}>
              {item.title || tList("untitled", { one: tKinds(`${item.kind}.one`) })}
            </a>
            {state !== "asked" && (
              <span className="side-line">
                {t(`states.${state === "running" && item.refusal ? "waiting" : item.state}`)}
              </span>
            )}
            {state !== "running" && item.refusal && <Why kind={item.kind} refusal={item.refusal} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Why({ kind, refusal }: { kind: KindKey; refusal: ItemRefusal }) {
  const [t, tBlocked] = await Promise.all([
    getTranslations("desk.bulk.refused"),
    getTranslations("desk.form.blocked"),
  ]);
  const says =
    refusal.reason === "blocked"
      ? refusal.code === "wrongState"
        ? t("wrongState")
        : tBlocked(refusal.code)
      : t(refusal.reason, { name: "by" in refusal ? refusal.by : "" });
  const problems =
    refusal.reason === "invalid" ? refusal.problems : refusal.reason === "doubtful" ? refusal.doubts : [];
  const records = refusal.reason === "blocked" ? await namedRecords(refusal.records) : [];
  return (
    <>
      <p className="field-problem">{says}</p>
      <ul>
        {[...new Set(await namedProblems(kind, problems))].map((says) => (
          <li key={says}>{says}</li>
        ))}
        {records.map((one) => (
          <li key={`${one.title} ${one.href}`}>
            <RecordLink href={one.href}>{one.title}</RecordLink>, {one.kind}
          </li>
        ))}
      </ul>
    </>
  );
}
