import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inRepo } from "./paths.mjs";
import { untilEnd } from "./run.mjs";
import { Fault, step } from "./step.mjs";

/** Browsers of the system. The one without windows comes first: it costs a third of the others. */
const system = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const playwright = () => createRequire(inRepo("package.json"))("@playwright/test");

/** Playwright's own browsers: `<folder>/chromium-1234/<system>/chrome`, and beside it one without windows. */
function ownBrowsers() {
  const whole = playwright().chromium.executablePath();
  const version = dirname(dirname(whole));
  const headless = version.replace(/chromium-(\d+)$/, "chromium_headless_shell-$1");
  if (headless === version || !existsSync(headless)) return [whole];
  const programs = readdirSync(headless).flatMap((folder) =>
    ["chrome-headless-shell", "headless_shell", "chrome-headless-shell.exe"].map((name) =>
      join(headless, folder, name),
    ),
  );
  return [...programs, whole];
}

/** The browser for tests: Playwright's own where it is installed, else the system's, else null. */
export function findChromium() {
  return [...ownBrowsers(), ...system].find((path) => existsSync(path)) ?? null;
}

/** Debian's packages, the smaller first: not every system derived from Debian has both. */
const packages = ["chromium-headless-shell", "chromium"];

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
    await untilEnd(process.execPath, [cli, "install", "--only-shell", "chromium"], { timeout: 180_000 });
    if (await works()) return "Playwright's own";
    if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      await untilEnd("apt-get", ["update"], { env });
      for (const name of packages) {
        await untilEnd("apt-get", ["install", "-y", "--no-install-recommends", name, "fonts-liberation"], {
          env,
        });
        if (await works()) return "Debian's";
      }
    }
    throw new Fault(
      "The browser tests need Chromium: run `npx playwright install --with-deps chromium`, or install your system's package.",
    );
  });
}
