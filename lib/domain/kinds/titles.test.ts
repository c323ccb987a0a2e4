import { expect, it } from "vitest";
import missionWords from "@/messages/kinds/mission.en.json";
import tradeWords from "@/messages/kinds/trade-year.en.json";
import { mission } from "./mission";
import { tradeProducts } from "./trade-products";

it("a mission is titled as its page is headed", () => {
  const values = { sending: "KZ", receiving: "MX", city: "Mexico City" };
  expect(mission.titledBy({ ...values, type: "embassy" })).toBe("Embassy of Kazakhstan in Mexico City");
  expect(mission.titledBy({ ...values, type: "honorary-consulate" })).toBe(
    "Honorary consulate of Kazakhstan in Mexico City",
  );
  expect(mission.titledBy({ ...values, type: "other" })).toBe("Mission of Kazakhstan in Mexico City");
  expect(missionWords.page.recordTitle).toBe("{type} of {sending} in {city}");
});

it("a half-filled mission is titled by what is known of it, an empty one not at all", () => {
  expect(mission.titledBy({ city: "Astana" })).toBe("Mission in Astana");
  expect(mission.titledBy({ type: "consulate" })).toBe("Consulate");
  expect(mission.titledBy({})).toBe("");
});

it("a list of products is titled as its section is headed, with its year", () => {
  expect(tradeProducts.titledBy({ exporter: "MX" })).toBe(
    tradeWords.page.productsOf.replace("{from}", "Mexico"),
  );
  expect(tradeProducts.titledBy({ exporter: "MX", year: 2018 })).toBe("Products exported by Mexico in 2018");
  const ofFiscalYear = { exporter: "MX", year: 2018, period: "fiscal" } as const;
  expect(tradeProducts.titledBy(ofFiscalYear)).toBe("Products exported by Mexico in 2018–19");
  expect(tradeProducts.sluggedBy(ofFiscalYear)).toEqual(["exports", "MX", "2018-19"]);
});
