import { Client } from "pg";

/** Runs one statement beside the store and gives its rows. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** Holds what the statement locks until `release`. */
export async function hold(url: string, sql: string): Promise<{ release(): Promise<void> }> {
  const client = new Client(url);
  await client.connect();
  await client.query("begin");
  await client.query(sql);
  return { release: () => client.end() };
}
