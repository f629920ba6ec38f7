import type { ListFormat } from "../commands/output-format.js";
import type { Output } from "../system.js";
import { type Column, columnValue, toColumnsObject } from "./columns.js";
import { renderCsvRecord } from "./csv.js";
import { toJsonText } from "./escape.js";
import { createJsonArrayWriter } from "./json-array.js";
import { createPaint } from "./paint.js";
import { renderColumns, renderTable } from "./table.js";

/** Writes events as they come. */
export interface ListWriter {
  begin(): Promise<void>;
  add(items: readonly object[]): Promise<void>;
  end(): Promise<void>;
}

const nothing = async () => {};

/** Without `columns` a table has its own, and JSON the whole events. CSV always has some. */
export function createListWriter(
  stdout: Output,
  format: ListFormat,
  columns: readonly Column[] | undefined,
): ListWriter {
  const shape = (item: object) => (columns === undefined ? item : toColumnsObject(item, columns));
  switch (format) {
    case "ndjson":
      return {
        begin: nothing,
        add: (items) => stdout.write(items.map((item) => `${toJsonText(shape(item))}\n`).join("")),
        end: nothing,
      };
    case "json": {
      const array = createJsonArrayWriter(stdout);
      return { ...array, add: (items) => array.add(items.map(shape)) };
    }
    case "csv": {
      const shown = columns ?? [];
      return {
        // The heading comes even when nothing follows, for programs that read by name.
        begin: () => stdout.write(renderCsvRecord(shown.map(({ name }) => name))),
        add: (items) =>
          stdout.write(items.map((item) => renderCsvRecord(shown.map((column) => columnValue(item, column)))).join("")),
        end: nothing,
      };
    }
    case "table":
      return createTableWriter(stdout, columns);
  }
}

function createTableWriter(stdout: Output, columns: readonly Column[] | undefined): ListWriter {
  let first = true;
  const options = { columns: stdout.columns, paint: createPaint(stdout.inColour) };
  return {
    begin: nothing,
    add: async (items) => {
      if (items.length === 0) return;
      const text =
        columns === undefined ? renderTable(items, options, first) : renderColumns(items, columns, options, first);
      await stdout.write(text);
      first = false;
    },
    end: nothing,
  };
}
