/** The command line or the environment asks for something that does not exist; the message is for people and complete. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
