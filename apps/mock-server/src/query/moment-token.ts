/** The last moment of the year 9999: later ones have no DateTimeOffset. */
const maxMoment = 253_402_300_799_999;
const pattern = /^([0-9a-z]{1,10})-(.+)$/s;

/** A store's skip token behind the moment that `now()` stood for on the first page. */
export interface MomentToken {
  readonly moment: Date;
  readonly skipToken: string;
}

/**
 * Whether a filter may ask for the present, which makes it mean something else every time. A text that only holds these
 * letters counts too: it costs nothing but the longer token.
 */
export function mayAskForNow(filter: string): boolean {
  return /now *\(/i.test(filter);
}

/** One token of both, of the letters that a skip token is made of. */
export function joinMomentToken({ moment, skipToken }: MomentToken): string {
  return `${moment.getTime().toString(36)}-${skipToken}`;
}

/**
 * Takes a token apart; undefined for a text that has no such form. The moment is trusted no more than the rest: it
 * enters the bound filter, which the store's seal covers.
 */
export function splitMomentToken(token: string): MomentToken | undefined {
  const [, digits = "", skipToken = ""] = pattern.exec(token) ?? [];
  const time = Number.parseInt(digits, 36);
  return time <= maxMoment && time.toString(36) === digits ? { moment: new Date(time), skipToken } : undefined;
}
