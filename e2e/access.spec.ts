/** Every address and every server action of the build, called directly as each role, does what the matrix says. */
import { expect, test } from "@playwright/test";
import {
  actions,
  type ActorName,
  actors,
  type CallAnswer,
  type RouteAnswer,
  routes,
  type Row,
  unfinishedSessions,
  unnoted,
} from "./access-matrix";
import { cases, type Prepared } from "./support/access-cases";
import { type ActionAnswer, builtActions, builtRoutes, callAction } from "./support/call-action";
import { adminCookie, dismiss, firstDossier, hire, type Member, site } from "./support/crew";
import { addSecondStep, limitTo, makeTemporary, uniqueWord } from "./support/members";
import type { RoleName } from "./support/people";
import { ownDossier } from "./support/access/prepare";
import { writeRecord } from "./support/records";
import { until } from "../tests/support/until";
import { notedOf, one, tracesOf } from "./support/traces";

/**
 * Who calls: each actor of the matrix, and before them the holder of a closed account, who is anonymous by now, and
 * admins who have not set a password of their own yet, or not given the code of their second step.
 */
const callers = ["closed", "new", "half", ...actors] as const;
type Caller = (typeof callers)[number];

const columnOf = (caller: Caller): ActorName =>
  caller === "closed" || isUnfinished(caller) ? "anonymous" : caller;

const isUnfinished = (caller: Caller): caller is keyof typeof unfinishedSessions =>
  Object.hasOwn(unfinishedSessions, caller);

function roleOf(caller: Caller): RoleName {
  const column = columnOf(caller);
  if (column === "anonymous") return "admin";
  return column === "limited" ? "editor" : column;
}

/** A new account of that kind with the cookie that it calls with; for an anonymous call, one that does not call. */
async function come(caller: Caller): Promise<{ member: Member; cookie: string | undefined }> {
  const member = await hire(roleOf(caller));
  if (caller === "limited") await limitTo(member.id, (await firstDossier()).dossierId);
  if (caller === "anonymous") return { member, cookie: undefined };
  if (caller === "new") await makeTemporary(member.id);
  if (caller === "half") await addSecondStep(member.id);
  if (isUnfinished(caller)) return { member, cookie: member.cookie };
  return {
    member,
    cookie: caller === "closed" ? (await dismiss(await hire("admin"))).cookie : member.cookie,
  };
}

/** What an address answers a caller. */
function expectedOf(caller: Caller, path: string, row: Row<RouteAnswer>): RouteAnswer {
  const expected = row[columnOf(caller)];
  if (!isUnfinished(caller)) return expected;
  const { page, routes: answers } = unfinishedSessions[caller];
  const isPage = expected === "/admin/sign-in" && !path.startsWith("/api/");
  return answers[path] ?? (isPage ? page : expected);
}

test("the matrix has every address of the build, and no other", () => {
  expect(Object.keys(routes).sort()).toEqual(builtRoutes().sort());
});

test("the matrix has every server action of the build, and no other", () => {
  const built = builtActions().map(({ name }) => name);
  expect(Object.keys(actions).sort()).toEqual(built.sort());
});

/** What the addresses of the matrix stand for: a draft, a version of it and an event of another dossier, none of them published, and a person. */
async function prepareAddressed(word: string) {
  const write = { kind: "source", values: { title: `Secret ${word}` }, cookie: await adminCookie() } as const;
  const draft = await writeRecord({ ...write, intent: "save" });
  const revision = await one<{ id: string }>(`SELECT "id" FROM "Revision" WHERE "entryId" = $1`, draft.id);
  const person = await hire("viewer");
  // Of another dossier than that to which anyone here is limited.
  const dossier = await ownDossier();
  const values = { title: `Secret ${word}`, date: "2014", type: "other", text: "Said" };
  const event = await writeRecord({ ...write, kind: "event", values, dossierId: dossier, intent: "save" });
  const first = await one<{ id: string }>(`SELECT "id" FROM "Revision" WHERE "entryId" = $1`, event.id);
  return {
    ...{ draft: draft.id, revision: revision.id, person: person.id },
    ...{ dossier, event: event.id, eventRevision: first.id },
  };
}

