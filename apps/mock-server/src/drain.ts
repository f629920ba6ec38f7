import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** How often a server that closes looks for connections that have become idle. */
const checkEvery = 50;

/**
 * Makes the end of a server orderly: what is under way is answered, connections that only wait are closed, and after
 * `patience` milliseconds whatever is left is cut. Has to be called before the server listens.
 */
export function createDrain(app: FastifyInstance, isTls: boolean, patience: number): () => Promise<void> {
  const { server } = app;
  const open = new Set<Socket>();
  /** Connections that have not sent a whole request head yet; Node takes them for busy. */
  const silent = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  server.on(isTls ? "secureConnection" : "connection", (socket: Socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  server.on("request", ({ socket }) => {
    if (silent.size > 0) silent.delete(socket);
  });

  return async () => {
    const closeWaiting = () => {
      server.closeIdleConnections();
      for (const socket of silent) socket.destroy();
    };
    const checks = setInterval(closeWaiting, checkEvery);
    const end = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, patience);
    try {
      const closed = app.close();
      closeWaiting();
      await closed;
    } finally {
      clearInterval(checks);
      clearTimeout(end);
    }
  };
}
