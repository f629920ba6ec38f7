import type { ProvisioningErrorInfo } from "@org/models";
import { toPreciseDateTime } from "./date-time.js";
import type { Escrow, Subject } from "./story.js";

interface Answer {
  /** Status line of the target's answer; undefined when there was none. */
  readonly status: readonly [number, string] | undefined;
  readonly scimType?: string;
  /** What the target says about it, in SCIM's `detail`; undefined when its answer was no SCIM error. */
  readonly detail: ((name: string) => string) | undefined;
}

const conflict: Answer = {
  status: [409, "Conflict"],
  scimType: "uniqueness",
  detail: (name) => `Another account already uses the name ${name}.`,
};

const answers: Readonly<Record<string, Answer>> = {
  SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering: conflict,
  EntryConflict: conflict,
  LicenseLimitExceeded: { status: [403, "Forbidden"], detail: () => "This team has no free licence." },
  UnprocessableEntity: {
    status: [422, "UnprocessableEntity"],
    scimType: "invalidValue",
    detail: (name) => `The telephone number of ${name} must not contain blanks.`,
  },
  InternalServerError: { status: [500, "InternalServerError"], detail: () => "Something went wrong on our side." },
  TooManyRequests: { status: [429, "TooManyRequests"], detail: () => "Too many requests. Slow down." },
  Timeout: { status: undefined, detail: undefined },
  WebExceptionProtocolError: { status: [502, "BadGateway"], detail: undefined },
};

export function nameOf(subject: Subject): string {
  return subject.kind === "Group" ? subject.displayName : subject.attributes.userPrincipalName;
}

/**
 * The error of a failed event in the form of the live log: lines for status, message and the target's answer, then in
 * the last line how often it was tried and when it will be again.
 */
export function describeFailure(
  code: string,
  subject: Subject,
  retry: Escrow,
  base: number,
  ticks: number,
): ProvisioningErrorInfo {
  const { status, scimType, detail } = answers[code] ?? { status: undefined, detail: undefined };
  const lines = [status === undefined ? "StatusCode: none" : `StatusCode: ${status[1]}`];
  lines.push(
    status === undefined
      ? "Message: The target system did not answer in time."
      : "Message: The target system did not carry out the HTTP request",
  );
  if (status !== undefined && detail !== undefined) {
    const body = {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      detail: detail(nameOf(subject)),
      status: status[0],
      ...(scimType === undefined ? {} : { scimType }),
    };
    lines.push("Web Response: ", JSON.stringify(body));
  }
  const next = toPreciseDateTime(base + retry.nextAttemptAt, ticks);
  const outlook = `This operation was retried ${retry.attempts - 1} times. It will be retried again after this date: ${next} UTC`;
  return {
    errorCode: code,
    reason: `${lines.join("\r\n")}. ${outlook}`,
    additionalDetails: null,
    errorCategory: "nonServiceFailure",
    recommendedAction: null,
  };
}