// One story for each caller: with all of them in one, a busy machine would take longer than any bound for what hangs.
for (const caller of callers)
  test(`every address answers as the matrix says: ${caller}`, async () => {
    test.slow();
    const word = uniqueWord();
    const known = await prepareAddressed(word);
    const rows = Object.values(routes).flatMap((addresses) => Object.entries(addresses));
    const { cookie } = await come(caller);
    const headers: Record<string, string> = cookie ? { cookie } : {};
    for (const [address, row] of rows) {
      const path = address.replace(/\{(\w+)\}/g, (_, name: keyof typeof known) => known[name]);
      const expected = expectedOf(caller, path, row);
      await test.step(path, async () => {
        const answer = await fetch(site() + path, { headers, redirect: "manual" });
        const location = answer.headers.get("location");
        const got = location ? new URL(location, site()).pathname : answer.status;
        expect.soft(got, `${caller}: ${path}`).toBe(expected);
        if (columnOf(caller) !== "anonymous" || (isUnfinished(caller) && expected === 200)) return;
        // Next's scripts ask in another way, which must give nothing more away.
        const asScript = await fetch(site() + path, {
          headers: { ...headers, rsc: "1" },
          redirect: "manual",
        });
        expect.soft(`${await answer.text()}${await asScript.text()}`, path).not.toContain(word);
      });
    }
  });

/** What became of a call, in the matrix's words, from what it answered and what it left behind. */
function became({ status, value, redirect, failed }: ActionAnswer, isChanged: boolean): CallAnswer | string {
  const said = value as { ok?: boolean; outcome?: string; reason?: string } | null | undefined;
  const refusal = said?.reason ?? (said?.outcome === "refused" ? "refused" : undefined);
  if (isChanged) return refusal || failed ? `changed, though it says ${refusal ?? status}` : "done";
  if (redirect === "/admin") return "nothing";
  if (redirect) return redirect.startsWith("/admin/sign-in") ? "sign-in" : `leads to ${redirect}`;
  if (refusal === "signedOut") return "signed out";
  if (refusal === "forbidden" || status === 403) return "forbidden";
  if (failed) return `failed with ${status}`;
  return refusal ? "refused" : "nothing";
}

for (const [action, its] of Object.entries(actions))
  for (const [what, row] of Object.entries(its as Record<string, Row<CallAnswer>>))
    test(`who may ${what}`, async () => {
      test.slow();
      const prepare = (
        cases[action as keyof typeof cases] as Record<string, (who: Member) => Promise<Prepared>>
      )[what]!;
      let prepared: Prepared | undefined;
      for (const caller of callers)
        await test.step(caller, async () => {
          const { member, cookie } = await come(caller);
          // What is not the caller's own, and stands as it was after a refused call, is asked for again by the next.
          if (!prepared || prepare.length > 0) prepared = await prepare(member);
          const { page, args, marks } = prepared;
          const [before, noted] = [await tracesOf(...marks), await notedOf(member.id)];
          const answer = await callAction({ site: site(), page, action, args, cookie });
          const after = await tracesOf(...marks);
          const isChanged = JSON.stringify(before) !== JSON.stringify(after);
          if (isChanged) prepared = undefined;
          const got = became(answer, isChanged);
          expect
            .soft(got, `${caller}: ${answer.text.slice(0, 300)}`)
            .toBe(
              (isUnfinished(caller) && unfinishedSessions[caller].actions[what]) || row[columnOf(caller)],
            );
          if (!cookie || columnOf(caller) === "anonymous" || unnoted.has(what)) return;
          if (got !== "done" && got !== "forbidden") return;
          const hasMore = async () => (await notedOf(member.id)).length > noted.length;
          const isNoted = await until("it is noted", hasMore, { within: 10_000 }).catch(() => false);
          expect.soft(isNoted, `${caller}: the audit log says that it was ${got}`).not.toBe(false);
        });
    });
