import { createServer } from "node:net";
import { build } from "./build.mjs";
import { useDatabase } from "./database.mjs";
import { generate, install } from "./install.mjs";
import { parentOf } from "./process.mjs";
import { dataFolder, loadDotEnv } from "./paths.mjs";
import { mustRun, stopRunning, typescript, untilEnd } from "./run.mjs";
import { secret } from "./secret.mjs";
import { Fault, main } from "./step.mjs";

/** `npm start` and `npm run dev`: everything from a fresh clone to a server that answers, and back. */
export async function serve(mode) {
  let release = async () => undefined;
  let stopped = false;
  const stop = () => {
    stopped = true;
    stopRunning("SIGTERM");
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);
  const watch = watchStarter(stop);
  await main(async () => {
    try {
      loadDotEnv();
      const data = dataFolder();
      await checkPort();
      await install();
      await generate();
      if (stopped) return 0;
      const database = await useDatabase(data);
      release = database.release;
      const env = {
        ...database.env,
        ENTENTE_DATA: data,
        ENTENTE_SECRET: secret(data),
        NODE_ENV: mode,
      };
      if (stopped) return 0;
      await mustRun("Preparing the database", process.execPath, [...typescript, "cli/main.ts", "prepare"], {
        env,
        show: true,
      });
      if (stopped) return 0;
      if (mode === "production") await build();
      if (stopped) return 0;
      database.watch();
      // A channel to the server tells it when we are gone, even killed.
      const stdio = ["ignore", "inherit", "inherit", "ipc"];
      const { code } = await untilEnd(process.execPath, [...typescript, "server.ts"], { env, stdio });
      return stopped ? 0 : code;
    } catch (error) {
      if (stopped) return 0; // what we were doing was cut short on purpose
      throw error;
    } finally {
      clearInterval(watch);
      await release();
    }
  });
}

/** Says at once, before minutes of installing and building, that the port cannot be had. */
function checkPort() {
  const port = Number(process.env.PORT || 3000);
  const host = process.env.HOST || "127.0.0.1";
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Fault(`PORT is "${process.env.PORT}"; it must be a number from 1 to 65535.`);
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      if (error.code === "EADDRINUSE")
        reject(new Fault(`Port ${port} on ${host} is taken: stop what uses it, or set PORT to another.`));
      else reject(new Fault(`Cannot listen on port ${port} of ${host}: ${error.message}`));
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** npm, when killed outright, does not end what it started: we notice that it is gone. */
function watchStarter(stop) {
  if (!process.env.npm_lifecycle_event) return undefined;
  // Between npm and us there may be a shell, which lives on.
  const above = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const starters = above();
  return setInterval(() => {
    if (above() !== starters) stop();
  }, 1000).unref();
}
