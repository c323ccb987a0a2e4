import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugify } from "./slugify";

describe("slugify", () => {
  it.each([
    ["Kazakhstan Mexico", "kazakhstan-mexico"],
    ["José Antonio Meade’s visit", "jose-antonio-meades-visit"],
    ["Łódź & Ørsted", "lodz-orsted"],
    ["Қазақстан", "qazaqstan"],
    ["Визит в Астану, 2014", "vizit-v-astanu-2014"],
    ["Ελλάδα", "ellada"],
    ["Қасым-Жомарт Тоқаев", "qasym-zhomart-toqaev"],
    ["2014 Əli Məmmədov", "2014-eli-memmedov"],
    ["2016 Асқар Үмітов", "2016-asqar-umitov"],
    ["Нұрсұлтан Назарбаев", "nursultan-nazarbaev"],
    ["李明", "li-ming"],
    ["日本", "ri-ben"],
    ["محمد", "mhmd"],
    ["გიორგი", "giorgi"],
    ["서울", "seoul"],
    ["Γιώργος", "giorgos"],
    ["Mül\u00ADler\u200D", "muller"],
    ["Ħal Għargħur", "hal-gharghur"],
    ["Đặng Þór Æsir Œuvre Straße", "dang-thor-aesir-oeuvre-strasse"],
    ["Türkiye & Côte d’Ivoire", "turkiye-cote-divoire"],
    ["…", "record"],
    ["München, 5 km² & Nuño’s", "munchen-5-km-nunos"],
    ["../../etc/passwd", "etc-passwd"],
  ])("spells %s as %s", (text, slug) => expect(slugify(text)).toBe(slug));

  it("is always a safe path segment of bounded length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        expect(slugify(text)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugify(text).length).toBeLessThanOrEqual(80);
      }),
    );
  });
});
