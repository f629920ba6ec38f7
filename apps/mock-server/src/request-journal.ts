import { redactUrl } from "./redact.js";

/** One answered request, without anything that opens a door. */
export interface RequestRecord {
  /** When it was answered, UTC. */
  readonly time: string;
  readonly method: string;
  /** With skip tokens shortened and other tokens taken out. */
  readonly url: string;
  readonly status: number;
  /** How long the answer took, to a tenth. */
  readonly milliseconds: number;
  readonly requestId: string;
  /** Absent when the request was refused before its tenant was known. */
  readonly tenantId?: string;
}

/** What is noted down while a request is answered; made readable only when somebody reads. */
export interface AnsweredRequest {
  readonly answeredAt: Date;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly requestId: string;
  readonly tenantId: string | undefined;
}

/** The last requests; adding costs one assignment. */
export interface RequestJournal {
  add(request: AnsweredRequest): void;
  /** Newest first. */
  latest(count?: number): RequestRecord[];
  clear(): void;
}

/** @param size How many requests are kept; older ones are forgotten. */
export function createRequestJournal(size: number): RequestJournal {
  let ring: AnsweredRequest[] = [];
  let next = 0;
  return {
    add(request) {
      ring[next] = request;
      next = (next + 1) % size;
    },
    latest(count = size) {
      return [...ring.slice(0, next).reverse(), ...ring.slice(next).reverse()].slice(0, count).map(toRecord);
    },
    clear() {
      ring = [];
      next = 0;
    },
  };
}

/** As many digits as tell one duration from another. */
export function roundToTenth(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

function toRecord(request: AnsweredRequest): RequestRecord {
  return {
    time: request.answeredAt.toISOString(),
    method: request.method,
    url: redactUrl(request.url),
    status: request.status,
    milliseconds: roundToTenth(request.milliseconds),
    requestId: request.requestId,
    ...(request.tenantId === undefined ? {} : { tenantId: request.tenantId }),
  };
}
