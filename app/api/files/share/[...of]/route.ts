import { getTranslations } from "next-intl/server";
import { countryCodes } from "@/lib/domain/countries";
import { countDossiers } from "@/lib/published/dossiers";
import { siteName } from "@/lib/site";
import { noFile } from "../../answer";
import { drawableName, shareAnswer } from "../../share-image";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ of: string[] }>;
}

/**
 * `/share.png`, `/share-people.png` and the like, and `/countries/{code}/share.png`: the images that stand beside links to pages above
 * all dossiers elsewhere.
 */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const {
    of: [what = "", code = ""],
  } = await params;
  const t = await getTranslations({ locale: "en" });
  const line = (text: string, below: string | null) => shareAnswer({ lines: [{ text, signs: [] }], below });
  switch (what) {
    case "site":
      return shareAnswer({ lines: [{ text: siteName, signs: ["a", "b"] }], below: t("home.title") });
    case "people":
      return line(t("persons.index.heading"), t("share.ofAll"));
    case "calendar":
      return line(t("calendar.title"), t("share.ofAll"));
    case "changes":
      return line(t("changeLog.title"), t("share.ofAll"));
    case "country":
      return ofCountry(code.toUpperCase());
    default:
      return noFile();
  }
}

async function ofCountry(code: string): Promise<Response> {
  if (!countryCodes.includes(code)) return noFile();
  const { countries } = await countDossiers();
  const count = countries.find((one) => one.code === code)?.count ?? 0;
  if (count === 0) return noFile();
  const t = await getTranslations({ locale: "en", namespace: "share" });
  return shareAnswer({ lines: [{ text: drawableName(code), signs: ["a"] }], below: t("with", { count }) });
}
