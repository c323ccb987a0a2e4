import { useTranslations } from "next-intl";
import { Day } from "@/components/public/frame/date-text";

/** The instants of a record that its page tells of. */
export interface Dated {
  publishedAt: string;
  updatedAt: string;
  verifiedAt: string | null;
  /** None of a page of several records. */
  version?: number;
}

/** Since when a record is published, when it was changed last, and when it was last verified, where it ever was. */
export function RecordDates({ of: { publishedAt, updatedAt, verifiedAt } }: { of: Dated }) {
  const t = useTranslations("record");
  const isChanged = updatedAt.slice(0, 10) !== publishedAt.slice(0, 10);
  return (
    <>
      {t.rich(isChanged ? "published" : "publishedOnce", {
        first: () => <Day instant={publishedAt} />,
        last: () => <Day instant={updatedAt} />,
      })}
      {verifiedAt && <> {t.rich("verified", { day: () => <Day instant={verifiedAt} /> })}</>}
    </>
  );
}
