import { getTranslations } from "next-intl/server";
import { NextResponse } from "next/server";
import { z } from "zod";
import type { BoxFinding } from "@/components/desk/box/box-parts";
import { currentActor } from "@/lib/auth/session";
import { isUnreachable } from "@/lib/database/failures";
import { meant } from "@/components/desk/box/matching";
import { savedViews } from "@/lib/desk/settings/saved-views";
import { findInBox } from "@/lib/desk/read/box";
import { kinds } from "@/lib/domain/kinds/registry";
import { longestAddress } from "@/lib/domain/readable-address";

const query = z.object({ q: z.string().max(longestAddress).catch("") });

/** No more views are offered for what was typed. */
const mostViews = 4;

/** The views by their names, and the records, that the desk's box offers for what was typed, as JSON: `{ found: BoxFinding[] }`. */
export async function GET(request: Request) {
  const { q } = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  try {
    const actor = await currentActor();
    if (!actor) return NextResponse.json({ found: [] }, { status: 401 });
    const [rows, views, t, tKinds] = await Promise.all([
      findInBox(actor, q),
      savedViews(actor),
      getTranslations("desk"),
      getTranslations("kinds"),
    ]);
    const found = rows.map(({ id, kind, title, state, dossier }): BoxFinding => ({
      href: `/admin/${kinds[kind].path}/${id}`,
      label: title || t("dashboard.untitled", { one: tKinds(`${kind}.one`) }),
      detail: [tKinds(`${kind}.one`), dossier?.title, t(`states.${state}`)].filter(Boolean).join(" · "),
    }));
    const lists = views.map(({ kind, name, query }): BoxFinding => {
      const list = `/admin/${kinds[kind].path}`;
      const detail = t("box.view", { many: tKinds(`${kind}.many`) });
      return { href: query === "" ? list : `${list}?${query}`, label: name, detail };
    });
    return NextResponse.json({ found: [...meant(lists, q).slice(0, mostViews), ...found] });
  } catch (error) {
    if (isUnreachable(error)) return NextResponse.json({ found: [] }, { status: 503 });
    throw error;
  }
}
