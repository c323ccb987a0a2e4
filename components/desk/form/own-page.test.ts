import { afterEach, expect, test } from "vitest";
import { expectOwnPage, forgetOwnPage, holdOwnPage, isHeldBack } from "./own-page";

afterEach(forgetOwnPage);

const id = "0192d0e0-0000-7000-8000-000000000001";
const page = (version: number) => ({ id, version });

test("a record's own page takes the place of the form that was saved, unless that is used on", () => {
  expect(holdOwnPage()).toBe(false);
  expectOwnPage(page(3));
  expect(isHeldBack(page(3), "save")).toBe(false);
  expect(holdOwnPage()).toBe(true);
  expect(holdOwnPage()).toBe(false);
  expect(isHeldBack(page(3), "save")).toBe(true);
  expect(isHeldBack(page(9), "save")).toBe(true);
});

test("after the next save the page of that save comes, and none that was drawn before it", () => {
  expectOwnPage(page(3));
  holdOwnPage();
  expectOwnPage(page(5));
  expect(isHeldBack(page(3), "save")).toBe(true);
  expect(isHeldBack(page(5), "publish")).toBe(false);
});

test("no other page waits: another record's, one that a person goes to, and any once the form is gone", () => {
  expectOwnPage(page(3));
  holdOwnPage();
  expect(isHeldBack({ id: `${id.slice(0, -1)}2`, version: 1 }, "save")).toBe(false);
  expect(isHeldBack(null, "save")).toBe(false);
  expect(isHeldBack(page(3), undefined)).toBe(false);
  forgetOwnPage();
  expect(isHeldBack(page(3), "save")).toBe(false);
});
