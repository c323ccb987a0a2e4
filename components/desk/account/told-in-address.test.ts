import { expect, it } from "vitest";
import { toldInAddress } from "./told-in-address";

it("takes from a fragment what looks like the field's value", () => {
  expect(toldInAddress("email", "#editor%40example.org")).toBe("editor@example.org");
  const token = "q0Zs_3fJ8d-4kLw1QmXc7VbN2tRy6UoP9aHgEiDxK5s";
  expect(toldInAddress("token", `#${token}`)).toBe(token);
});

it("leaves a fragment that names a part of a page, or that cannot be read", () => {
  for (const fragment of ["", "#", "#reports", "#content", "#50%", "#%40%"]) {
    expect(toldInAddress("email", fragment)).toBeNull();
    expect(toldInAddress("token", fragment)).toBeNull();
  }
});
