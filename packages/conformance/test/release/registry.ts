import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a client sends to publish: the manifest of one version, and its tarball in base64. */
interface Publication {
  readonly name: string;
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, VersionManifest>>;
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>;
}

export interface VersionManifest {
  readonly name: string;
  readonly version: string;
  readonly dist: { readonly tarball: string; readonly integrity?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface PublishedPackage {
  readonly versions: Map<string, { readonly manifest: VersionManifest; readonly tarball: Buffer }>;
  readonly tags: Map<string, string>;
}

export interface Registry {
  /** Ends without a slash; always on 127.0.0.1. */
  readonly url: string;
  readonly packages: ReadonlyMap<string, PublishedPackage>;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: Buffer | object;
}

/** As much of an npm registry as publishing and installing need, in memory, on a free port of this machine. */
export async function startRegistry(token: string): Promise<Registry> {
  const packages = new Map<string, PublishedPackage>();
  const server = createServer((request, response) => {
    answer(request, packages, token).then(
      ({ status, body }) => {
        const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
        const type = Buffer.isBuffer(body) ? "application/octet-stream" : "application/json";
        response.writeHead(status, { "content-type": type, "content-length": bytes.length }).end(bytes);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: urlOf(server), packages, close: () => close(server) };
}

async function answer(
  request: IncomingMessage,
  packages: Map<string, PublishedPackage>,
  token: string,
): Promise<Reply> {
  const path = decodeURIComponent(request.url ?? "/").replace(/^\/|\?.*$/g, "");
  if (request.method === "PUT") {
    if (request.headers.authorization !== `Bearer ${token}`) return refuse(401, "a token is needed to publish");
    return publish(JSON.parse(await textOf(request)) as Publication, packages);
  }
  if (request.method !== "GET") return refuse(405, "only GET and PUT are served");
  const [name = "", file] = path.split("/-/");
  const found = packages.get(name);
  if (!found) return refuse(404, `${name} was never published here`);
  if (file === undefined) return { status: 200, body: documentOf(name, found, `http://${request.headers.host}`) };
  const version = [...found.versions].find(([key]) => file === tarballName(name, key));
  return version ? { status: 200, body: version[1].tarball } : refuse(404, `${file} was never published here`);
}

function publish(sent: Publication, packages: Map<string, PublishedPackage>): Reply {
  const known = packages.get(sent.name) ?? { versions: new Map(), tags: new Map() };
  for (const [version, manifest] of Object.entries(sent.versions)) {
    if (known.versions.has(version)) return refuse(409, `${sent.name}@${version} exists and stays as it is`);
    const [attachment] = Object.values(sent._attachments);
    if (!attachment) return refuse(400, "no tarball is attached");
    known.versions.set(version, { manifest, tarball: Buffer.from(attachment.data, "base64") });
  }
  for (const [tag, version] of Object.entries(sent["dist-tags"])) known.tags.set(tag, version);
  packages.set(sent.name, known);
  return { status: 201, body: { ok: true } };
}

/** The document installers read. Tarballs are given at the address the reader used, wherever they were published from. */
function documentOf(name: string, { versions, tags }: PublishedPackage, origin: string): object {
  const entries = [...versions].map(([version, { manifest }]) => {
    const tarball = `${origin}/${name}/-/${tarballName(name, version)}`;
    return [version, { ...manifest, dist: { ...manifest.dist, tarball } }];
  });
  return { name, "dist-tags": Object.fromEntries(tags), versions: Object.fromEntries(entries) };
}

function tarballName(name: string, version: string): string {
  return `${name.slice(name.lastIndexOf("/") + 1)}-${version}.tgz`;
}

function refuse(status: number, error: string): Reply {
  return { status, body: { error } };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
