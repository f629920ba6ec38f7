import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createProvisioningClient, GraphError, NetworkError } from "../src/core.js";
import { collect, failureOf, schema } from "./fake-service.js";

const servers: Server[] = [];

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const connect = (baseUrl: string) =>
  createProvisioningClient({ baseUrl, accessToken: "secret-token-0123456789", schema, sleep: async () => {} });

describe("over a real connection", () => {
  it("reads a compressed answer", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync('{"id":"a"}'));
    });
    expect(await connect(url).get("a")).toEqual({ id: "a" });
  });

  it("sends the token to no other origin, neither by redirect nor by nextLink", async () => {
    const stolen: string[] = [];
    const thief = await serve((request, response) => {
      stolen.push(request.url ?? "");
      response.end('{"value":[]}');
    });
    const url = await serve((request, response) => {
      if (request.url?.endsWith("/a")) response.writeHead(307, { location: `${thief}/x` }).end();
      else response.end(JSON.stringify({ value: [], "@odata.nextLink": `${thief}/y` }));
    });
    expect(GraphError.isInstance(await failureOf(connect(url).get("a")))).toBe(true);
    expect(await failureOf(collect(connect(url).list()))).toMatchObject({ reason: "link" });
    expect(stolen).toEqual([]);
  });

  it("names a refused connection by its code", async () => {
    const url = await serve(() => {});
    const [server] = servers.splice(0);
    await new Promise((done) => server?.close(done));
    const error = await failureOf(connect(url).get("a"));
    expect(NetworkError.isInstance(error) && error.code).toBe("ECONNREFUSED");
  });

  it("reads once more when the connection breaks in the middle of an answer", async () => {
    let calls = 0;
    const url = await serve((_, response) => {
      calls += 1;
      response.writeHead(200, { "content-type": "application/json" });
      if (calls > 1) response.end('{"id":"a"}');
      else response.write('{"id":', () => response.destroy());
    });
    expect(await connect(url).get("a")).toEqual({ id: "a" });
    expect(calls).toBe(2);
  });

  it("does not write once more when the connection breaks", async () => {
    let calls = 0;
    const url = await serve((request) => {
      calls += 1;
      request.socket.destroy();
    });
    expect(NetworkError.isInstance(await failureOf(connect(url).create({})))).toBe(true);
    expect(calls).toBe(1);
  });

  it("stops waiting for an answer when the signal aborts", async () => {
    const controller = new AbortController();
    const url = await serve(() => controller.abort("enough"));
    expect(await failureOf(connect(url).get("a", { signal: controller.signal }))).toBe("enough");
  });

  it("stops reading a body when the signal aborts", async () => {
    const controller = new AbortController();
    const url = await serve((_, response) => {
      response.writeHead(200).write('{"id":', () => controller.abort("enough"));
    });
    expect(await failureOf(connect(url).get("a", { signal: controller.signal }))).toBe("enough");
  });
});
