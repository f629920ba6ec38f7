/** A readable, unsigned JWT that names a tenant. The same tenant gives the same text, so that commands can be pasted again. */
export function createToken(tenantId: string): string {
  const header = { typ: "JWT", alg: "none" };
  const claims = { aud: "https://graph.microsoft.com", tid: tenantId, roles: ["AuditLog.Read.All"] };
  return `${encode(header)}.${encode(claims)}.`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
