import { expect, test } from "vitest";
import { publicUrl } from "@/lib/env";
import { newPassword } from "./new-password";
import { newPasswordFault } from "./new-password-fault";

const holder = { email: "aigerim@example.org", name: "Aigerim Sadykova" };

test.each([
  ["password1234", "password.common"],
  ["P@ssw0rd1234", "password.common"],
  ["qwertyuiop123", "password.common"],
  ["iloveyou1234", "password.common"],
  ["123456789012", "password.common"],
  ["Summer2026!!", "password.common"],
  ["kazakhstan-mexico", "password.common"],
  [" ".repeat(12), "password.repeated"],
  ["a".repeat(128), "password.repeated"],
  ["abcabcabcabc", "password.repeated"],
  ["abcdefghijkl", "password.repeated"],
  ["1qaz!QAZ2wsx@WSX", "password.repeated"],
  ["hello hello world world", "password.repeated"],
  ["ententeentente", "password.personal"],
  ["Entente2026!!", "password.personal"],
  [`${new URL(publicUrl()).hostname}12345`, "password.personal"],
  ["aigerimaigerim", "password.personal"],
  ["Sadykova.2026", "password.personal"],
  ["Aigerim@Example.org", "password.isEmail"],
  ["x".repeat(129), "password.long"],
])("%j is refused as %s", async (typed, fault) => {
  expect(await newPasswordFault(typed, holder)).toBe(fault);
});

test.each([
  // Walks over keyboards, also over one with other letters on it.
  ...[
    "qwertyuiopasdf",
    "1qaz2wsx3edc",
    "zaq12wsxcde3",
    "qazwsxedcrfv",
    "ytrewqytrewq",
    "azertyuiop12",
    "!@#$%^&*()_+",
  ],
  ...["йцукенгшщзхъ", "фывапролджэ1", "йцукен123456"],
  // The same in letters that look alike, in wide ones, with accents, spelt, and with what cannot be seen.
  ...[
    "рassword1234",
    "passwоrd1234",
    "ｐａｓｓｗｏｒｄ１２３４",
    "pa\u0301ssword1234",
    "p a s s w o r d",
    "p.a.s.s.w.o.r.d",
    "password\u200b1234",
  ],
  ...["пароль123456", "парольпароль", "contraseña1234", "motdepasse12"],
  ...[
    "passwordpassword",
    "letmeinletmein",
    "changemechangeme",
    "administrator1",
    "abc123abc123",
    "Welcome2026!",
  ],
  ...["EntenteEntente1", "entente-entente", "3nt3nt3entente", "aigerim.sadykova", "avokydasmiregia"],
  ...["\u00a0".repeat(12), "\u3000".repeat(12), "\u200b".repeat(12), "🔑".repeat(12), "-".repeat(12)],
])("%j is refused", async (typed) => {
  expect(await newPasswordFault(typed, holder)).not.toBeNull();
});

test.each([
  // Walks over the keys, some of them with shift.
  ...["1qaz@WSX3edc$RFV", "zaq1@WSXcde3", "!QAZxsw2#EDC", "1234!QWERqwer"],
  // A word of whatever language, the name of a country or a place, and a number.
  ...[
    "Қазақстан2026",
    "Қазақстан123",
    "құпиясөз1234",
    "Qazaqstan2026",
    "МЕКСИКА-2026!",
    "БіріккенАрабӘмірліктері2026",
  ],
  ...[
    "Invierno2026",
    "2026.Invierno!!",
    "¡Invierno2026!",
    "Invierno@)@^",
    "Shymkent2026",
    "Tokayev2026!",
    "Bienvenidos77",
    "المكسيكية2026",
  ],
  ...[
    "VivaMexico2026",
    "Viva Mexico 1234",
    "Welcome to 2026",
    "Казахстан-Мексика",
    "Estados Unidos Mexicanos",
  ],
  // Few words, or the same ones again.
  ...["ministryofforeignaffairs", "ministryofforeignaffairs2026", "thequickbrownfox", "tobeornottobe"],
  ...["hello world hello"],
])("%j says little and is refused", async (typed) => {
  expect(await newPasswordFault(typed, holder)).toBe("password.common");
});

const official = { email: "gulnara.bekova@mfa.gov.kz", name: "Gulnara Bekova" };

test.each(["mfa.gov.kz2026", "mfagovkz2026", "MFA gov kz 2026", "Mfa-Gov-Kz-77!", "gov.kz2026!!"])(
  "%j is refused where the address ends so",
  async (typed) => {
    expect(await newPasswordFault(typed, official)).toBe("password.personal");
    expect(await newPasswordFault(`${typed} river lamp cactus`, official)).toBeNull();
  },
);

test.each([
  ...[
    "correcthorsebatterystaple",
    "the house on the hill",
    "quite another password",
    "¿the.house.on.the.hill?",
    "catdogpigcow2026",
    "river lamp cactus window 2026",
    "mxWq8#rT!zLp2026",
  ],
  ...["река лампа кактус окно", "өзен шам кактус терезе 2026", "外交関係の記録を守る2026"],
  "кенгуру читает старую карту ночью",
  "外交関係の記録を守る人々の集い",
  "أربع كلمات طويلة عن البحر والسماء",
  "üç uzun kelime ve bir nehir daha",
  "длинная фраза на своём языке, которую легко запомнить, ".repeat(3).slice(0, 128),
  "mxWq8#rT!zLp",
  "correct horse battery staple",
  "Летний вечер в Астане",
  "a long enough password",
  "the entente of two countries",
  "one two three and four more words ".repeat(4).slice(0, 128),
  newPassword(),
])("%j is taken", async (typed) => {
  expect(await newPasswordFault(typed, holder)).toBeNull();
});
