/** The command line asks for something that cannot be done; the message says what to write instead. */
export class UsageError extends Error {}

/** A file or stdin is not what the command can work with. */
export class InputError extends Error {}
