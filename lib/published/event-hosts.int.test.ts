/** Which events are told with the visit during which something was announced. */
import { expect, it } from "vitest";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { cacheTag } from "@/lib/domain/cache-tags";
import { makeDossier, makePublished, someone, written } from "@/tests/support/make";
import { eventHosts } from "./event-hosts";
import { collectTags } from "./note-tags";

it("knows the visit of an event by a published announcement that names both, and no other", async () => {
  const dossier = await makeDossier();
  const visit = await makePublished("visit", dossier);
  const [plans, fair, alone] = [
    await makePublished("event", dossier, { title: "Plans" }),
    await makePublished("event", dossier, { title: "A fair" }),
    await makePublished("event", dossier, { title: "Alone" }),
  ];
  const announcement = await makePublished("announcement", dossier, { visit: visit.id, event: plans.id });
  await makePublished("announcement", dossier, { event: fair.id });
  const tags = new Set<string>();
  const hosts = () => collectTags(tags, () => eventHosts([plans.id, fair.id, alone.id]));
  expect([...(await hosts())]).toEqual([[plans.id, visit.id]]);
  expect(tags).toContain(cacheTag.referring(plans.id));
  written(await unpublish(someone("editor"), announcement));
  expect((await hosts()).size).toBe(0);
});
