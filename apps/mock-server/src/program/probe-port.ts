import { createServer } from "node:net";

/**
 * Finds out whether a port can be listened on, before anything is opened or filled.
 * @throws what listening throws.
 */
export async function probePort(port: number, host: string): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
