import { ODataError } from "../src/index.js";

/** The ODataError that `run` throws; undefined when it returns. Any other error goes on. */
export function refusal(run: () => unknown): ODataError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (ODataError.isInstance(error)) return error;
    throw error;
  }
}

export function codeOf(run: () => unknown): string | undefined {
  return refusal(run)?.code;
}
