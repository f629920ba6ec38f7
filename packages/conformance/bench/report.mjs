const digits = (number, count) => number.toFixed(count);

/** The results as a table of plain text. */
export function toTable({ node, cpus, rounds, milliseconds, connections }, results) {
  const rows = results.map(({ name, log, bareMicroseconds, oursMicroseconds, ratio, aim, oursRate }) => [
    `${name}${log === "off" ? "" : ", log on"}`,
    digits(bareMicroseconds.median, 0),
    `${digits(oursMicroseconds.median, 0)} (${digits(oursMicroseconds.q1, 0)}–${digits(oursMicroseconds.q3, 0)})`,
    `${digits(ratio.median, 2)} (${digits(ratio.q1, 2)}–${digits(ratio.q3, 2)})`,
    aim === undefined ? "" : `≤ ${aim} ${ratio.median <= aim ? "met" : "missed"}`,
    digits(oursRate, 0),
  ]);
  const lines = [["server CPU", "bare µs", "ours µs (quartiles)", "× bare (quartiles)", "aim", "ours/s"], ...rows];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const text = lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
  const about = `Node ${node}, ${cpus} CPUs, ${rounds} rounds of ${milliseconds} ms, ${connections} connections`;
  return `${about}\n\n${text.join("\n")}\n`;
}
