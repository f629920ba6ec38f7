/** What the program's exit code says. */
export const exitCodes = {
  done: 0,
  invalid: 1,
  usage: 2,
  refused: 3,
  notAllowed: 4,
  notFound: 5,
  preconditionFailed: 6,
  throttled: 7,
  unreachable: 8,
  notUnderstood: 9,
  badInput: 10,
  outputFailed: 11,
  internal: 70,
} as const;

/** One of the numbers of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One line each, for the help and the README. */
export const exitCodeMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: "done; also when the reader of the output, like head, has seen enough",
  invalid: "validate found something invalid",
  usage: "unknown command or flag, wrong value, a filter with a mistake, something is missing",
  refused: "the service refused the request (400, 405, 409, 5xx and others)",
  notAllowed: "the service wants another token or permission (401, 403)",
  notFound: "no event has this id (404)",
  preconditionFailed: "--if-match does not fit what is stored (412)",
  throttled: "too many requests, also after waiting (429)",
  unreachable: "no answer: nothing listens there, or the connection broke",
  notUnderstood: "an answer came and is not what Graph would send",
  badInput: "a file or stdin cannot be read, holds no JSON object that could be sent, or what is no event",
  outputFailed: "the output cannot be written (disk full?)",
  internal: "an error in this program",
};

export function renderExitCodes(): string {
  return Object.entries(exitCodes)
    .map(([name, code]) => `  ${String(code).padStart(2)}  ${exitCodeMeanings[name as keyof typeof exitCodes]}`)
    .join("\n");
}
