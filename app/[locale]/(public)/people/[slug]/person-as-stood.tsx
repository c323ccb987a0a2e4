import { getTranslations } from "next-intl/server";
import { Name } from "@/components/public/frame/name";
import { PersonFacts } from "@/components/public/people/person-facts";
import { StoodHead } from "@/components/public/stood/stood-head";
import { goneTag } from "@/lib/domain/cache-tags";
import type { PublishedRecord } from "@/lib/domain/published";
import type { Moment } from "@/lib/domain/stood/moment";
import { noteTags } from "@/lib/published/note-tags";
import { atMoment } from "@/lib/published/stood/at-moment";
import { stoodPerson } from "@/lib/published/stood/open-stood";
import { sitePath } from "@/lib/record-paths";
import { localPath, peoplePath } from "@/lib/routes";
import { Frame } from "../../frame";

interface Props {
  person: PublishedRecord<"person">;
  moment: Moment;
  locale: string;
}

/**
 * A person as their own record stood at a moment. Which records named them then is not kept by person: that of today is on the page
 * of today.
 */
export async function PersonAsStood({ person, moment, locale }: Props) {
  const [t, found] = await Promise.all([
    getTranslations(),
    atMoment(moment, (at) => stoodPerson(person.id, at)),
  ]);
  if (found.is === "away") noteTags(goneTag);
  const isStood = found.is === "stood";
  const { name } = (isStood ? found.record : person).values;
  const path = localPath(locale, sitePath(person) ?? peoplePath);
  return (
    <Frame
      locale={locale}
      trail={[
        { name: t("persons.index.heading"), href: localPath(locale, peoplePath) },
        { name, href: `${path}?stood=${moment.spelled}` },
      ]}
      changed={isStood ? found.record.updatedAt : moment.at}
      cited={isStood ? { title: name } : undefined}
    >
      <article className="mt-10">
        <p className="eyebrow">{t("persons.of")}</p>
        <h1 className="mt-1 max-w-4xl text-title">
          <Name>{name}</Name>
        </h1>
        <StoodHead
          moment={moment}
          nothing={isStood ? null : found}
          since={isStood ? found.since : []}
          today={path}
        />
        {isStood && (
          <div className="mt-8">
            <PersonFacts record={found.record} />
            <p className="label mt-8 max-w-measure">{t("stood.ofPerson")}</p>
          </div>
        )}
      </article>
    </Frame>
  );
}
