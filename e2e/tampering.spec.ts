/** Requests that no page of ours makes: refused, without an effect, and without a word about the inside. */
import { expect, test } from "@playwright/test";
import { actions } from "./access-matrix";
import { cases, type Prepared } from "./support/access-cases";
import { type ActionAnswer, callAction, formOf } from "./support/call-action";
import { adminCookie, callAccount, hire, type Member, site } from "./support/crew";
import { uniqueWord } from "./support/members";
import { type FormValues, recordForm, sendRecord, writeRecord } from "./support/records";
import { tracesOf } from "./support/traces";
import { inRow } from "@/tests/support/rows";

/** What betrays the inside: stacks, files, SQL. */
const inside =
  /\bat (?:async )?\S+ \(|node_modules|\/lib\/|\/app\/admin\/[\w/]+\.ts|TypeError|Prisma|SELECT |INSERT /;

const foreign: Record<string, { origin: string | null; headers?: Record<string, string> }> = {
  "without an origin": { origin: null },
  "with no origin to speak of": { origin: "null" },
  "from a foreign page": { origin: "https://foreign.example" },
  "from a foreign page behind a proxy of its own": {
    origin: "https://foreign.example",
    headers: { "x-forwarded-host": "foreign.example", "x-forwarded-proto": "https" },
  },
};

for (const [how, from] of Object.entries(foreign))
  test(`no action can be called ${how}, with whatever cookie`, async () => {
    test.slow();
    const admin = await hire("admin");
    for (const action of Object.keys(actions) as (keyof typeof actions)[])
      await test.step(action, async () => {
        const [prepare] = Object.values(cases[action]) as ((who: Member) => Promise<Prepared>)[];
        const { marks, ...call } = await prepare!(admin);
        const before = await tracesOf(...marks);
        const answer = await callAction({ site: site(), action, ...call, ...from, cookie: admin.cookie });
        expect.soft(answer.status, action).toBe(403);
        expect.soft(answer.cookies, action).toEqual([]);
        expect.soft(await tracesOf(...marks), action).toEqual(before);
      });
  });

test("next-auth's own addresses take nothing from a foreign page", async () => {
  const { cookie, id } = await hire("admin");
  const before = await tracesOf(id);
  for (const path of ["signout", "callback/credentials", "signin/credentials"]) {
    const headers = { origin: "https://foreign.example", cookie };
    const answer = await fetch(`${site()}/api/auth/${path}`, { method: "POST", headers, body: "a=b" });
    expect(answer.status).toBe(403);
  }
  expect(await tracesOf(id)).toEqual(before);
});

async function expectRefused(answer: ActionAnswer, what: string): Promise<void> {
  expect.soft(answer.status, what).toBe(403);
  expect.soft(answer.text, what).not.toMatch(inside);
}

/** What is added to the form of a record, or put in its place. */
const tamperings: Record<string, FormValues> = {
  "a role": { role: "admin" },
  "a version of its own": { version: "9" },
  "an id of its own": { id: "00000000-0000-7000-8000-000000000000" },
  "a state": { state: "published" },
  "a hidden input that no form has": { _state: "published" },
  "an unknown field": { headline: "Something" },
  "an unknown row": { [inRow("meetings", 0, "host")]: "Somebody" },
  "a field twice": { title: ["One", "Another"] },
  "the version twice": { _version: ["1", "2"] },
  "the id twice": { _id: ["", ""] },
  "a negative version": { _version: "-1" },
  "a version that is no number": { _version: "1 OR 1=1" },
  "an id that is none": { _id: "1; DROP TABLE" },
  "a kind that is none": { _kind: "user" },
  "a kind from within": { _kind: "__proto__" },
  "an intent that is none": { _intent: "delete" },
  "the trash for what is not saved": { _id: "", _intent: "trash" },
  "a name from within": { __proto__x: "1", constructor: "1" },
};

test("a record's form takes nothing that it did not send", async () => {
  const cookie = await adminCookie();
  const word = uniqueWord();
  const values = { title: `Gazette ${word}` };
  const saved = await writeRecord({ kind: "source", intent: "save", values, cookie });
  const before = await tracesOf(word, saved.id);
  const form = recordForm({ kind: "source", intent: "save", values, target: saved });
  for (const [what, tampered] of Object.entries(tamperings)) {
    await expectRefused(await sendRecord({ ...form, ...tampered }, cookie), what);
    expect.soft(await tracesOf(word, saved.id), what).toEqual(before);
  }
  const withFile = formOf(form);
  withFile.set("publisher", new Blob(["text"]), "publisher.txt");
  const call = {
    site: site(),
    page: "/admin/sources/new",
    action: "app/admin/actions/write-record.ts#writeRecord",
  };
  await expectRefused(await callAction({ ...call, args: [null, withFile], cookie }), "a file");
  for (const none of [{ title: "x" }, "title=x", null, 7, ["title"]])
    await expectRefused(
      await callAction({ ...call, args: [null, none], cookie }),
      `${typeof none} for a form`,
    );
  expect(await tracesOf(word, saved.id)).toEqual(before);
});

test("a record cannot be saved as another kind, into another's id, or over a version to come", async () => {
  const cookie = await adminCookie();
  const word = uniqueWord();
  const values = { title: `Gazette ${word}` };
  const saved = await writeRecord({ kind: "source", intent: "save", values, cookie });
  const before = await tracesOf(word, saved.id);
  const form = recordForm({ kind: "source", intent: "save", values, target: saved });
  const attempts: FormValues[] = [
    { ...form, _kind: "event" },
    { ...form, _id: "00000000-0000-7000-8000-000000000000" },
    { ...form, _version: "999999999" },
    { ...form, _version: "0" },
    { ...form, _over: "7" },
  ];
  for (const attempt of attempts) {
    const { status, value, text } = await sendRecord(attempt, cookie);
    expect.soft([200, 403]).toContain(status);
    if (status === 200) expect.soft(value).toMatchObject({ ok: false });
    expect.soft(text).not.toMatch(inside);
    expect.soft(await tracesOf(word, saved.id)).toEqual(before);
  }
});

test("an account's forms take nothing that they did not send", async () => {
  const person = await hire("viewer");
  const cookie = await adminCookie();
  const before = await tracesOf(person.id);
  const seen = { id: person.id, version: "1" };
  const attempts: [string, FormValues][] = [
    ["giveRole", { ...seen, role: "emperor" }],
    ["giveRole", { ...seen, role: ["viewer", "admin"] }],
    ["giveRole", { ...seen, role: "admin", passwordHash: "x" }],
    ["giveRole", { ...seen, role: "admin", version: "-1" }],
    ["giveRole", { ...seen, role: "admin", version: "1.5" }],
    ["disable", { ...seen, id: "1" }],
    ["disable", { ...seen, id: [person.id, person.id] }],
    ["enable", { ...seen, email: "other@example.org" }],
    ["sendPasswordLink", { ...seen, password: "chosen by somebody" }],
  ];
  for (const [name, values] of attempts) {
    const answer = await callAccount({ name, person: person.id }, values, cookie);
    await expectRefused(answer, `${name} ${JSON.stringify(values)}`);
    expect.soft(await tracesOf(person.id), name).toEqual(before);
  }
});

test("a picker's new source takes nothing that it did not send", async () => {
  const cookie = await adminCookie();
  const word = uniqueWord();
  const whole = { title: word, publisher: "", date: "", address: "" };
  const attempts = [
    { ...whole, state: "published" },
    { title: word },
    { ...whole, title: [word] },
    null,
    word,
  ];
  const action = "app/admin/actions/make-source.ts#makeSource";
  for (const typed of attempts) {
    const call = { site: site(), page: "/admin/visits/new", action, args: [typed], cookie };
    await expectRefused(await callAction(call), JSON.stringify(typed));
  }
  expect(await tracesOf(word)).toEqual([]);
});

/** The hidden inputs by which a form that is sent without scripts names its action. */
function hiddenIn(html: string): FormValues {
  const inputs = [...html.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)];
  return Object.fromEntries(
    inputs.map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    ]),
  );
}

