/** Puts a style around a text; with colour off the text comes back as it is. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  cyan(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  red(text: string): string;
}

export function createPaint(isColoured: boolean): Paint {
  const style = (open: number, close: number) => (text: string) =>
    isColoured ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    cyan: style(36, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    red: style(31, 39),
  };
}

/** Colour is for terminals that can show it, and for people who have not said no: https://no-color.org. */
export function wantsColour(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_COLOR: refusal, TERM: terminal } = environment;
  return isTerminal && (refusal === undefined || refusal === "") && terminal !== "dumb";
}
