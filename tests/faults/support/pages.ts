/** Pages of the first dossier that every reader may know, with words that each of them holds. */
const dossier = "/kazakhstan-mexico";

export const knownPages: Record<string, string> = {
  "/": "Kazakhstan",
  [dossier]: "Kazakhstan",
  [`${dossier}/visits`]: "Idrissov",
  [`${dossier}/visits/2014-erlan-idrissov`]: "Vicente Fox",
  [`${dossier}/trade`]: "2018",
  [`${dossier}/sources`]: "Kazakhstan–Mexico relations",
  [`${dossier}/visits.json`]: "Idrissov",
  [`${dossier}/sitemap.xml`]: "/kazakhstan-mexico/visits/2014-erlan-idrissov",
};

/** Asks for each of them once, so that the document store has them. Throws where one is not as it should be. */
export async function readAll(origin: string, pages = knownPages): Promise<void> {
  for (const [path, words] of Object.entries(pages)) {
    const answer = await fetch(origin + path);
    const text = await answer.text();
    if (answer.status !== 200 || !text.includes(words))
      throw new Error(
        `${path} answered ${answer.status}, ${text.includes(words) ? "with" : "without"} "${words}"`,
      );
  }
}
