import Table from "cli-table3";
import { type Column, columnValue } from "./columns.js";
import { printable } from "./escape.js";
import { type Paint, paintStatus } from "./paint.js";
import { summaryFields } from "./summary-fields.js";

export interface TableOptions {
  /** Width of the terminal; undefined when there is none. */
  readonly columns: number | undefined;
  readonly paint: Paint;
}

const headings = ["TIME", "ACTION", "STATUS", "SOURCE", "TARGET", "APPLICATION", "ID"];
const gap = 2;
const timeWidth = 20;
const actionWidth = 12;
const statusWidth = 8;
const idWidth = 36;

/**
 * Rows of a table whose widths do not depend on what is in it, so that pages can be printed as they come and still
 * line up. Names are cut to what the terminal leaves for them.
 */
export function renderTable(
  summaries: readonly unknown[],
  { columns, paint }: TableOptions,
  withHeadings: boolean,
): string {
  const name = nameWidth(columns);
  const widths = [timeWidth, actionWidth, statusWidth, name, name, name].map((width) => width + gap);
  const table = createTable(widths);
  if (withHeadings) table.push(headings.map((heading) => paint("bold", heading)));
  for (const summary of summaries) {
    const fields = summaryFields(summary);
    const { time, action, source, target, application, id } = fields;
    const [first, second, ...rest] = [time, action, source, target, application, id].map(printable);
    table.push([first ?? "", second ?? "", paintStatus(paint, printable(fields.status)), ...rest]);
  }
  return toText(table);
}

/** The same for columns of one's own. Each has the width of its type, for the same reason. */
export function renderColumns(
  summaries: readonly unknown[],
  columns: readonly Column[],
  options: TableOptions,
  withHeadings: boolean,
): string {
  const widths = columns.slice(0, -1).map((column) => widthOf(column) + gap);
  const table = createTable(widths);
  if (withHeadings) table.push(columns.map(({ name }) => options.paint("bold", name)));
  for (const summary of summaries) {
    table.push(columns.map((column) => renderCell(columnValue(summary, column), column, options.paint)));
  }
  return toText(table);
}

function renderCell(value: unknown, { name }: Column, paint: Paint): string {
  if (value === null || value === undefined) return "";
  const text = printable(typeof value === "object" ? JSON.stringify(value) : String(value));
  return /(?:^|\/)status$/.test(name) ? paintStatus(paint, text) : text;
}

/** Wide enough for the heading, and for what values of the type usually need. */
function widthOf({ name, type, segments }: Column): number {
  const isId = /(?:^i|I)d$/.test(segments.at(-1) ?? "");
  const usual = type === "Edm.DateTimeOffset" ? 24 : isId ? idWidth : type === "Edm.String" ? 28 : 12;
  return Math.max(usual, name.length);
}

function createTable(widths: readonly number[]) {
  return new Table({
    chars: noBorders,
    style: { head: [], border: [], "padding-left": 0, "padding-right": gap, compact: true },
    // The last column takes what it needs: an id that is cut is of no use.
    colWidths: [...widths, null],
  });
}

function toText(table: InstanceType<typeof Table>): string {
  if (table.length === 0) return "";
  const lines = table.toString().split("\n");
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function nameWidth(columns: number | undefined): number {
  if (columns === undefined) return 28;
  const left = columns - (timeWidth + actionWidth + statusWidth + idWidth + 6 * gap);
  return Math.max(10, Math.min(28, Math.floor(left / 3)));
}

const noBorders = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "",
};
