import { useLocale, useTranslations } from "next-intl";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { kindOf } from "@/lib/domain/kinds/registry";
import type { NamedAs } from "@/lib/domain/named-people";
import { dateOf } from "@/lib/domain/record-texts";
import { DateText } from "../frame/date-text";
import { isolated, Name, titleOf } from "../frame/name";
import { pathTo } from "../frame/setting";

/** A record that names a person, as the person's page lists it. */
export interface InvolvingLine {
  record: { id: string; kind: KindKey; slug: string; title: string; values: object };
  dossierSlug: string;
  dossierTitle: string;
  as: readonly NamedAs[];
}

/** The records that name a person: the date in the margin, then each record, as what it names them, and its dossier. */
export function InvolvingList({ involving, name }: { involving: readonly InvolvingLine[]; name: string }) {
  const locale = useLocale();
  const t = useTranslations("persons");
  const word = useTranslations("choices");
  // What did not come about says so.
  const calledOff = ({ kind, values }: InvolvingLine["record"]) => {
    const { calledOffBy } = kindOf(kind);
    const how: unknown = calledOffBy && { ...values }[calledOffBy as keyof typeof values];
    return typeof how === "string" && word(how);
  };
  const roleOf = (kind: KindKey, field: string) => t(`roles.${kind}.${field}`);
  return (
    <ol>
      {involving.map(({ record, dossierSlug, dossierTitle, as }) => (
        <li
          key={record.id}
          className="border-t border-rule py-4 first:border-t-0 first:pt-0 last:pb-0 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-6"
        >
          <p className="label pt-1">
            <DateText value={dateOf(kindOf(record.kind), { ...record.values }) ?? undefined} />
          </p>
          <div className="max-w-measure">
            <h3 className="text-lead leading-snug">
              <a href={pathTo({ locale, slug: dossierSlug }, record)}>
                <Name>{titleOf(record)}</Name>
              </a>
            </h3>
            <p className="label mt-0.5">
              {[
                ...new Set(
                  as.map((one) =>
                    [
                      roleOf(record.kind, one.field),
                      one.office && isolated(one.office),
                      one.name && one.name !== name && t("underName", { name: isolated(one.name) }),
                    ]
                      .filter(Boolean)
                      .join(", "),
                  ),
                ),
                dossierTitle,
                calledOff(record),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
