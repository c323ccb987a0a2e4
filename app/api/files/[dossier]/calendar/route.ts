import { calendarFilePath } from "@/lib/routes";
import { siteName } from "@/lib/site";
import { dossierOr } from "../../answer";
import { calendarAsFile } from "../../calendar-file";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ dossier: string }>;
}

/** `/{dossier}/calendar.ics`: what falls on the days to come in one dossier, for calendar programs. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const { dossier: slug } = await params;
  const dossier = await dossierOr(slug, calendarFilePath);
  if (dossier instanceof Response) return dossier;
  return calendarAsFile({ id: dossier.id, slug: dossier.slug }, `${dossier.title} · ${siteName}`);
}
