import boundaries from "eslint-plugin-boundaries";
import tseslint from "typescript-eslint";

const env = {
  object: "process",
  property: "env",
  message: "Read the environment through lib/env.ts.",
};
const prisma = {
  group: ["**/data/generated/**", "@prisma/*"],
  message: "Prisma stays inside the data layer.",
};

/** From which folders each may import, besides itself. What is not named here imports nothing of ours. */
const arrows = {
  domain: [],
  turns: [],
  // Of `exchange` only the shape that it takes.
  site: ["env", "exchange"],
  data: ["domain", "env"],
  auth: ["data", "domain", "env", "turns"],
  desk: ["auth", "data", "domain", "env"],
  exchange: ["data", "domain", "env"],
  press: ["auth", "data", "domain", "env", "site", "turns"],
  ui: ["domain"],
  "desk-components": ["ui", "domain"],
  "public-components": ["ui", "domain"],
  i18n: [],
  app: [
    "auth",
    "data",
    "desk",
    "desk-components",
    "domain",
    "env",
    "exchange",
    "i18n",
    "public-components",
    "site",
    "ui",
  ],
  seed: ["auth", "data", "desk", "domain"],
  cli: ["auth", "data", "desk", "domain", "env", "exchange", "seed"],
  server: ["auth", "data", "env", "press", "site"],
};

const folders = {
  domain: "lib/domain/**",
  data: "lib/data/**",
  auth: "lib/auth/**",
  desk: "lib/desk/**",
  exchange: "lib/exchange/**",
  press: "lib/press/**",
  env: "lib/env.ts",
  site: "lib/site.ts",
  turns: "lib/turns.ts",
  ui: "components/ui/**",
  "desk-components": "components/desk/**",
  "public-components": "components/public/**",
  i18n: "i18n/**",
  app: "app/**",
  seed: "prisma/seed/**",
  cli: "cli/**",
  server: "{server,next-server}.ts",
};

const policies = Object.entries(arrows).map(([folder, others]) => ({
  from: { file: { categories: folder } },
  disallow: {
    to: {
      file: {
        categories: { anyOf: Object.keys(folders).filter((one) => one !== folder && !others.includes(one)) },
      },
    },
  },
  message: `${folder} may import only ${others.join(", ") || "nothing of ours"}`,
}));

export default tseslint.config(
  {
    ignores: [
      ".data/**",
      ".next*/**",
      "lib/data/generated/**",
      "next-env.d.ts",
      "node_modules/**",
      "playwright-report/**",
      "public/**",
      "test-results/**",
    ],
  },
  ...tseslint.configs.strict,
  {
    plugins: { boundaries },
    settings: {
      "boundaries/files": Object.entries(folders).map(([category, pattern]) => ({ category, pattern })),
      "import/resolver": { typescript: { alwaysTryTypes: true } },
    },
    rules: {
      eqeqeq: ["error", "always"],
      "max-lines": ["warn", 250],
      "no-console": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      // `!` is used where an index was just checked.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    },
  },
  {
    files: [
      "app/**",
      "components/**",
      "i18n/**",
      "lib/**",
      "prisma/seed/**",
      "cli/**",
      "server.ts",
      "next-server.ts",
      "proxy.ts",
    ],
    ignores: ["**/*.test.*", "lib/env.ts"],
    rules: {
      "no-restricted-properties": ["error", env],
      "boundaries/dependencies": ["error", { default: "allow", policies }],
    },
  },
  {
    files: ["app/**", "components/**", "lib/**"],
    ignores: ["**/*.test.*", "lib/data/**", "lib/desk/**", "lib/auth/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [prisma] }] },
  },
);
