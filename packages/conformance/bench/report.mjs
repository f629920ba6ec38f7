const digits = (number, count) => number.toFixed(count);

/** What our own CPU time grows by from the smallest file to each larger one, for each way of asking. */
export function toGrowth(results) {
  return results.flatMap(({ group, size, oursMicroseconds }) => {
    const first = results.find((one) => one.group === group);
    if (group === undefined || first.size === size) return [];
    const factor = oursMicroseconds.median / first.oursMicroseconds.median;
    return [{ group, from: first.size, to: size, factor, aim: size === "1 M" ? 1.5 : undefined }];
  });
}

/** The results as tables of plain text. */
export function toTable({ node, cpus, rounds, milliseconds, connections }, results, growth) {
  const rows = results.map(({ name, log, bareMicroseconds, oursMicroseconds, ratio, aim, oursRate }) => [
    `${name}${log === "off" ? "" : ", log on"}`,
    digits(bareMicroseconds.median, 0),
    `${digits(oursMicroseconds.median, 0)} (${digits(oursMicroseconds.q1, 0)}–${digits(oursMicroseconds.q3, 0)})`,
    `${digits(ratio.median, 2)} (${digits(ratio.q1, 2)}–${digits(ratio.q3, 2)})`,
    verdict(ratio.median, aim),
    digits(oursRate, 0),
  ]);
  const about = `Node ${node}, ${cpus} CPUs, ${rounds} rounds of ${milliseconds} ms, ${connections} connections`;
  const head = ["server CPU", "bare µs", "ours µs (quartiles)", "× bare (quartiles)", "aim", "ours/s"];
  const texts = [about, align([head, ...rows])];
  if (growth.length > 0) {
    const grown = growth.map(({ group, from, to, factor, aim }) => [
      `failures, ${group}`,
      `${to} ÷ ${from}`,
      digits(factor, 2),
      verdict(factor, aim),
    ]);
    texts.push(align([["own CPU by size", "rows", "×", "aim"], ...grown]));
  }
  return `${texts.join("\n\n")}\n`;
}

/** Rows of cells as columns of plain text. */
export function align(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function verdict(value, aim) {
  return aim === undefined ? "" : `≤ ${aim} ${value <= aim ? "met" : "missed"}`;
}
