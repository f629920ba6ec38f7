import { ModelError } from "@org/models";
import { StoreError, type StoreErrorCode } from "@org/store";

/** Why a control route refuses; answered as plain JSON, not in Graph's envelope. */
export class ControlError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ControlError";
    this.status = status;
    this.code = code;
  }
}

const storeStatuses: Partial<Readonly<Record<StoreErrorCode, number>>> = {
  full: 507,
  ioError: 507,
  unavailable: 503,
  timeout: 504,
};

/** What a control route answers to whatever was thrown. */
export function controlProblemOf(error: unknown): Pick<ControlError, "status" | "code" | "message"> {
  if (error instanceof ControlError) return error;
  if (ModelError.isInstance(error)) return { status: 400, code: "invalidSummary", message: error.message };
  if (error instanceof RangeError) return { status: 400, code: "invalidSeed", message: error.message };
  if (StoreError.isInstance(error)) {
    if (error.code === "duplicateId") {
      const way = "POST /_mock/reset first, or use another seed.";
      return { status: 409, code: error.code, message: `An event with one of these ids is stored already. ${way}` };
    }
    return {
      status: storeStatuses[error.code] ?? 500,
      code: error.code,
      message: error.message,
    };
  }
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE")
    return { status: 415, code: "jsonOnly", message: "Send application/json." };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return { status: 413, code: "bodyTooLarge", message: "The body is over 32 MiB." };
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return { status, code: "badRequest", message: "The request is malformed." };
  return { status: 500, code: "unforeseen", message: "The mock failed; its log says why." };
}
