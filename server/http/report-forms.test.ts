/** The one thing that readers can send: what of it goes on, and what they are answered. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Handler, startHandler } from "@/tests/support/handler";

let handler: Handler;
const form = "/report/01a20992-3847-7734-8242-569f04c20143";
const type = "application/x-www-form-urlencoded";

beforeAll(async () => {
  handler = await startHandler();
});
afterAll(() => handler.stop());
beforeEach(() => {
  handler.reached.length = 0;
});

const send = (body: string, headers: Record<string, string> = {}, path = form) =>
  handler.ask(path, {
    method: "POST",
    headers: { "content-type": type, "content-length": String(body.length), ...headers },
    body,
  });

it("goes on without anything of the reader but its address, and leads to the page that thanks", async () => {
  const headers = {
    origin: handler.origin,
    cookie: "sid=1",
    "x-entente-report": "x",
    "x-forwarded-for": "9.9.9.9",
  };
  expect(await send("text=wrong", headers)).toMatchObject({
    status: 303,
    text: "",
    headers: { location: `${form}/sent`, "cache-control": "no-store" },
  });
  const [{ url, method, headers: passed } = {}] = handler.reached;
  expect([method, url]).toEqual(["POST", "/api/reports/01a20992-3847-7734-8242-569f04c20143"]);
  expect(passed).toMatchObject({ "content-type": type, "x-forwarded-for": "127.0.0.1" });
  expect(passed?.["x-entente-request"]).toMatch(/^[\w-]{12}$/);
  for (const name of ["cookie", "origin", "x-entente-report"]) expect(passed).not.toHaveProperty(name);
});

it("comes back with its page, which alone is told what is wrong, where it is not taken", async () => {
  const answer = await send("text=422");
  expect(answer).toMatchObject({ status: 422, headers: { "cache-control": "no-store" } });
  expect(answer.text).toContain(`GET ${form}`);
  expect(handler.reached[1]?.headers["x-entente-report"]).toBe("told");
});

it("is answered with a page of ours where there is no such record, or no form of ours sent it", async () => {
  expect(await send("text=404")).toMatchObject({ status: 404 });
  expect(await send("text=400")).toMatchObject({ status: 400 });
  expect(await send("text=500")).toMatchObject({ status: 500 });
});

it("is refused before it goes on: of another type, too long, forged, with a query, elsewhere", async () => {
  expect(await send("text=a", { "content-type": "application/json" })).toMatchObject({ status: 400 });
  expect(await send("a".repeat(41 * 1024))).toMatchObject({ status: 413 });
  expect(await send("text=a", { origin: "https://evil.example" })).toMatchObject({ status: 403 });
  expect(await send("text=a", {}, `${form}?x=1`)).toMatchObject({ status: 400 });
  for (const path of [`${form}/sent`, "/report", "/report/not-an-id", "/api/reports/x", "/kazakhstan-mexico"])
    expect(await send("text=a", {}, path), path).toMatchObject({ status: 405 });
  expect(handler.reached).toEqual([]);
});

it("has a form that no cache keeps, made for each who asks", async () => {
  for (const _ of ["first", "second"])
    expect(await handler.ask(form)).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
  expect(handler.reached).toHaveLength(2);
});
