import { Breadcrumbs, type Crumb } from "@/components/public/frame/breadcrumbs";
import { CiteThis } from "@/components/public/cite/cite-this";
import { localPath, plainPath } from "@/lib/routes";
import { PrintLine } from "@/components/public/frame/print-line";
import { SiteFooter } from "@/components/public/frame/site-footer";
import { SiteHeader } from "@/components/public/frame/site-header";
import { breadcrumbLd, type Description, ldText } from "@/lib/exchange/json-ld";
import { spellInstant } from "@/lib/domain/stood/moment";
import { contentLicence, site, siteName, siteUrl } from "@/lib/site";

interface Props {
  locale: string;
  /** The way to this page after the first page; empty on the first page itself. */
  trail: readonly Crumb[];
  /** schema.org descriptions of what the page holds. */
  described?: readonly Description[];
  /** Whether the head has the search; not where the page itself has it. */
  searches?: boolean;
  /** Without the head: the first page begins with the site's name itself. */
  bare?: boolean;
  /** ISO instant of the last change to what the page shows. */
  changed?: string;
  cited?:
    | undefined
    | {
        /** What it is called where it is cited. */
        title: string;
        /** Of a single record the version, and the path at which that is shown for good. */
        version?: number;
        lasting?: string;
        /** Of what is put together of records the ISO instant since when it stands so: by it the page is found as it stands now. */
        since?: string | undefined;
      };
  /** Its one address, where Next cannot say it: of pages at the first page's path. */
  canonical?: string;
  children: React.ReactNode;
}

/** What surrounds every readers' page: head, way, foot, and what machines are told. */
export function Frame(props: Props) {
  const { locale, trail, described = [], searches = true, bare = false, changed, children } = props;
  const { cited, canonical = trail.length === 0 ? localPath(locale, "/") : undefined } = props;
  const way = [{ name: siteName, href: localPath(locale, "/") }, ...trail];
  const own = way.at(-1)!.href;
  const [path = own, view = ""] = own.split("?");
  const lasting = cited?.since === undefined ? own : `${path}?stood=${spellInstant(cited.since)}`;
  const crumbs =
    trail.length > 0
      ? [
          breadcrumbLd(
            way.map(({ name, href }) => ({ name, path: href })),
            site(),
          ),
        ]
      : [];
  return (
    <>
      {canonical && <link rel="canonical" href={siteUrl(canonical)} />}
      <SiteHeader siteName={siteName} locale={locale} searches={searches} bare={bare} />
      <main id="main" className="mx-auto max-w-page px-5 pt-6 sm:px-8">
        <PrintLine siteName={bare ? undefined : siteName} address={siteUrl(own)} changed={changed} />
        {trail.length > 0 && <Breadcrumbs trail={way} />}
        {children}
        {cited && (
          <CiteThis
            title={cited.title}
            version={cited.version}
            within={trail.length > 1 ? trail[0]!.name : undefined}
            site={siteName}
            address={siteUrl(cited.lasting === undefined ? lasting : localPath(locale, cited.lasting))}
            path={plainPath(path, locale)}
            view={view}
            // A page of which no change is told is cited as of the day on which it was made.
            changed={changed ?? new Date().toISOString()}
          />
        )}
      </main>
      <SiteFooter siteName={siteName} licence={contentLicence} locale={locale} />
      {[...described, ...crumbs].map((thing, index) => (
        <script key={index} type="application/ld+json" dangerouslySetInnerHTML={{ __html: ldText(thing) }} />
      ))}
    </>
  );
}
