/** What the program's exit code says. */
export const exitCodes = {
  stopped: 0,
  failedToStart: 1,
  usage: 2,
} as const;
