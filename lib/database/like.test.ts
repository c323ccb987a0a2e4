import { expect, it } from "vitest";
import { likeLiteral } from "./like";

it("leaves a pattern no wildcards", () => expect(likeLiteral("100%_\\")).toBe("100\\%\\_\\\\"));
it("drops what PostgreSQL cannot take", () => expect(likeLiteral("a\u0000b")).toBe("ab"));
