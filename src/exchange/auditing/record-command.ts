import {
  canonicalName,
  compareTopologies,
  type DirectoryObject,
  eachObject,
  isList,
  matchesName,
  type PropertyValue,
  pathOf,
  type Topology,
} from "../../topology/index.js";
import type { PowerShellError } from "../../values/errors.js";
import { displayText, netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import type { Noun } from "../noun/noun.js";
import type { Subject, Task } from "../noun/task.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import { isRecipient } from "../permissions/roles/write-scope.js";
import { currentUser } from "../recipients/current-user.js";
import type { LogEntry } from "./command-log.js";

/**
 * The administrator audit log: each run of a cmdlet that may change something is written down, when
 * Set-AdminAuditLogConfig wants it so. What is logged is documented ("Overview of Administrator Audit Logging"): cmdlets
 * that begin with Get or Search never are, those that begin with Test on request, and a change of the log's own settings
 * always.
 */
export const auditEntryKind = "adminAuditLogEvent";
const ownSettings = "Set-AdminAuditLogConfig";

/** What a command was, and what it has come to. */
export interface RecordedCommand {
  readonly task: Task;
  readonly noun: Noun;
  readonly parameters: Readonly<Record<string, Value | undefined>>;
  /** The organization as it was before. */
  readonly before: Topology;
  readonly failure: PowerShellError | null;
}

/** What the settings are until somebody changes them (documented): read without the table of their noun. */
export const auditDefaults = {
  AdminAuditLogEnabled: true,
  TestCmdletLoggingEnabled: false,
  AdminAuditLogCmdlets: ["*"],
  AdminAuditLogParameters: ["*"],
  AdminAuditLogExcludedCmdlets: [],
  LogLevel: "None",
} as const satisfies Readonly<Record<string, PropertyValue>>;

const setting = ({ properties }: DirectoryObject, name: keyof typeof auditDefaults): PropertyValue =>
  properties[name] ?? auditDefaults[name];

const texts = (value: PropertyValue): readonly string[] => (isList(value) ? value.map(String) : []);

function isWanted(config: DirectoryObject, cmdlet: string, parameters: readonly string[]): boolean {
  const read = (name: keyof typeof auditDefaults): PropertyValue => setting(config, name);
  const fits = (patterns: PropertyValue, name: string): boolean =>
    texts(patterns).some((pattern) => matchesName(pattern, name));
  if (cmdlet === ownSettings) return true;
  if (read("AdminAuditLogEnabled") !== true) return false;
  if (cmdlet.startsWith("Test-") && read("TestCmdletLoggingEnabled") !== true) return false;
  if (!fits(read("AdminAuditLogCmdlets"), cmdlet) || fits(read("AdminAuditLogExcludedCmdlets"), cmdlet)) return false;
  const wanted = read("AdminAuditLogParameters");
  return texts(wanted).includes("*") || parameters.some((name) => fits(wanted, name));
}

function textOf(context: ValueContext, value: Value): string {
  if (value instanceof MultiValuedChange) {
    const { replacement, add, remove } = value;
    return (
      replacement?.join(", ") ?? [...add.map((text) => `+${text}`), ...remove.map((text) => `-${text}`)].join(", ")
    );
  }
  return displayText(context, value);
}

/** How the log calls an object: recipients by their place, others as their noun does. */
function nameOf(task: Task, noun: Noun, { object, topology }: Subject): string {
  const recipient = pathOf(topology, object).findLast(isRecipient);
  if (recipient !== undefined) return canonicalName(topology, recipient);
  return noun.displayIdentity({ ...task.source(object), topology });
}

/** What LogLevel Verbose adds: the properties of the object that are others now. */
function modified({ task, before }: RecordedCommand, subject: Subject | null): readonly LogEntry[] {
  if (subject === null) return [];
  return compareTopologies(before, task.topology)
    .filter(({ guid }) => guid === subject.object.guid)
    .map(({ property, old, new: now }) => ({ kind: "modifiedProperty", name: property, old, now }));
}

/** Writes a command down, if it is one that the log has. */
export function recordCommand(command: RecordedCommand): void {
  const { task, noun, failure } = command;
  const { name } = task.info;
  const [verb = ""] = name.split("-");
  if (verb === "Get" || verb === "Search" || (task.isDeclined && failure === null)) return;
  const given = Object.entries(command.parameters).filter(([parameter]) => task.has(parameter));
  const config = auditConfig(task.topology);
  if (config === null) return;
  const names = given.map(([parameter]) => parameter);
  if (!isWanted(config, name, names)) return;
  const { context } = task.cmdlet;
  const user = currentUser(task);
  const { subject } = task;
  const isVerbose = setting(config, "LogLevel") === "Verbose";
  task.writeDown({
    kind: auditEntryKind,
    cmdlet: name,
    parameters: given.map(([parameter, value]) => ({
      kind: "parameter",
      name: parameter,
      value: textOf(context, value ?? null),
    })),
    object: subject === null ? "" : nameOf(task, noun, subject),
    modified: isVerbose ? modified(command, subject) : [],
    caller: user === null ? (context.userName ?? "") : canonicalName(task.topology, user),
    error: failure === null ? null : failure.record.exception.message,
    date: task.topology.clock,
    server: task.session.serverName,
  });
}

/** The settings of the log; `null` in an organization without Exchange. */
export function auditConfig(topology: Topology): DirectoryObject | null {
  for (const config of eachObject(topology, "AdminAuditLogConfig")) return config;
  return null;
}

/** A value of a property in the log's words. */
export const loggedText = (context: ValueContext, value: PropertyValue): string =>
  isList(value)
    ? value.map((each) => loggedText(context, each)).join(";")
    : value === null
      ? ""
      : typeof value === "object"
        ? String(value.guid ?? value.kind)
        : netText(context, typeof value === "bigint" ? String(value) : value);
