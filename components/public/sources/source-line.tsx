import { domainToUnicode } from "node:url";
import { useTranslations } from "next-intl";
import { tagBeside } from "@/lib/domain/languages";
import type { NotedSource } from "../notes/notes";
import { DateText } from "../frame/date-text";
import { Name, Names } from "../frame/name";
import { pathTo, type Setting } from "../frame/setting";

/** A source in one line: authors, title (which leads to its page), publisher, date, outside address and the copy kept of it. */
export function SourceLine({ source, setting }: { source: NotedSource; setting: Setting }) {
  const t = useTranslations("sources");
  const {
    title,
    authors = [],
    publisher,
    date,
    address,
    archivedAddress,
    accessedOn,
    language,
  } = source.values;
  return (
    <>
      {authors.length > 0 && (
        <>
          <Names of={authors} />.{" "}
        </>
      )}
      <a href={pathTo(setting, source)}>
        <cite lang={title && tagBeside(language, setting.locale)}>
          <Name>{title ?? t("untitled")}</Name>
        </cite>
      </a>
      {publisher && (
        <>
          . <Name>{publisher}</Name>
        </>
      )}
      {date && (
        <>
          , <DateText value={date} />
        </>
      )}
      {address && (
        <>
          . <OutsideLink href={address} label={t("openOriginal", { title: title ?? "" })} />
        </>
      )}
      {accessedOn && (
        <>
          {" "}
          ({t("accessed")} <DateText value={accessedOn} />)
        </>
      )}
      {archivedAddress && (
        <>
          {", "}
          {t.rich("archivedAt", {
            link: () => (
              <OutsideLink href={archivedAddress} label={t("openArchived", { title: title ?? "" })} />
            ),
          })}
        </>
      )}
    </>
  );
}

/** A link that leaves the site, shown as the host it leads to, in the script in which it is written; its name holds that as a word. */
export function OutsideLink({ href, label }: { href: string; label?: string }) {
  return (
    <a
      className="outside"
      href={URL.canParse(href) ? new URL(href).href : href}
      rel="external noopener"
      aria-label={label && `${label} – ${hostOf(href)}`}
    >
      <bdi>{hostOf(href)}</bdi>
    </a>
  );
}

function hostOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, hostname } = new URL(address);
  return host.replace(hostname, domainToUnicode(hostname) || hostname).replace(/^www\./, "");
}
