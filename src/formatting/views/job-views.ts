import type { FormatView, TableColumn } from "./view.js";

const typeNames = ["System.Management.Automation.Job"];

function jobs(columns: readonly TableColumn[]): FormatView {
  return { kind: "table", name: "Job", typeNames, columns };
}

const moreData: TableColumn = { property: "HasMoreData", width: 15 };
const location: TableColumn = { property: "Location", width: 20 };
const command: TableColumn = { property: "Command", width: 25 };

/** Get-Job from 3.0 on: asked of the engine (7.6). */
export const jobViews: readonly FormatView[] = [
  jobs([
    { property: "Id", width: 6 },
    { property: "Name", width: 15 },
    { property: "PSJobTypeName", width: 15 },
    { property: "State", width: 13 },
    moreData,
    location,
    command,
  ]),
];

/** Get-Job of 2.0, documented by listings of that time. */
export const jobViews2: readonly FormatView[] = [
  jobs([
    { property: "Id", width: 15 },
    { property: "Name", width: 15 },
    { property: "State", width: 10 },
    moreData,
    location,
    command,
  ]),
];
