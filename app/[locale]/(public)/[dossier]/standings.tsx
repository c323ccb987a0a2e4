import { useTranslations } from "next-intl";
import { Cite } from "@/components/public/sources/cite";
import { StandingText } from "@/components/public/dossier/standing-text";
import { MarginSection } from "@/components/public/frame/margin-section";
import { filled, type Notes } from "@/components/public/notes/notes";
import { isAtOrBelow } from "@/lib/domain/paths";
import type { PublishedRecord } from "@/lib/domain/published";

/** The citations of a dossier's standings in trade, for pages that show nothing else of the dossier's record. */
export function standingUse({ id, values }: PublishedRecord<"dossier">) {
  const own = values.citations.filter(({ supports = [] }) =>
    supports.some((path) => isAtOrBelow(path, "standings")),
  );
  const citations =
    own.length > 0 ? own : values.citations.filter(({ supports = [] }) => supports.length === 0);
  return {
    key: id,
    citations: values.standings.length > 0 ? citations.map(forStandings) : [],
    fields: filled(values, ["standings"]),
  };
}

function forStandings(citation: PublishedRecord<"dossier">["values"]["citations"][number]) {
  const own = (citation.supports ?? []).filter((path) => isAtOrBelow(path, "standings"));
  return { ...citation, supports: own.length > 0 ? own : ["standings"] };
}

/** How the two countries rank in each other's trade; nothing where that is not recorded. */
export function Standings({ record, notes }: { record: PublishedRecord<"dossier">; notes: Notes }) {
  const t = useTranslations("dossier");
  const { standings } = record.values;
  const cite = (path: string) => <Cite notes={notes} of={record.id} field={path} />;
  if (standings.length === 0) return null;
  return (
    <MarginSection id="standings" heading={t("standings")}>
      <ul className="grid max-w-measure gap-2">
        {standings.map((standing, index) => (
          <li key={standing.id ?? index}>
            <StandingText standing={standing} cite={cite} />
            {index === standings.length - 1 && cite("standings")}
          </li>
        ))}
      </ul>
    </MarginSection>
  );
}
