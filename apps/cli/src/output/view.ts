import { printable } from "./escape.js";
import { type Paint, paintStatus } from "./paint.js";

/**
 * One event for people: its properties by their names, nested ones indented. What is null or empty and the
 * annotations are left out; `-o json` has them.
 */
export function renderView(summary: unknown, paint: Paint): string {
  return renderMembers(summary, "", paint).join("");
}

function renderMembers(value: unknown, indent: string, paint: Paint): string[] {
  if (typeof value !== "object" || value === null) return [];
  const members = Object.entries(value).filter(([name, member]) => !name.includes("@odata.") && !isEmpty(member));
  const width = Math.max(0, ...members.map(([name, member]) => (isNested(member) ? 0 : printable(name).length)));
  return members.flatMap(([name, member]) => {
    const label = printable(name);
    if (!isNested(member))
      return `${indent}${paint("dim", label.padEnd(width))}  ${renderText(name, member, indent, paint)}\n`;
    if (!Array.isArray(member))
      return [`${indent}${paint("bold", label)}\n`, ...renderMembers(member, `${indent}  `, paint)];
    return member.flatMap((item: unknown, index) => [
      `${indent}${paint("bold", `${label}[${index}]`)}\n`,
      ...(isNested(item)
        ? renderMembers(item, `${indent}  `, paint)
        : [`${indent}  ${renderText(name, item, indent, paint)}\n`]),
    ]);
  });
}

function renderText(name: string, value: unknown, indent: string, paint: Paint): string {
  // Reasons have several lines; they stay readable as long as each is indented.
  const lines = String(value).split(/\r?\n/).map(printable);
  if (name === "status") return paintStatus(paint, lines.join(" "));
  return lines.join(`\n${indent}    `);
}

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isEmpty(value: unknown): boolean {
  if (!isNested(value)) return value === null || value === "" || value === undefined;
  return Object.values(value).every(isEmpty);
}
