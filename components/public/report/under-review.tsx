import { useTranslations } from "next-intl";
import { Day } from "../frame/date-text";

/** That editors look into a record; nothing where they have not chosen to say so. */
export function UnderReview({ since }: { since: string | null }) {
  const t = useTranslations("record");
  if (since === null) return null;
  return (
    <p className="mt-4 max-w-measure border-l-2 border-accent py-1 pl-4 font-sans text-label">
      {t.rich("underReview", { day: () => <Day instant={since} /> })}
    </p>
  );
}
