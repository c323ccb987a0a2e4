import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { inRepo } from "./paths.mjs";
import { untilEnd } from "./run.mjs";
import { Fault, step } from "./step.mjs";

const system = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const playwright = () => createRequire(inRepo("package.json"))("@playwright/test");

/** The browser for tests: Playwright's own where it is installed, else the system's, else null. */
export function findChromium() {
  const own = playwright().chromium.executablePath();
  return [own, ...system].find((path) => existsSync(path)) ?? null;
}

/** Sees to a browser for tests: one that is there, else Playwright's, else Debian's. Throws when none can be had. */
export async function ensureChromium() {
  const works = async () => {
    const found = findChromium();
    return Boolean(found) && (await untilEnd(found, ["--version"])).code === 0;
  };
  if (await works()) return;
  await step("Looking for a browser for the tests", async () => {
    const cli = inRepo("node_modules", "@playwright", "test", "cli.js");
    // Where it cannot be downloaded this fails soon, or hangs.
    await untilEnd(process.execPath, [cli, "install", "chromium"], { timeout: 180_000 });
    if (await works()) return "Playwright's own";
    if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      await untilEnd("apt-get", ["update"], { env });
      await untilEnd(
        "apt-get",
        ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"],
        {
          env,
        },
      );
      if (await works()) return "Debian's";
    }
    throw new Fault(
      "The browser tests need Chromium: run `npx playwright install --with-deps chromium`, or install your system's package.",
    );
  });
}
