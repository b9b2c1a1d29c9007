// npm run try -- 'line' ['line' …]: what becomes of a line, step by step. Options: --edition, --width, --org.
import { parseArgs } from "node:util";
import {
  createShell,
  dumpTree,
  editionNames,
  type OutputObject,
  parse,
  type Shell,
  type ShellOptions,
  type Topology,
  topologies,
} from "../../src/index.js";
import { compareTopologies } from "../../src/topology/diff.js";
import { indentTree } from "./tree-text.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edition: { type: "string" },
    width: { type: "string" },
    org: { type: "string" },
  },
});

const organizations = new Map(Object.entries(topologies));
const organization = organizations.get(values.org ?? "headOffice");
const edition = editionNames.find((name) => name === (values.edition ?? "Exchange2010"));

/** What the commands of the line bound, in the order in which they did. */
const bound: string[] = [];

if (positionals.length === 0 || organization === undefined || edition === undefined) {
  console.log(`npm run try -- 'line' ['line' …] [options]: the lines are typed one after another in one session

  --edition E   ${editionNames.join(", ")}
  --org O       ${[...organizations.keys()].join(", ")}
  --width N     columns of the window`);
  process.exitCode = 2;
} else {
  const width: ShellOptions = values.width === undefined ? {} : { width: Number(values.width) };
  const onBind: ShellOptions["onBind"] = (command, parameters) => {
    bound.push(`${command}${[...parameters].map(([name, value]) => `\n  -${name} ${value}`).join("")}`);
  };
  const shell = createShell({ edition, topology: organization, onBind, ...width });
  for (const line of positionals) console.log(show(shell, line));
}

function show(shell: Shell, line: string): string {
  bound.length = 0;
  const { tree, errors } = parse(line, { edition: shell.edition });
  const before = shell.topology;
  const result = shell.run(line);
  return [
    `${shell.prompt}${line}`,
    section("tree", indentTree(dumpTree(tree))),
    section(
      "parse errors",
      errors.map(({ id, message, start, end }) => `${id} ${start}-${end}: ${message}`).join("\n"),
    ),
    section("bound parameters", bound.join("\n")),
    section("objects", result.output.map(describeObject).join("\n")),
    section("errors", result.errors.map(({ id, category, message }) => `${id} (${category}): ${message}`).join("\n")),
    section("change of the organization", describeChanges(before, shell.topology)),
    section("text", result.text),
    ...(result.status === "completed" ? [] : [`status: ${result.status}`]),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function section(title: string, text: string): string {
  const body = text.replace(/^\n+|\n+$/g, "");
  return body === "" ? "" : `── ${title} ──\n${body}`;
}

function describeObject(object: OutputObject): string {
  return `${object.typeNames[0] ?? "null"}  ${plainText(object.toJS())}`;
}

function describeChanges(before: Topology, after: Topology): string {
  return compareTopologies(before, after)
    .map((each) => {
      return `${each.change} ${each.class} ${each.name}: ${each.property} ${plainText(each.old)} → ${plainText(each.new)}`;
    })
    .join("\n");
}

function plainText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part)) ?? "";
}
