import { request } from "node:http";
import { expect } from "@playwright/test";
import { pageOf, test } from "./support/accounts";
import { barriersInBoth } from "./support/barriers";
import { callAction, formOf } from "./support/call-action";
import { hire, site } from "./support/crew";
import { database } from "./support/traces";

test("the log tells an admin who did what, by filters that its address keeps, and as a file", async ({
  add,
  admin,
  browser,
}) => {
  const person = await add("author");
  const page = await pageOf(browser, person);
  expect((await page.goto("/admin/people"))?.status()).toBe(403);
  await admin.goto("/admin/audit");
  await admin.getByLabel("Who").selectOption(person.name);
  await admin.getByRole("button", { name: "Show" }).click();
  await expect(admin).toHaveURL(/by=/);
  await expect(
    admin.getByRole("row").filter({ hasText: "Refused: the role does not allow it" }).first(),
  ).toContainText("/admin/people");
  expect(await barriersInBoth(admin, { what: "the audit log" })).toEqual([]);
  const { search } = new URL(admin.url());
  const csv = await admin.request.get(`/admin/audit/events.csv${search}`);
  expect(csv.headers()["content-disposition"]).toContain("audit.csv");
  expect(await csv.text()).toContain("refused.role");
  const lines = (await (await admin.request.get(`/admin/audit/events.jsonl${search}`)).text()).trim();
  const names = lines.split("\n").map((line) => (JSON.parse(line) as { byName: string }).byName);
  expect(new Set(names)).toEqual(new Set([person.name]));
  await page.context().close();
});

test("a forged request and a form that is none of ours are noted, with the request's id and what was not typed", async () => {
  const member = await hire("author");
  const action = "app/admin/account/actions.ts#endOne";
  const args = [formOf({ id: "what should never be kept" })];
  const call = { site: site(), page: "/admin/account", action, args, cookie: member.cookie };
  expect((await callAction(call)).failed).toBe(true);
  const forged = await forge(member.cookie, "what should never be kept");
  expect(forged.status).toBe(403);
  const events = async () => {
    const { rows } = await database().query<{ action: string; row: string }>(
      `SELECT "action", to_jsonb(e)::text AS row FROM "AuditEvent" e
       WHERE "requestId" = $2 OR ("action" = 'refused.form' AND "byId" = $1) ORDER BY "action"`,
      [member.id, forged.requestId],
    );
    return rows;
  };
  await expect
    .poll(async () => (await events()).map((one) => one.action))
    .toEqual(["refused.form", "refused.origin"]);
  expect((await events()).map(({ row }) => row).join()).not.toContain("never be kept");
});

/** Sends a form as a page of another site would, from a network of its own: of one network not everything is noted. */
function forge(cookie: string, word: string): Promise<{ status: number; requestId: unknown }> {
  const { port } = new URL(site());
  const to = { host: "127.0.0.1", port, localAddress: "127.83.7.1", path: "/admin/account", method: "POST" };
  const headers = { host: `localhost:${port}`, origin: "http://evil.example", cookie };
  return new Promise((resolve, reject) => {
    const sent = request({ ...to, headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, requestId: answer.headers["x-request-id"] });
    });
    sent.once("error", reject).end(word);
  });
}
