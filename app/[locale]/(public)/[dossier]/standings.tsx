import { useTranslations } from "next-intl";
import { Cite } from "@/components/public/sources/cite";
import { MarginSection } from "@/components/public/frame/margin-section";
import type { Notes } from "@/components/public/notes/notes";
import type { PublishedRecord } from "@/lib/domain/published";

/** The citations of a dossier's standings in trade, for pages that show nothing else of the dossier's record. */
export function standingUse({ id, values }: PublishedRecord<"dossier">) {
  const own = values.citations.filter(({ field }) => field === "standings");
  const citations = own.length > 0 ? own : values.citations.filter(({ field }) => !field);
  return {
    key: id,
    citations: values.standings.length > 0 ? citations.map((one) => ({ ...one, field: "standings" })) : [],
    fields: ["standings"],
  };
}

/** How the two countries rank in each other's trade; nothing where that is not recorded. */
export function Standings({ record, notes }: { record: PublishedRecord<"dossier">; notes: Notes }) {
  const t = useTranslations("dossier");
  const { standings } = record.values;
  if (standings.length === 0) return null;
  return (
    <MarginSection id="standings" heading={t("standings")}>
      <ul className="grid max-w-measure gap-2">
        {standings.map(({ id, statement, year }, index) => (
          <li key={id ?? index}>
            {statement}
            {year && ` ${t("standingYear", { year: String(year) })}`}
            <Cite notes={notes} of={record.id} field="standings" />
          </li>
        ))}
      </ul>
    </MarginSection>
  );
}
