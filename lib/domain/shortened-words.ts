/** Words that lists and tables shorten in the names of countries. */
export const shortenedWords = {
  rep: "republic",
  dem: "democratic",
  fed: "federated",
  sts: "states",
  is: "islands",
} as const;
