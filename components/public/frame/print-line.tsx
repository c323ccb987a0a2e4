import { useTranslations } from "next-intl";
import { Day } from "./date-text";

/** What a page on paper needs and one on a screen has elsewhere: its address, and when it last changed. */
export function PrintLine({ address, changed }: { address: string; changed?: string }) {
  const t = useTranslations("site");
  return (
    <p className="mt-8 hidden border-t border-rule pt-2 font-sans text-note print:block">
      {changed ? t.rich("printed", { address, day: () => <Day instant={changed} /> }) : address}
    </p>
  );
}
