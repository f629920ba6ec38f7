import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import fastify from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { createDrain } from "../src/drain.js";

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** A server whose only route answers when it is told to. */
async function startSlow(patience = 60_000) {
  const app = fastify();
  const close = createDrain(app, false, patience);
  let answer: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    app.get("/", async () => {
      const answered = new Promise<void>((done) => {
        answer = done;
      });
      resolve();
      await answered;
      return "done";
    });
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { port, close, asked, answer: () => answer() };
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined).resume();
  sockets.push(socket);
  await once(socket, "connect");
  return socket;
}

describe("createDrain", () => {
  it("answers what is under way, closes its kept-alive connection and takes no new one", async () => {
    const { port, close, asked, answer } = await startSlow();
    const agent = new Agent({ keepAlive: true });
    const responded = new Promise<string>((resolve, reject) => {
      const call = request({ port, host: "127.0.0.1", agent }, (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += String(chunk);
        });
        response.on("end", () => resolve(text));
      });
      call.on("error", reject).end();
    });
    await asked;
    const closed = close();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    answer();
    expect(await responded).toBe("done");
    // The client would keep the connection for minutes.
    await closed;
    agent.destroy();
  });

  it.each([
    ["nothing", ""],
    ["half a head", "GET / HTTP/1.1\r\nHost: x\r\n"],
  ])("does not wait for a connection that sent %s", async (_, bytes) => {
    const { port, close } = await startSlow();
    const socket = await open(port);
    if (bytes !== "") await new Promise<void>((done) => socket.write(bytes, () => done()));
    const ended = new Promise((done) => socket.once("close", done));
    await close();
    await ended;
  });

  it("cuts what does not end within its patience", async () => {
    const { port, close, asked } = await startSlow(100);
    const socket = await open(port);
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await asked;
    const ended = new Promise((done) => socket.once("close", done));
    await close();
    await ended;
  });

  it("closes a server that nobody called", async () => {
    const { close } = await startSlow();
    await close();
  });
});
