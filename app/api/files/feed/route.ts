import { getTranslations } from "next-intl/server";
import { atomOf } from "@/lib/exchange/atom";
import { feedPath } from "@/lib/routes";
import { site, siteName } from "@/lib/site";
import { file } from "../answer";
import { pageOfFeed } from "../feed-page";

export const dynamic = "force-dynamic";

/** `/feed.atom`: what changed last on the whole site. */
export async function GET(request: Request): Promise<Response> {
  const { changes, withdrawals, self, next } = await pageOfFeed(request, feedPath());
  const [t, log] = await Promise.all([
    getTranslations({ locale: "en", namespace: "changes" }),
    getTranslations({ locale: "en", namespace: "changeLog" }),
  ]);
  const feed = atomOf(changes, {
    site: site(),
    title: siteName,
    page: "/",
    ...{ self, next },
    since: "1970-01-01T00:00:00Z",
    word: (kind) => t(`kinds.${kind}`),
    happened: (isNew) => t(isNew ? "added" : "changed"),
    withdrawals: withdrawals.map((one) => ({
      ...one,
      title: `${t(`kinds.${one.kind}`)} ${log("withdrawn")}`,
    })),
  });
  return file(feed, "atom", "entente");
}
