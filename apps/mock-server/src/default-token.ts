/** A readable, unsigned JWT that names a tenant. The same tenant gives the same text, so that commands can be pasted again. */
export function createToken(tenantId: string): string {
  // No more than is read: the token stands in every command that people are shown.
  return `${encode({ alg: "none" })}.${encode({ tid: tenantId })}.`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
