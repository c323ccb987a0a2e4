import { getTranslations } from "next-intl/server";
import { LinkNamesForm } from "@/components/desk/people/link-names-form";
import { StateBadge } from "@/components/desk/state-badge";
import { may } from "@/lib/auth/actor";
import { plainlyNamed } from "@/lib/desk/people/plain-names";
import { kinds } from "@/lib/domain/kinds/registry";
import { linkPlainNames } from "../actions/link-names";
import { rawWords } from "../wording/spec-words";
import type { RecordSideProps } from "./record-side";

/** So many are named; the act links them all. */
const shown = 10;

/** Beside a person: the records that only say their name, with a way to have them all refer to the person. */
export async function PlainNames({ actor, entry }: RecordSideProps) {
  if (entry.state === "trashed") return null;
  const [t, tStates, words, found] = await Promise.all([
    getTranslations("desk.plainNames"),
    getTranslations("desk.states"),
    rawWords("desk.plainNames"),
    plainlyNamed(actor, entry.id),
  ]);
  return (
    <section aria-labelledby="plain-names">
      <h2 id="plain-names">{t("title")}</h2>
      {found.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ul>
          {found.slice(0, shown).map(({ id, kind, title, state }) => (
            <li key={id}>
              <a href={`/admin/${kinds[kind].path}/${id}`}>{title}</a>{" "}
              <StateBadge state={state} label={tStates(state)} />
            </li>
          ))}
        </ul>
      )}
      {may(actor, "write") && (
        <LinkNamesForm
          link={linkPlainNames}
          words={words}
          person={entry.id}
          label={found.length > 0 ? t("link", { count: found.length }) : null}
        />
      )}
    </section>
  );
}
