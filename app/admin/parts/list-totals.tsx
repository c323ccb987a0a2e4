import { getTranslations } from "next-intl/server";
import type { ListTotals } from "@/lib/desk/read/list-totals";
import { countedWords } from "@/lib/domain/capped-count";
import { type Asked, listHref } from "./list-query";

/** How many records a list finds and in which states, each a way to these; announced where filters act by themselves. */
export async function ListTotalsLine({
  path,
  asked,
  totals,
}: {
  path: string;
  asked: Asked;
  totals: ListTotals;
}) {
  const [t, tStates] = await Promise.all([getTranslations("desk.list"), getTranslations("desk.states")]);
  return (
    <p className="list-totals">
      <span role="status">{t("total", countedWords(totals.all))}</span>
      {totals.byState.length > 1 &&
        totals.byState.map(({ state, count }) => (
          <a key={state} href={listHref(path, asked, { state, cursor: null, page: null })}>
            {t("inState", { state: tStates(state), count })}
          </a>
        ))}
    </p>
  );
}
