/**
 * Answers the parent's messages `{ operation, mock, input }` with `{ result }` or `{ failure }`.
 * A failure that the client itself made is described by `describeError`; what it does not know is passed on as text.
 */
export function serve(operations, describeError) {
  process.on("message", async ({ operation, mock, input }) => {
    try {
      process.send({ result: (await operations[operation](mock, input)) ?? null });
    } catch (error) {
      process.send({ failure: describeError(error) ?? { unexpected: String(error?.stack ?? error) } });
    }
  });
}
