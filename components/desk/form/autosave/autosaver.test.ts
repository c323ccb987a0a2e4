import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { AutosaveAnswer, Standing, WriteAnswer } from "../answer";
import { Autosaver } from "./autosaver";
import { longestWait, pause } from "./schedule";

const standing: Standing = {
  id: "0191d7a0-0000-7000-8000-000000000001",
  version: 3,
  state: "draft",
  publicPath: null,
};
const taken: WriteAnswer = {
  ok: true,
  intent: "untrash",
  ...standing,
  version: 4,
  next: undefined,
  warnings: [],
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An autosaver of a form that holds one text, with what it sent. */
function begin() {
  const sent: FormData[] = [];
  const saver = new Autosaver({
    standing,
    read: () => new FormData(),
    isAsBegun: () => false,
    post: (data) => {
      sent.push(data);
      return Promise.resolve<AutosaveAnswer>({ ok: true, ...standing, version: 9 });
    },
    onKeeping: () => undefined,
    onStanding: () => undefined,
    onRefusal: () => undefined,
    onLeft: () => undefined,
  });
  return { saver, sent };
}

it("sends what is typed after a pause", async () => {
  const { saver, sent } = begin();
  saver.typed();
  await vi.advanceTimersByTimeAsync(pause);
  expect(sent).toHaveLength(1);
  expect(saver.isUnkept).toBe(false);
});

it("sends what is typed once a move is answered", async () => {
  const { saver, sent } = begin();
  saver.typed();
  await saver.byButton(() => Promise.resolve(taken), { isMove: true });
  await vi.advanceTimersByTimeAsync(longestWait);
  expect(sent.map((data) => data.get("_version"))).toEqual(["4"]);
});

it("sends nothing after a move while another's changes are still to be met, and goes on from the version that was met", async () => {
  const { saver, sent } = begin();
  saver.typed();
  await saver.byButton(() => Promise.resolve(taken), { isMove: true, isMetAfter: true });
  saver.typed();
  await vi.advanceTimersByTimeAsync(longestWait * 2);
  expect(sent).toEqual([]);
  expect(saver.isUnkept).toBe(true);
  saver.settleOn(4);
  await vi.advanceTimersByTimeAsync(longestWait);
  expect(sent.map((data) => data.get("_version"))).toEqual(["4"]);
});
