import type { DirectoryObject } from "../../../topology/index.js";
import { toItems } from "../../../values/enumeration.js";
import { toText } from "../../../values/text.js";
import { WildcardPattern } from "../../../values/wildcard.js";
import { catalogue } from "../../catalogue/catalogue.js";
import { message, sentence } from "../../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { live, texts } from "../../noun/read.js";
import type { Task } from "../../noun/task.js";
import { computed } from "../../properties/property.js";
import { writtenId } from "../../types/ad-object-id.js";
import { enumeration } from "../../types/enumeration.js";
import { entriesOfRole, isBuiltIn, parentRole, storeEntries } from "./entries-of-role.js";
import { afterLateSetup } from "./late.js";
import { managementRole } from "./management-role.js";
import { exchangeSnapIn, inOrder, type RoleEntry, wholeEntry } from "./role-entry.js";

const namespace = "Microsoft.Exchange.Management.RbacTasks";
const typeName = `${namespace}.ExchangeRoleEntryPresentation`;

export const roleEntryType = enumeration(
  "Microsoft.Exchange.Data.Directory.SystemConfiguration.ManagementRoleEntryType",
  ["Cmdlet", "Script", "ApplicationPermission"],
);

/** An entry of a role: `Mail Recipients\Set-Mailbox`. Order of the list and view from memory. */
export const managementRoleEntry = defineNoun({
  noun: "ManagementRoleEntry",
  called: "management role entry",
  tasks: "RbacTasks",
  identity: managementRole.identity,
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Role", "Microsoft.Exchange.Data.Directory.ADObjectId", live("Role")),
    computed("Identity", "Microsoft.Exchange.Data.ObjectId", live("Identity")),
    computed("Type", roleEntryType.fullName, live("Type")),
    computed("Name", "string", live("Name")),
    computed("Parameters", "Microsoft.Exchange.Data.MultiValuedProperty[string]", live("Parameters")),
    computed("PSSnapinName", "string", live("PSSnapinName")),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name", width: 30 }, { property: "Role", width: 25 }, { property: "Parameters" }],
    },
  ],
});

const exception = "System.InvalidOperationException";
const failure = (text: (...parts: [string, string]) => string, why: string) =>
  message({
    text,
    exception,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: `${why}, the text is not known`,
  });

const messages = {
  noEntry: message({
    text: (entry: string) => `The management role entry "${entry}" couldn't be found.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "NotSpecified",
    certainty: "unknown",
    evidence: "the text is not known",
  }),
  badIdentity: message({
    text: (identity: string) =>
      `"${identity}" doesn't name a management role entry. Write the role, a backslash, and the cmdlet: Mail Recipients\\Get-Mailbox.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the form is documented (Get-ManagementRoleEntry -Identity), the text is not known",
  }),
  builtIn: failure(
    (role) => `The entries of the management role "${role}" can't be changed: it is a built-in role.`,
    "the rule is documented (Add-, Set-, Remove-ManagementRoleEntry)",
  ),
  notInParent: failure(
    (entry, parent) =>
      `The management role entry "${entry}" can't be added: the parent role "${parent}" doesn't have it.`,
    "the rule is documented (Add-ManagementRoleEntry)",
  ),
  parameterNotInParent: failure(
    (parameter, parent) =>
      `The parameter "${parameter}" can't be added: the entry of the parent role "${parent}" doesn't have it.`,
    "the rule is documented (Add- and Set-ManagementRoleEntry)",
  ),
  present: failure(
    (entry, role) =>
      `The management role "${role}" has the entry "${entry}" already. Use the Overwrite switch to replace it.`,
    "the rule is documented (Add-ManagementRoleEntry -Overwrite)",
  ),
  inChild: failure(
    (entry, child) =>
      `The management role entry "${entry}" can't be changed so: the child role "${child}" depends on it.`,
    "the rule is documented (Set- and Remove-ManagementRoleEntry)",
  ),
  noParameter: failure(
    (parameter, entry) => `The management role entry "${entry}" has no parameter "${parameter}".`,
    "the rule is documented (Set-ManagementRoleEntry)",
  ),
} as const;

const ours = { certainty: "unknown", evidence: "our wording: no capture of the question is known" } as const;
const sentences = {
  add: sentence({
    text: (entry: string, role: string) =>
      `Adding the "${entry}" management role entry to the "${role}" management role.`,
    ...ours,
  }),
  set: sentence({
    text: (entry: string, role: string) =>
      `Setting the "${entry}" management role entry on the "${role}" management role.`,
    ...ours,
  }),
  remove: sentence({
    text: (entry: string, role: string) =>
      `Removing the "${entry}" management role entry on the "${role}" management role.`,
    ...ours,
  }),
} as const;

