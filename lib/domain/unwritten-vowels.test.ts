import { expect, test } from "vitest";
import { fold } from "./folding";
import { consonantKeys, latinSpellings, maySpell } from "./unwritten-vowels";

test.each([
  ["محمد", "Muhammad Mohammed Mohamed Mehmet Muhammed Mohamad"],
  ["أحمد", "Ahmad Ahmed Ahmet"],
  ["حسين", "Hussein Hussain Husain Hossein Hüseyin"],
  ["علي", "Ali Aly"],
  ["عمر", "Omar Umar"],
  ["يوسف", "Yusuf Youssef Yousef Yusef"],
  ["إبراهيم", "Ibrahim Ebrahim Ibraheem"],
  ["خالد", "Khalid Khaled"],
  ["عبدالله", "Abdullah Abdallah Abdollah"],
  ["القذافي", "Gaddafi Qadhafi Kadhafi Kaddafi"],
  ["السيسي", "Sisi Alsisi"],
  ["مصطفى", "Mustafa Mostafa Moustafa"],
  ["فاطمة", "Fatima Fatma Fatemeh"],
  ["جمال", "Jamal Gamal Cemal Djamal"],
  ["شاذلي", "Shadhili Chadli Shazly"],
  ["نصرالله", "Nasrallah"],
  ["روحانی", "Rouhani Ruhani"],
  ["ظریف", "Zarif"],
  ["رضا", "Reza Rida Riza"],
  ["خمینی", "Khomeini Khomeyni"],
  ["پرویز", "Parviz Pervez Parwez"],
  ["نواز", "Nawaz Navaz"],
  ["שרון", "Sharon"],
  ["נתניהו", "Netanyahu"],
  ["יצחק", "Yitzhak Itzhak Yitzchak"],
  ["חיים", "Chaim Haim"],
  ["לוי", "Levi Levy"],
  ["שלמה", "Shlomo"],
  ["פרס", "Peres"],
])("%s is spelled %s", (word, spellings) => {
  const unheard = fold(spellings)
    .split(" ")
    .filter((one) => !maySpell(one, fold(word)));
  expect(unheard).toEqual([]);
  const keys = consonantKeys(fold(word));
  const lost = fold(spellings)
    .split(" ")
    .filter((one) => !consonantKeys(one).some((key) => keys.includes(key)));
  expect(lost).toEqual([]);
});

test.each([
  ["محمد", "Mahmoud Hamid Mexico Mahmudov Ahmed Mohammedan"],
  ["سلام", "Islam Selma Salami"],
  ["علي", "Alla Isle Hello Elle Leo"],
  ["حسن", "Houston Hussein Sun Haysen"],
  ["وزير", "Wizard Razor Visitor"],
  ["القاهرة", "Alcohol"],
])("%s is not %s", (word, others) => {
  const taken = fold(others)
    .split(" ")
    .filter((one) => maySpell(one, fold(word)));
  expect(taken).toEqual([]);
});

test("words in other letters, and very short or long ones, are compared with none", () => {
  for (const word of ["назарбаев", "李明", "من", "م".repeat(13), "muhammad", "x1y"])
    expect(latinSpellings(word), word).toBeNull();
  for (const word of ["назарбаев", "李明", "al", "a".repeat(31), "m2d"])
    expect(consonantKeys(word), word).toEqual([]);
});

test("the worst words are compared soon", () => {
  const began = performance.now();
  for (const letter of ["ا", "و", "ل", "ي", "ع", "ه", "ج"])
    for (const end of ["", "م"])
      for (const one of ["a", "o", "l", "y", "i", "h", "g", "w", "ou", "la", "dz"])
        maySpell(`${one.repeat(30 / one.length - 1)}q`, letter.repeat(11) + end);
  expect(performance.now() - began).toBeLessThan(500);
});
