import { styleText } from "node:util";

/** Gives a text its colour, or leaves it alone. */
export type Paint = (style: "bold" | "dim" | "red" | "green" | "yellow", text: string) => string;

export function createPaint(inColour: boolean): Paint {
  // Where the text goes was decided by the caller; styleText would look at the process itself.
  return inColour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}

/** The colour of a status; one this version does not know keeps its own. */
export function paintStatus(paint: Paint, status: string): string {
  switch (status) {
    case "success":
      return paint("green", status);
    case "failure":
      return paint("red", status);
    case "warning":
      return paint("yellow", status);
    case "skipped":
      return paint("dim", status);
    default:
      return status;
  }
}