test("a form that is tampered with and sent without scripts is answered by a plain page", async () => {
  const cookie = await adminCookie();
  const headers = { cookie, origin: site() };
  const word = uniqueWord();
  const page = `${site()}/admin/sources/new`;
  const html = await (await fetch(page, { headers })).text();
  const own = hiddenIn(html.slice(html.indexOf("record-form")));
  const form = { ...own, title: `Gazette ${word}`, _intent: "save" };

  const refused = await fetch(page, { method: "POST", headers, body: formOf({ ...form, role: "admin" }) });
  const text = await refused.text();
  expect(refused.status).toBe(403);
  expect(text).toContain("Nothing was changed");
  expect(text).not.toMatch(inside);
  expect(await tracesOf(word)).toEqual([]);

  // The very same form without what was added is taken.
  const taken = await fetch(page, { method: "POST", headers, body: formOf(form), redirect: "manual" });
  expect(taken.status).toBe(303);
  expect(await tracesOf(word)).not.toEqual([]);
});

test("an action that no build has is refused", async () => {
  const headers = { cookie: await adminCookie(), origin: site() };
  for (const id of ["00".repeat(21), "zz", "../../etc/passwd", "__proto__"]) {
    const call = { method: "POST", headers: { ...headers, "next-action": id }, body: "[]" };
    const answer = await fetch(`${site()}/admin/people`, call);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toMatch(inside);
  }
});

test("readers' addresses take no action, but reports of errors by their own form", async () => {
  const headers = { origin: site(), "next-action": "00".repeat(21) };
  for (const path of ["/", "/search", "/kazakhstan-mexico", "/sitemap.xml", "/feed.atom"])
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      expect((await fetch(site() + path, { method, headers })).status, `${method} ${path}`).toBe(405);
  const form = `${site()}/report/00000000-0000-7000-8000-00000000ffff`;
  const sent = (headers: Record<string, string>, body: string, method = "POST") =>
    fetch(form, {
      method,
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body,
    });
  expect((await sent({ origin: "https://evil.example" }, "text=a")).status).toBe(403);
  expect((await sent({ ...headers, "content-type": "text/plain" }, "text=a")).status).toBe(400);
  expect((await sent(headers, "text=a&other=b")).status).toBe(400);
  expect((await sent(headers, "a".repeat(50_000))).status).toBe(413);
  expect((await sent(headers, "text=a", "PUT")).status).toBe(405);
  // Of a record that no reader can see nothing is said.
  expect((await sent(headers, "stamp=&text=a&source=&address=")).status).toBe(404);
});
