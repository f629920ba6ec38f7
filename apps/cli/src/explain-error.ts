import { AuthenticationError, GraphError, NetworkError, ResponseShapeError, ThrottledError } from "@org/client/core";
import { isLocal } from "./connection.js";
import { InputError, UsageError } from "./errors.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import { OutputFailedError } from "./system.js";

/** What to tell the user, and the program that called this one. */
export interface Explanation {
  readonly exitCode: ExitCode;
  readonly lines: readonly string[];
}

/** `hasToken`: whether the user gave a token, or a made-up one was sent. */
export function explainError(error: unknown, hasToken: boolean): Explanation {
  if (error instanceof UsageError) return { exitCode: exitCodes.usage, lines: [error.message] };
  if (error instanceof InputError) return { exitCode: exitCodes.badInput, lines: [error.message] };
  if (GraphError.isInstance(error)) return explainGraphError(error, hasToken);
  if (NetworkError.isInstance(error)) return explainNetworkError(error);
  if (ResponseShapeError.isInstance(error)) return explainShapeError(error);
  if (error instanceof OutputFailedError) {
    return { exitCode: exitCodes.outputFailed, lines: [`the output cannot be written: ${error.message}`] };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exitCode: exitCodes.internal, lines: ["this is an error in provlog itself:", text] };
}

function explainGraphError(error: GraphError, hasToken: boolean): Explanation {
  const details = error.details.map(({ code, message }) =>
    code === "MockHint" ? `hint: ${message}` : `${code}: ${message}`,
  );
  const lines = [error.message, ...details];
  const filter = error.status === 400 ? sentFilter(error.path) : undefined;
  if (filter !== undefined) lines.push(`the filter sent was: ${filter}`);
  const exitCode = exitCodeOf(error);
  if (exitCode === exitCodes.notAllowed && !hasToken) {
    lines.push("hint: PROVLOG_TOKEN is not set, so a made-up token was sent; put one into it");
  } else if (AuthenticationError.isInstance(error)) lines.push("hint: put a fresh token into PROVLOG_TOKEN");
  return { exitCode, lines };
}

/** Flags become one filter; a service that refuses it names places in this text. */
function sentFilter(path: string): string | undefined {
  return new URL(path, "http://localhost").searchParams.get("$filter") ?? undefined;
}

function exitCodeOf(error: GraphError): ExitCode {
  if (ThrottledError.isInstance(error)) return exitCodes.throttled;
  switch (error.status) {
    case 401:
    case 403:
      return exitCodes.notAllowed;
    case 404:
      return exitCodes.notFound;
    case 412:
      return exitCodes.preconditionFailed;
    default:
      return exitCodes.refused;
  }
}

function explainNetworkError(error: NetworkError): Explanation {
  const lines = [error.message];
  if (error.code === "ECONNREFUSED" && isLocal(error.origin)) {
    lines[0] = `nothing answers at ${error.origin}.`;
    lines.push("hint: start the mock server in another terminal: provlog mock");
    lines.push("hint: or name another service with --url or PROVLOG_URL");
  }
  if (error.code !== undefined && /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/.test(error.code)) {
    lines[0] = `what listens at ${error.origin} does not speak https; http:// may be meant.`;
  }
  if (error.code !== undefined && /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(error.code)) {
    lines.push("hint: name the certificate to trust: NODE_EXTRA_CA_CERTS=cert.pem");
  }
  return { exitCode: exitCodes.unreachable, lines };
}

function explainShapeError(error: ResponseShapeError): Explanation {
  const rest = error.issues.slice(1).map(({ path, message }) => `${path.join("/")}: ${message}`);
  return { exitCode: exitCodes.notUnderstood, lines: [error.message, ...rest] };
}
