import { brandWith, fieldsOf, hasBrand } from "./brand.js";

const brand = Symbol.for("@org/client.CheckpointError");

/**
 * What is wrong with a checkpoint. `unreadable`: not the text a page gave. `version`: made by a later version of this
 * package. `service`: of another address, or leads to one. `query`: of another query than the one asked for.
 */
export type CheckpointErrorReason = "unreadable" | "version" | "service" | "query";

/** A checkpoint that cannot be continued from; nothing was sent. Start anew, or ask what it was made for. */
export class CheckpointError extends Error {
  readonly reason: CheckpointErrorReason;

  static {
    CheckpointError.prototype.name = "CheckpointError";
  }

  /** `message` repeats nothing of the checkpoint but names of options. */
  constructor(reason: CheckpointErrorReason, message: string) {
    super(message);
    brandWith(this, brand);
    this.reason = reason;
  }

  static isInstance(value: unknown): value is CheckpointError {
    return hasBrand(value, brand);
  }

  toJSON(): Record<string, unknown> {
    return fieldsOf(this);
  }
}
