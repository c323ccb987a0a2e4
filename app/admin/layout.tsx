import "../globals.css";
import "./desk.css";
import "./review.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentActor, currentSession } from "@/lib/auth/session";
import { deskTypefaces } from "./fonts";
import { AskBeforeLeaving } from "@/components/desk/leaving/ask-before-leaving";
import { TellOfCleaned } from "@/components/desk/leaving/tell-of-cleaned";
import { TellOfCut } from "@/components/desk/leaving/tell-of-cut";
import { Sender, type SendingWords } from "@/components/desk/sending/sending-trouble";
import { OwnVisit } from "@/components/desk/shell/own-visit";
import { OwnZone } from "@/components/desk/shell/own-zone";
import { DeskHeader } from "./parts/desk-header";
import { DeskNav } from "./parts/desk-nav";
import { toldZone } from "./wording/instant";
import { rawWords } from "./wording/spec-words";

// Nothing at the desk is the same for two people, or twice.
export const dynamic = "force-dynamic";

/** What every page of the desk is called after its own name. */
export async function generateMetadata(): Promise<Metadata> {
  const name = (await getTranslations("desk"))("name");
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false, follow: false } };
}

/** The desk around its pages. What it shows or hides is a courtesy: each page and action asks for itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [actor, session, t, sending, zone] = await Promise.all([
    currentActor(),
    currentSession(),
    getTranslations("desk"),
    rawWords("desk.sending"),
    toldZone(),
  ]);
  return (
    <html lang="en" className={deskTypefaces}>
      <body className="desk">
        <a href="#content" className="desk-skip">
          {t("skip")}
        </a>
        <OwnZone told={zone} />
        {actor && <OwnVisit />}
        {actor && <AskBeforeLeaving question={t("form.leaveAsk")} />}
        {actor && <TellOfCut says={String(t.raw("form.cutShort"))} />}
        {actor && <TellOfCleaned says={String(t.raw("form.cleaned"))} />}
        <Sender
          account={actor && session ? { id: session.user.id, email: session.user.email } : null}
          words={sending as SendingWords}
        >
          <DeskHeader actor={actor} />
          <div className={actor ? "desk-columns" : undefined}>
            {actor && <DeskNav actor={actor} />}
            <main id="content" tabIndex={-1} className="desk-main">
              {children}
            </main>
          </div>
        </Sender>
      </body>
    </html>
  );
}
