/** Tries until it gives something; the limit is what a slow machine may need, not what is expected. */
export async function poll<T>(attempt: () => Promise<T | undefined>, limit = 60_000): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const found = await attempt();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`Nothing came of it within ${limit / 1_000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
