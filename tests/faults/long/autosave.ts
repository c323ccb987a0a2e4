/** kill -9 of the server while people type, again and again. */
import { firstDossier } from "../support/first-dossier";
import { killWhileTyping } from "../support/kill-while-typing";
import type { Part } from "./main";

const rounds = Number(process.env.FAULT_ROUNDS ?? 200);
const minutes = Number(process.env.FAULT_MINUTES ?? 60);

export const autosave: Part = async (rig) => {
  const server = await rig.serve();
  const editor = await rig.signIn(server, "editor");
  const { id } = await firstDossier();
  const tell = (kills: number) => {
    if (kills % 20 === 0) console.log(`      killed ${kills} times`);
  };
  return killWhileTyping(server, editor, id, { rounds, ends: Date.now() + minutes * 60_000, tell });
};