/** `role\cmdlet`: the last part is the cmdlet's, as roles below others are paths themselves. */
function partsOf(task: Task, parameter: string): readonly [role: string, entry: string] {
  const text = task.text(parameter) ?? "";
  const slash = text.lastIndexOf("\\");
  if (slash <= 0 || slash === text.length - 1) throw task.failure(messages.badIdentity, [text]);
  return [text.slice(0, slash), text.slice(slash + 1)];
}

const entriesOf = (task: Task, role: DirectoryObject): readonly RoleEntry[] =>
  entriesOfRole(task.topology, role, task.info.release);
const named = (entries: readonly RoleEntry[], name: string): RoleEntry | undefined =>
  entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());

function write(task: Task, role: DirectoryObject, { type, name, snapIn, parameters }: RoleEntry): void {
  const id = task.id(role);
  const values = new Map(
    Object.entries({
      Role: id,
      Identity: writtenId(`${id.toNetText()}\\${name}`),
      Type: roleEntryType(type),
      Name: name,
      Parameters: texts(parameters),
      PSSnapinName: snapIn,
    }),
  );
  task.cmdlet.writeObject(managementRoleEntry.present({ ...task.source(role), live: values }));
}

const textsOf = (task: Task, parameter: string): readonly string[] =>
  toItems(task.value(parameter)).map((item) => toText(task.cmdlet.context, item));

function show(task: Task): void {
  const [roleText, entryText] = partsOf(task, "Identity");
  const roles = task.find(roleText, managementRole.identity);
  if (roles.length === 0 && !roleText.includes("*")) throw task.notFound(roleText);
  const name = new WildcardPattern(entryText, true);
  const parameters = textsOf(task, "Parameters").map((each) => new WildcardPattern(each, true));
  const types = textsOf(task, "Type").map((each) => each.toLowerCase());
  const snapIn = task.has("PSSnapinName") ? new WildcardPattern(task.text("PSSnapinName") ?? "", true) : null;
  const fits = (entry: RoleEntry): boolean =>
    name.isMatch(entry.name) &&
    parameters.every((each) => entry.parameters.some((own) => each.isMatch(own))) &&
    (types.length === 0 || types.includes(entry.type.toLowerCase())) &&
    (snapIn === null || snapIn.isMatch(entry.snapIn));
  let count = 0;
  for (const role of roles) {
    for (const entry of entriesOf(task, role)) {
      if (!fits(entry)) continue;
      count++;
      write(task, role, entry);
    }
  }
  if (count === 0 && !`${roleText}${entryText}`.includes("*") && parameters.length === 0)
    throw task.failure(messages.noEntry, [`${roleText}\\${entryText}`]);
}

function ownRole(task: Task, text: string): DirectoryObject {
  const found = task.find(text, { ...managementRole.identity, wildcards: false });
  const role = task.single(found, text, (each) => task.notFound(each));
  if (isBuiltIn(role)) throw task.failure(messages.builtIn, [role.name, ""]);
  return role;
}

/** The parent's entry of a name, cut to the parameters that are asked for. */
function fromParent(task: Task, parent: DirectoryObject, name: string, wanted: readonly string[] | null): RoleEntry {
  const whole = named(entriesOf(task, parent), name);
  if (whole === undefined) throw task.failure(messages.notInParent, [name, parent.name]);
  if (wanted === null) return whole;
  return { ...whole, parameters: inOrder(wanted.map((each) => parentParameter(task, parent, whole, each))) };
}

function parentParameter(task: Task, parent: DirectoryObject, whole: RoleEntry, wanted: string): string {
  const found = whole.parameters.find((own) => own.toLowerCase() === wanted.toLowerCase());
  if (found === undefined) throw task.failure(messages.parameterNotInParent, [wanted, parent.name]);
  return found;
}

/** An entry of a role that was made of no other: a script, or any cmdlet. */
function unscopedEntry(task: Task, name: string): RoleEntry {
  const parameters = inOrder(textsOf(task, "Parameters"));
  const type = task.text("Type") === "Script" ? "Script" : "Cmdlet";
  if (type === "Script") return { type, name, snapIn: "", parameters };
  const [, noun = ""] = name.split("-");
  const known = catalogue()
    .get(noun)
    ?.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const snapIn = task.text("PSSnapinName") ?? exchangeSnapIn;
  if (known === undefined || task.has("Parameters")) return { type, name: known?.name ?? name, snapIn, parameters };
  return wholeEntry(known, task.info.release);
}

