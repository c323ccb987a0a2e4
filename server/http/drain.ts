import type { IncomingMessage, Server, ServerResponse } from "node:http";

/**
 * Ends a server without dropping a request. For `linger` milliseconds it still takes connections, each for one more
 * answer, so that clients and balancers learn of the end between two requests; then it takes none, and waits for the
 * answers under way, in all at most `deadline`. `closeIdle` ends idle connections that the HTTP server does not know of.
 * Resolves to whether all answers were given.
 */
export async function drain(
  server: Server,
  {
    linger,
    deadline,
    closeIdle = () => undefined,
  }: { linger: number; deadline: number; closeIdle?: () => void },
): Promise<boolean> {
  server.prependListener("request", (_request: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
  });
  const began = Date.now();
  if (await isConnected(server)) await new Promise((resolve) => setTimeout(resolve, linger));
  // On a busy machine a timer is late, and runs before what came meanwhile is read: that is no idle connection.
  await new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    const late = setTimeout(() => end(false), deadline - (Date.now() - began));
    // A connection that was busy at first is idle once it has its answer.
    const idle = setInterval(() => {
      setImmediate(() => {
        server.closeIdleConnections();
        closeIdle();
      });
    }, 100);
    const end = (isWhole: boolean) => {
      clearTimeout(late);
      clearInterval(idle);
      resolve(isWhole);
    };
    server.close(() => end(true));
  });
}

const isConnected = (server: Server) =>
  new Promise<boolean>((resolve) => server.getConnections((error, count) => resolve(!error && count > 0)));
