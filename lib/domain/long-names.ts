/**
 * What states are called in full, and by their initials, in the languages of `sourceLanguages` besides English, by code, as far as a
 * style before or behind their usual names (`longStyles`) does not make it of these.
 */
export const longNames: Readonly<Record<string, readonly string[]>> = {
  AE: ["ОАЭ", "Объединённые Арабские Эмираты", "EAU", "VAE", "Vereinigte Arabische Emirate", "БАӘ"],
  BO: ["Estado Plurinacional de Bolivia"],
  BR: [
    "República Federativa do Brasil",
    "República Federativa del Brasil",
    "Федеративная Республика Бразилия",
  ],
  CD: [
    ...["República Democrática del Congo", "République démocratique du Congo", "RDC"],
    ...["Demokratische Republik Kongo", "Демократическая Республика Конго", "ДР Конго"],
  ],
  CG: ["República del Congo", "République du Congo", "Republik Kongo", "Республика Конго"],
  CH: [
    "Швейцарская Конфедерация",
    "Confédération suisse",
    "Schweizerische Eidgenossenschaft",
    "Confederación Suiza",
  ],
  CN: [
    ...["Китайская Народная Республика", "КНР", "Қытай Халық Республикасы", "ҚХР"],
    ...["República Popular China", "République populaire de Chine", "Volksrepublik China"],
  ],
  CU: ["República de Cuba"],
  CZ: ["Чешская Республика", "República Checa", "République tchèque", "Tschechische Republik"],
  DE: [
    ...["Федеративная Республика Германия", "ФРГ", "Германия Федеративтік Республикасы", "ГФР"],
    ...[
      "República Federal de Alemania",
      "République fédérale d'Allemagne",
      "Bundesrepublik Deutschland",
      "BRD",
    ],
  ],
  DZ: ["Алжирская Народная Демократическая Республика", "République algérienne démocratique et populaire"],
  EG: ["Арабская Республика Египет", "República Árabe de Egipto", "République arabe d'Égypte"],
  FR: [
    "Французская Республика",
    "Француз Республикасы",
    "República Francesa",
    "République française",
    "Französische Republik",
  ],
  GB: [
    ...[
      "Соединённое Королевство Великобритании и Северной Ирландии",
      "Соединённое Королевство",
      "Великобритания",
    ],
    ...["Reino Unido de Gran Bretaña e Irlanda del Norte", "Gran Bretaña"],
    ...["Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "Grande-Bretagne"],
    ...["Vereinigtes Königreich Großbritannien und Nordirland", "Großbritannien"],
  ],
  IR: [
    "Исламская Республика Иран",
    "República Islámica del Irán",
    "République islamique d'Iran",
    "Islamische Republik Iran",
  ],
  IT: [
    "Итальянская Республика",
    "República Italiana",
    "République italienne",
    "Italienische Republik",
    "Repubblica Italiana",
  ],
  KG: [
    "Кыргызская Республика",
    "Киргизская Республика",
    "República Kirguisa",
    "République kirghize",
    "Kirgisische Republik",
  ],
  KP: [
    ...["Корейская Народно-Демократическая Республика", "КНДР"],
    ...["República Popular Democrática de Corea", "République populaire démocratique de Corée"],
    ...["Demokratische Volksrepublik Korea"],
  ],
  KR: [
    "Республика Корея",
    "Корея Республикасы",
    "República de Corea",
    "République de Corée",
    "Republik Korea",
  ],
  KZ: ["Kazajstán", "República de Kazajstán", "ҚР"],
  MX: [
    ...["Мексиканские Соединённые Штаты", "Мексика Құрама Штаттары", "Estados Unidos Mexicanos"],
    ...["États-Unis du Mexique", "Vereinigte Mexikanische Staaten", "Estados Unidos de México"],
  ],
  NL: [
    "Королевство Нидерландов",
    "Reino de los Países Bajos",
    "Royaume des Pays-Bas",
    "Königreich der Niederlande",
  ],
  PL: ["Республика Польша", "Rzeczpospolita Polska"],
  RU: [
    ...["Российская Федерация", "РФ", "Ресей Федерациясы"],
    ...["Federación de Rusia", "Federación Rusa", "Fédération de Russie", "Russische Föderation"],
  ],
  SA: [
    "Королевство Саудовская Аравия",
    "Reino de Arabia Saudita",
    "Royaume d'Arabie saoudite",
    "Königreich Saudi-Arabien",
  ],
  SK: ["Словацкая Республика", "República Eslovaca", "République slovaque", "Slowakische Republik"],
  SU: [
    ...["Союз Советских Социалистических Республик", "Советский Союз", "КСРО", "URSS", "UdSSR"],
    ...["Unión de Repúblicas Socialistas Soviéticas", "Union des républiques socialistes soviétiques"],
    ...["Union der Sozialistischen Sowjetrepubliken"],
  ],
  SY: ["Сирийская Арабская Республика", "República Árabe Siria", "République arabe syrienne"],
  TR: ["Турецкая Республика", "Түрік Республикасы", "Türkiye Cumhuriyeti", "República de Turquía"],
  TW: ["Taiwan, China", "Chinese Taipei", "Taiwan Province of China"],
  US: [
    ...["США", "Соединённые Штаты Америки", "АҚШ", "Америка Құрама Штаттары"],
    ...["EE. UU.", "EEUU", "EUA", "Estados Unidos de América", "Estados Unidos de Norteamérica"],
    ...["États-Unis d'Amérique", "Vereinigte Staaten von Amerika", "Stati Uniti d'America", "ABD"],
  ],
  VE: ["República Bolivariana de Venezuela", "Боливарианская Республика Венесуэла"],
  VN: [
    "Социалистическая Республика Вьетнам",
    "República Socialista de Vietnam",
    "Sozialistische Republik Vietnam",
  ],
  ...{ PS: ["West Bank and Gaza", "West Bank and Gaza Strip"], HK: ["Hong Kong SAR, China"] },
  MO: ["Macao SAR, China", "Macau SAR, China"],
};

/** Styles of states with what they are called besides, in folded text. */
export const longStyles: readonly RegExp[] = [
  /^(?:республик[аи]|королевств[оа]|республіка) (.+)$/,
  /^(.+) (?:республикасы|корольдiгi|корольдігі|cumhuriyeti)$/,
  /^republica (?:del|de la|de los|de|do|da|dos) (.+)$/,
  /^(?:reino|gran ducado|principado) (?:del|de los|de) (.+)$/,
  /^(?:republique|royaume) (?:du |de la |de l'|des |de |d')(.+)$/,
  /^(?:republik|konigreich) (.+)$/,
  /^repubblica (?:del |della |dell'|di |d')(.+)$/,
];
