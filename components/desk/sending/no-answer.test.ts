import { expect, test } from "vitest";
import { whyNoAnswer } from "./no-answer";

test("a server that is not reached is told from one that met a fault", async () => {
  const unreached: unknown = await fetch("http://127.0.0.1:1/").catch((error: unknown) => error);
  expect(whyNoAnswer(unreached)).toBe("network");
  expect(whyNoAnswer(Object.assign(new Error("An error occurred"), { digest: "123" }))).toBe("failed");
  expect(whyNoAnswer(new Error("An unexpected response was received from the server."))).toBe("failed");
});
