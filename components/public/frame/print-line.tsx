import { useTranslations } from "next-intl";
import { Day } from "./date-text";

interface Props {
  /** None where the page begins with it. */
  siteName?: string;
  address: string;
  /** ISO instant of the last change to what the page shows. */
  changed?: string;
}

/** The title block of a page on paper: the site, and what one on a screen has elsewhere, its address and when it last changed. */
export function PrintLine({ siteName, address, changed }: Props) {
  const t = useTranslations("site");
  return (
    <div className="mb-8 hidden border-b border-ink pb-3 print:block">
      {siteName && <p className="text-lead">{siteName}</p>}
      <p className="mt-1 font-sans text-note wrap-anywhere">
        {changed ? t.rich("printed", { address, day: () => <Day instant={changed} /> }) : address}
      </p>
    </div>
  );
}
