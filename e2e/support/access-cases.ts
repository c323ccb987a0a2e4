/** How to ask for everything that e2e/access-matrix.ts lists: what is made beforehand, and what is then sent. */
import { accountCases } from "./access/accounts";
import { keepingCases } from "./access/keeping";
import { peopleCases } from "./access/people";
import type { Cases } from "./access/prepare";
import { recordCases } from "./access/records";
import { talkCases } from "./access/talk";

export type { Prepared } from "./access/prepare";

/** Every case of the matrix. */
export const cases: Cases = {
  ...recordCases,
  ...talkCases,
  ...accountCases,
  ...peopleCases,
  ...keepingCases,
};
