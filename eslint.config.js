import boundaries from "eslint-plugin-boundaries";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";
import house from "./scripts/lint/house-rules.mjs";

const env = {
  object: "process",
  property: "env",
  message: "Read the environment through lib/env.ts.",
};
const prisma = {
  group: ["**/database/generated/**", "@prisma/*"],
  message: "Prisma stays inside the data layer.",
};

const tests = ["**/*.test.*", "tests/**", "e2e/**", "bench/**"];

/** From which folders each may import, besides itself. What is not named here imports nothing of ours. */
const arrows = {
  domain: [],
  network: [],
  // The languages, and nothing else of `i18n`.
  routes: ["domain", "i18n"],
  queue: [],
  // Of `exchange` only the shape that it takes.
  site: ["env", "exchange"],
  database: ["domain", "env"],
  operations: ["database", "domain", "env", "files"],
  published: ["database", "domain", "env", "routes"],
  files: ["domain", "env", "queue"],
  auth: ["database", "domain", "env", "mail", "network", "queue"],
  audit: ["database", "env"],
  jobs: ["database"],
  mail: ["database", "domain", "env"],
  desk: ["audit", "auth", "database", "domain", "env", "files", "jobs", "mail", "published", "queue"],
  exchange: ["domain", "routes"],
  server: ["database", "domain", "files", "network", "queue", "routes"],
  "desk-components": ["domain"],
  "public-components": ["domain", "routes"],
  i18n: ["domain"],
  app: [
    "audit",
    "auth",
    "database",
    "desk",
    "desk-components",
    "domain",
    "env",
    "exchange",
    "i18n",
    "jobs",
    "public-components",
    "published",
    "routes",
    "site",
  ],
  seed: ["auth", "database", "desk", "domain"],
  cli: ["audit", "auth", "database", "desk", "domain", "env", "exchange", "operations", "seed"],
  entry: ["audit", "auth", "database", "desk", "env", "files", "jobs", "published", "server", "site"],
};

const folders = {
  domain: "lib/domain/**",
  database: "lib/database/**",
  operations: "lib/operations/**",
  published: "lib/published/**",
  files: "lib/files/**",
  auth: "lib/auth/**",
  jobs: "lib/jobs/**",
  audit: "lib/audit/**",
  mail: "lib/mail/**",
  desk: "lib/desk/**",
  exchange: "lib/exchange/**",
  server: "server/**",
  env: "lib/env.ts",
  site: "lib/site.ts",
  network: "lib/network.ts",
  queue: "lib/{fair-queue,shared-work}.ts",
  routes: "lib/{routes,route-targets,record-paths,share-images,list-queries}.ts",
  "desk-components": "components/desk/**",
  "public-components": "components/public/**",
  i18n: "i18n/**",
  app: "app/**",
  seed: "prisma/seed/**",
  cli: "cli/**",
  entry: "{server,next-server,jobs-server}.ts",
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
      "lib/database/generated/**",
      "next-env.d.ts",
      "node_modules/**",
      "playwright-report/**",
      "public/**",
      "test-results/**",
    ],
  },
  ...tseslint.configs.strict,
  {
    plugins: { boundaries, house, regexp },
    settings: {
      "boundaries/files": Object.entries(folders).map(([category, pattern]) => ({ category, pattern })),
      "import/resolver": { typescript: { alwaysTryTypes: true } },
    },
    rules: {
      eqeqeq: ["error", "always"],
      "max-lines": ["warn", 250],
      "house/reasoned-cast": "error",
      "house/plain-words": "error",
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
      "server/**",
      "server.ts",
      "next-server.ts",
      "jobs-server.ts",
      "proxy.ts",
    ],
    ignores: ["**/*.test.*", "**/test-words.ts", "lib/env.ts"],
    rules: {
      "no-restricted-properties": ["error", env],
      "boundaries/dependencies": ["error", { default: "allow", policies }],
    },
  },
  {
    files: ["app/**", "components/**", "lib/**", "server/**"],
    ignores: [
      "**/*.test.*",
      "lib/database/**",
      "lib/operations/**",
      "lib/published/**",
      "lib/desk/**",
      "lib/auth/**",
      "lib/mail/**",
    ],
    rules: { "no-restricted-imports": ["error", { patterns: [prisma] }] },
  },
  {
    ignores: tests,
    rules: {
      "max-lines-per-function": ["warn", { max: 60, skipBlankLines: true, skipComments: true }],
      // What people type may be as long as a request: expressions over it take time in proportion, never more.
      "regexp/no-super-linear-backtracking": "error",
      "regexp/no-super-linear-move": "error",
      // The two above do not see ` ?[ -~]*` in a loop, where each turn doubles the ways to match: they follow only
      // quantifiers without an upper end.
      "regexp/optimal-quantifier-concatenation": "error",
    },
  },
  {
    files: tests,
    ignores: ["bench/**"],
    rules: { "house/bounded-loops": "error" },
  },
);
