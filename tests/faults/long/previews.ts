/** A thousand draft previews and a thousand public reads in parallel: no byte of a draft in any public answer. */
import { makeDraft } from "../../support/make";
import { firstDossier, slug } from "../support/first-dossier";
import type { Part } from "./main";

const [asked, secret] = ["Zxqvdraft", "Qpwonderword"];
const history = `/${slug}/history`;
const paths = [
  "/",
  `/${slug}`,
  history,
  `${history}.json`,
  `${history}.csv`,
  `/search?q=${asked}`,
  "/feed.atom",
  `/${slug}/sitemap.xml`,
];

export const previews: Part = async (rig) => {
  const server = await rig.serve();
  const editor = await rig.signIn(server, "editor");
  const dossier = { ...(await firstDossier()), version: 1 };
  const drafts: string[] = [];
  for (let number = 0; number < 20; number += 1)
    drafts.push((await makeDraft("event", dossier, { title: `${asked} ${secret}`, text: secret })).id);
  let seen = 0;
  const preview = async (number: number) => {
    const { text, status } = await editor.open(`/admin/history/${drafts[number % drafts.length]}/preview`);
    if (status !== 200 || !text.includes(secret)) throw new Error(`a preview answered ${status}`);
    seen += 1;
  };
  const read = async (number: number) => {
    const path = paths[number % paths.length]!;
    const answer = await editor.ask(path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    if ((await answer.text()).includes(secret)) throw new Error(`${path} shows a draft`);
  };
  for (let round = 0; round < 125; round += 1)
    await Promise.all(
      Array.from({ length: 8 }, (_, at) => [preview(round * 8 + at), read(round * 8 + at)]).flat(),
    );
  return { previews: seen, "public answers": seen, "with a byte of a draft": 0 };
};
