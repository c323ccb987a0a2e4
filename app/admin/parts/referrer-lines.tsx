import { getTranslations } from "next-intl/server";
import { RecordLink } from "@/components/desk/record-link";
import { wordsOf } from "@/components/desk/form/build-form-spec";
import { StateBadge } from "@/components/desk/state-badge";
import type { Referrer } from "@/lib/desk/read/referrers";
import { kinds } from "@/lib/domain/kinds/registry";
import { specWords } from "../wording/spec-words";

/** Records that refer to another, each with the field in which it does. */
export async function ReferrerLines({ rows, className }: { rows: Referrer[]; className?: string }) {
  const [t, tKinds, tStates, words] = await Promise.all([
    getTranslations("desk.record"),
    getTranslations("kinds"),
    getTranslations("desk.states"),
    specWords(),
  ]);
  return (
    <ul className={className}>
      {rows.map(({ id, kind, title, state, field, isElsewhere }) => (
        <li key={`${id} ${field}`}>
          <RecordLink href={isElsewhere ? null : `/admin/${kinds[kind].path}/${id}`}>
            {title || t("untitled", { one: tKinds(`${kind}.one`) })}
          </RecordLink>
          <span className="side-line">
            {tKinds(`${kind}.one`)},{" "}
            {words.say(`${wordsOf(`kinds.${kind}.fields`, field.split(".")[0] ?? "")}.label`)}{" "}
            <StateBadge state={state} label={tStates(state)} />
          </span>
        </li>
      ))}
    </ul>
  );
}
