/** A page is rendered as long as a client waits for it. */
import { once } from "node:events";
import { request } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Handler, startHandler } from "@/tests/support/handler";

let handler: Handler;
let release: () => void = () => undefined;

beforeEach(async () => {
  const held = new Promise<void>((resolve) => (release = resolve));
  handler = await startHandler({ before: () => held });
});
afterEach(() => {
  release();
  return handler.stop();
});

/** Asks for the page, and gives what breaks the connection off. */
function asking(): () => void {
  const headers = { host: `localhost:${handler.port}` };
  const asked = request({ host: "127.0.0.1", port: handler.port, path: "/a-page", headers, agent: false });
  asked.on("error", () => undefined).end();
  return () => asked.destroy();
}

it("breaks the render of a document off when all have gone that asked for it, and no sooner", async () => {
  const leave = [asking(), asking()];
  await expect.poll(() => [handler.active(), handler.reached.length]).toEqual([2, 1]);
  const { socket } = handler.reached[0]!;
  leave[0]!();
  await expect.poll(() => handler.active()).toBe(1);
  expect(socket.destroyed).toBe(false);
  const closed = once(socket, "close");
  leave[1]!();
  await closed;
});

it("renders a page anew, at once, that was given up before", async () => {
  const leave = asking();
  await expect.poll(() => handler.reached.length).toBe(1);
  leave();
  await expect.poll(() => handler.active()).toBe(0);
  const answer = handler.ask("/a-page");
  await expect.poll(() => handler.reached.length).toBe(2);
  release();
  expect((await answer).status).toBe(200);
});
