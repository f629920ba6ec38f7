/** How often a property is tried, or how long that may take: as given in the tests, `SOAK_RUNS` times as much in the soak. */
export function soakable(usual: number): number {
  return usual * Number(process.env["SOAK_RUNS"] ?? 1);
}
