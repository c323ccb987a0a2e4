import { fileURLToPath } from "node:url";
import createNextIntlPlugin from "next-intl/plugin";

const withWords = createNextIntlPlugin("./i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // server.ts compresses, makes entity tags and sets every security header.
  compress: false,
  generateEtags: false,
  // Without this, metadata is streamed behind the body, where only scripts would put it in place.
  htmlLimitedBots: /.*/,
  // The typefaces' preloads belong into the page: a document keeps no header of Next's.
  reactMaxHeadersLength: 0,
  images: { unoptimized: true },
  // Types are checked by `npm test`; a start need not check them again.
  typescript: { ignoreBuildErrors: true },
  // A lock file in a folder above must not be taken for ours.
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },
  // Files have the address of their page, with their format at the end.
  rewrites: () => [
    { source: "/feed.atom", destination: "/api/files/feed" },
    { source: "/calendar.ics", destination: "/api/files/calendar" },
    { source: "/sitemap.xml", destination: "/api/files/sitemap" },
    { source: "/sitemap-dossiers.xml", destination: "/api/files/sitemap/dossiers" },
    { source: "/sitemap-people.xml", destination: "/api/files/sitemap/people" },
    {
      source: "/people.:format(csv|spreadsheet\\.csv|xlsx|json|csv-metadata\\.json)",
      destination: "/api/files/people/:format",
    },
    { source: "/cite.:format(bib|ris|json)", destination: "/api/files/cite/:format" },
    { source: "/:path+/cite.:format(bib|ris|json)", destination: "/api/files/cite/:format/:path+" },
    { source: "/:dossier/sitemap.xml", destination: "/api/files/:dossier/sitemap/1" },
    { source: "/:dossier/sitemap-:part(\\d+).xml", destination: "/api/files/:dossier/sitemap/:part" },
    { source: "/:dossier/calendar.ics", destination: "/api/files/:dossier/calendar" },
    { source: "/share.png", destination: "/api/files/share/site" },
    { source: "/share-:of(people|calendar|changes).png", destination: "/api/files/share/:of" },
    { source: "/countries/:code/share.png", destination: "/api/files/share/country/:code" },
    { source: "/:dossier/share.png", destination: "/api/files/:dossier/share" },
    { source: "/:dossier/share-:list([a-z]+).png", destination: "/api/files/:dossier/share/:list" },
    { source: "/:dossier/feed.atom", destination: "/api/files/:dossier/feed" },
    {
      source: "/:dossier/:list([a-z]+).:format(csv|spreadsheet\\.csv|xlsx|json|csv-metadata\\.json)",
      destination: "/api/files/:dossier/:list/:format",
    },
  ],
  // `forbidden()` answers 403 with app/admin/forbidden.tsx; app/global-not-found.tsx is the page for what is not there.
  experimental: { serverActions: { bodySizeLimit: "1mb" }, authInterrupts: true, globalNotFound: true },
};

export default withWords(config);
