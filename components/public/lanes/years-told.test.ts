import { expect, test } from "vitest";
import { yearsTold } from "./years-told";

test.each([
  [[2099], "2099"],
  [[25, 1701, 1702, 1703], "25, 1701–1703"],
  [[1, 3, 5, 7, 9, 11, 13, 15, 17], "1, 3, 5, 7, 9, 11, 13, 15, …"],
])("%j are told as %j", (years, told) => expect(yearsTold(years)).toBe(told));
