/** Whether the events are kept by a database server, and `data` may hold a password. */
export function isDatabase(data: string): boolean {
  return /^postgres(ql)?:/i.test(data);
}

/** Where the events are kept, as it may be shown: of a URL no more than host and database; undefined for memory. */
export function describeDataPlace(data: string): string | undefined {
  if (data === ":memory:") return undefined;
  if (!isDatabase(data)) return data;
  const url = URL.canParse(data) ? new URL(data) : undefined;
  // A URL that cannot be read may hold its password anywhere.
  return url === undefined || url.host === "" ? "PostgreSQL" : `PostgreSQL, ${url.host}${url.pathname}`;
}
