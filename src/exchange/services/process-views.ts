import type { FormatView, TableColumn } from "../../formatting/index.js";
import { listOf } from "../../formatting/views/dotnet-views.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { englishCulture } from "../../values/culture.js";
import { formatFormattable } from "../../values/format/index.js";
import { Double, getProperty, type Value } from "../../values/index.js";

const typeNames = ["System.Diagnostics.Process"];

/** A size in units of 1024 or 1024², with the digits that the generation shows. */
function size(label: string, width: number, property: string, unit: number, digits: number): TableColumn {
  return {
    label,
    width,
    alignment: "right",
    compute: (context, self) => {
      const bytes = getProperty(context, self, property);
      if (typeof bytes !== "bigint") return null;
      return digits === 0 ? bytes / BigInt(unit) : (Number(bytes) / unit).toFixed(digits);
    },
  };
}

/** Seconds with thousands and two digits; nothing for processes that did not use any. */
function cpu(context: ExecutionContext, self: Value): Value {
  const seconds = getProperty(context, self, "CPU");
  return seconds instanceof Double && seconds.value !== 0
    ? (formatFormattable(context, seconds, "N2", context.currentCulture ?? englishCulture(context.facts)) ?? "")
    : "";
}

const right = (property: string, width: number, label = property): TableColumn => ({
  label,
  property,
  width,
  alignment: "right",
});
const cpuColumn = (width: number): TableColumn => ({ label: "CPU(s)", width, alignment: "right", compute: cpu });

/** Get-Process of 7 (asked of the engine), of 5.x, and of 2.0 to 4.0 with VM(M) (documented examples). */
export function processViews(languageVersion: number): readonly FormatView[] {
  const table = (columns: readonly TableColumn[]): FormatView => ({
    kind: "table",
    name: "process",
    typeNames,
    columns,
  });
  const name: TableColumn = { property: "ProcessName" };
  const kilobytes = [
    right("Handles", 7),
    size("NPM(K)", 7, "NPM", 1024, 0),
    size("PM(K)", 8, "PM", 1024, 0),
    size("WS(K)", 10, "WS", 1024, 0),
  ];
  if (languageVersion >= 7) {
    const megabyte = 1024 * 1024;
    return [
      table([
        size("NPM(K)", 7, "NPM", 1024, 0),
        size("PM(M)", 8, "PM", megabyte, 2),
        size("WS(M)", 10, "WS", megabyte, 2),
        cpuColumn(10),
        right("Id", 7),
        right("SI", 3),
        name,
      ]),
      listOf("process", typeNames, "Id", "Handles", "CPU", "SI", "Name"),
    ];
  }
  if (languageVersion >= 5) {
    return [
      table([...kilobytes, cpuColumn(10), right("Id", 6), right("SI", 3), name]),
      listOf("process", typeNames, "Id", "Handles", "CPU", "SI", "Name"),
    ];
  }
  return [
    table([...kilobytes, size("VM(M)", 5, "VM", 1024 * 1024, 0), cpuColumn(8), right("Id", 6), name]),
    listOf("process", typeNames, "Id", "Handles", "CPU", "Name"),
  ];
}
