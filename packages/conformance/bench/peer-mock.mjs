// A process with @sap-ux/fe-mockserver-core over a folder that holds metadata.xml and data/, installed in `modules`.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import "./control.mjs";

const [modules, folder] = process.argv.slice(2);
const { default: FEMockserver } = createRequire(join(modules, "x.js"))("@sap-ux/fe-mockserver-core");
const peer = new FEMockserver({
  services: [
    {
      urlPath: "/beta/auditLogs",
      metadataPath: join(folder, "metadata.xml"),
      mockdataPath: join(folder, "data"),
      generateMockData: false,
      noETag: true,
      watch: false,
    },
  ],
});
await peer.isReady;
const router = peer.getRouter();
const server = createServer((request, response) => router(request, response, () => response.writeHead(404).end()));
server.listen(0, "127.0.0.1", () => {
  process.channel.ref();
  process.send({ url: `http://127.0.0.1:${server.address().port}` });
});
