/** Takes the forms in which readers report errors: all that readers can send, at the address of the form alone. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { longestReport } from "@/lib/domain/reports";
import { FairQueue } from "@/lib/fair-queue";
import { networkOf } from "@/lib/network";
import { localPath, readRoute, reportPath, reportSentPath } from "@/lib/routes";
import { type NextConnection, wholeOf } from "@/server/next/next-connection";
import { NoPage } from "@/server/next/pages";
import { deskHeaders } from "@/server/next/request-headers";
import type { PublicPages } from "./public-pages";
import { RequestBodies, TooLarge } from "./request-bodies";
import type { RequestOrigin } from "./request-origin";
import { sendSeeOther } from "./send";

const formType = /^application\/x-www-form-urlencoded(?:;|$)/i;
/** Reports on their way, in the turns of the clients. */
const share = { atOnce: 4, atOncePerClient: 2, waiting: 100, waitingPerClient: 10 };
/** What Next answers with is short. */
const longestAnswer = 256 * 1024;

/** The record that a path's form is about, with the language of the form; null for all other paths. */
export function reportedAt(path: string): { id: string; locale: string } | null {
  const route = readRoute(path);
  return route?.page.is === "report" && !route.page.isSent
    ? { id: route.page.id, locale: route.locale }
    : null;
}

/** Takes the form that was sent to a path for which `reportedAt` has a record. `malformed` wants a page of ours. @throws {TooBusy | TooLarge} */
export type AnswerReport = (
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  about: { id: string; locale: string },
) => Promise<"sent" | "malformed">;

/** Hands reports to the desk's process, and answers: with the way to the page that thanks, or with the form and what is wrong in it. */
export function reportForms(next: NextConnection, pages: PublicPages): AnswerReport {
  const [bodies, queue] = [new RequestBodies(), new FairQueue(share)];
  return async (request, response, from, { id, locale }) => {
    if (!formType.test(request.headers["content-type"] ?? "")) return "malformed";
    const client = networkOf(from.client);
    return bodies.run(request, client, (body) =>
      queue.run(client, async () => {
        if (body.length > longestReport) throw new TooLarge();
        if (response.destroyed) return "sent";
        const answer = await next.ask({
          method: "POST",
          path: `/api/reports/${id}`,
          headers: headersOf(response, from, body),
          body,
        });
        const said = (await wholeOf(answer, longestAnswer)).toString("utf8");
        if (answer.statusCode === 204)
          await sendSeeOther(request, response, from, localPath(locale, reportSentPath(id)));
        else if (answer.statusCode === 404) await pages.answerAbsent(request, response, from);
        else if (answer.statusCode === 422)
          await pages.answerRefusedReport(request, response, from, localPath(locale, reportPath(id)), said);
        else if (answer.statusCode === 400) return "malformed";
        else throw new NoPage(`Next answered ${answer.statusCode}`);
        return "sent";
      }),
    );
  };
}

/** Nothing of the reader goes on but the form, and the address by which reports are counted. */
function headersOf(response: ServerResponse, from: RequestOrigin, body: Buffer) {
  return {
    ...deskHeaders({}, from),
    "content-type": "application/x-www-form-urlencoded",
    "content-length": body.length,
    "x-entente-request": String(response.getHeader("x-request-id")),
  };
}