function add(task: Task): void {
  const byParent = task.has("ParentRoleEntry");
  const [roleText, name] = partsOf(task, byParent ? "ParentRoleEntry" : "Identity");
  const role = ownRole(task, byParent ? (task.text("Role") ?? "") : roleText);
  const parent = parentRole(task.topology, role);
  const wanted = task.has("Parameters") ? textsOf(task, "Parameters") : null;
  const entry = parent === null ? unscopedEntry(task, name) : fromParent(task, parent, name, wanted);
  const entries = entriesOf(task, role);
  const present = named(entries, name);
  if (present !== undefined && !task.isOn("Overwrite")) throw task.failure(messages.present, [entry.name, role.name]);
  task.requireWrite(role);
  if (!task.shouldProcess(sentences.add.text(entry.name, role.name))) return;
  storeEntries(task, role, [...entries.filter((each) => each !== present), entry]);
}

/** Roles that were made of this one, and have an entry of the name. */
function childrenWith(
  task: Task,
  role: DirectoryObject,
  name: string,
): readonly (readonly [DirectoryObject, RoleEntry])[] {
  const roles = task.find("*", managementRole.identity);
  return roles.flatMap((each) => {
    const entry = each.parent === role.guid ? named(entriesOf(task, each), name) : undefined;
    return entry === undefined ? [] : [[each, entry] as const];
  });
}

function set(task: Task): void {
  const [roleText, name] = partsOf(task, "Identity");
  const role = ownRole(task, roleText);
  const entries = entriesOf(task, role);
  const present = named(entries, name);
  if (present === undefined) throw task.failure(messages.noEntry, [`${role.name}\\${name}`]);
  const changed = { ...present, parameters: changedParameters(task, role, present) };
  for (const [child, entry] of childrenWith(task, role, name)) {
    if (entry.parameters.some((each) => !changed.parameters.includes(each)))
      throw task.failure(messages.inChild, [present.name, child.name]);
  }
  task.requireWrite(role);
  if (!task.shouldProcess(sentences.set.text(present.name, role.name))) return;
  storeEntries(task, role, [...entries.filter((each) => each !== present), changed]);
}

/** -Parameters in place of all, or with a switch added or taken away. */
function changedParameters(task: Task, role: DirectoryObject, { name, parameters }: RoleEntry): readonly string[] {
  const given = textsOf(task, "Parameters");
  if (task.isOn("RemoveParameter")) {
    const gone = given.map((each) => {
      const own = parameters.find((parameter) => parameter.toLowerCase() === each.toLowerCase());
      if (own === undefined) throw task.failure(messages.noParameter, [each, name]);
      return own;
    });
    return parameters.filter((each) => !gone.includes(each));
  }
  const parent = parentRole(task.topology, role);
  const whole = parent === null ? undefined : named(entriesOf(task, parent), name);
  const known = given.map((each) =>
    parent === null || whole === undefined ? each : parentParameter(task, parent, whole, each),
  );
  return inOrder(task.isOn("AddParameter") ? [...parameters, ...known] : known);
}

function remove(task: Task): void {
  const [roleText, name] = partsOf(task, "Identity");
  const role = ownRole(task, roleText);
  const entries = entriesOf(task, role);
  const present = named(entries, name);
  if (present === undefined) throw task.failure(messages.noEntry, [`${role.name}\\${name}`]);
  const [child] = childrenWith(task, role, name);
  if (child !== undefined) throw task.failure(messages.inChild, [present.name, child[0].name]);
  task.requireWrite(role);
  if (!task.shouldProcess(sentences.remove.text(present.name, role.name))) return;
  storeEntries(
    task,
    role,
    entries.filter((each) => each !== present),
  );
}

const taskClass = (verb: string): string => `RbacTasks.${verb}ManagementRoleEntry`;

export const managementRoleEntryVerbs: NounVerbs = afterLateSetup({
  Get: {
    taskClass: taskClass("Get"),
    emulated: ["Identity", "Parameters", "Type", "PSSnapinName"],
    accepted: [],
    process: show,
  },
  Add: {
    taskClass: taskClass("Add"),
    defaultParameterSet: "Identity",
    emulated: ["Identity", "ParentRoleEntry", "Role", "Parameters", "Overwrite", "Type", "PSSnapinName"],
    accepted: ["UnScopedTopLevel"],
    process: add,
  },
  Set: {
    taskClass: taskClass("Set"),
    emulated: ["Identity", "Parameters", "AddParameter", "RemoveParameter"],
    accepted: ["UnScopedTopLevel"],
    process: set,
  },
  Remove: {
    taskClass: taskClass("Remove"),
    emulated: ["Identity"],
    accepted: [],
    confirms: true,
    process: remove,
  },
});
