import type { ParameterDeclarations } from "../../binding/declaration.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { type PropertyValue, updateObject } from "../../topology/index.js";
import { schema } from "../schema.js";
import { attributeParameters, declared, givenAttributes } from "./account-parameters.js";
import { assigned, tableChanges } from "./changes.js";
import { type DirectoryTask, directoryCmdlet } from "./directory-task.js";
import { ADEntity, entityTypeName } from "./entity.js";
import { keptText } from "./entry.js";
import { writeEntity } from "./get-cmdlets.js";
import { groupCategory, groupScope, groupTypeText } from "./group-type.js";
import { type EntityKind, entityKinds, identityOf, objectOf } from "./kinds.js";

/** -Identity of the cmdlets that change one object. */
export const identityParameter = ({ type }: EntityKind): ParameterDeclarations => ({
  Identity: { type: entityTypeName(type), mandatory: true, position: 0, pipeline: "value" },
  Partition: { type: "string", coverage: "accepted" },
});

const tables: ParameterDeclarations = {
  Add: { type: "hashtable", sets: ["Identity"] },
  Remove: { type: "hashtable", sets: ["Identity"] },
  Replace: { type: "hashtable", sets: ["Identity"] },
  Clear: { type: "string[]", sets: ["Identity"] },
};

interface SetOptions {
  readonly noun: string;
  readonly kind: EntityKind;
  readonly attributes: Parameters<typeof declared>[0];
  readonly what: string;
  readonly since?: 3;
  /** Parameters of its own, and what they change. */
  readonly own?: ParameterDeclarations;
  readonly change?: (task: DirectoryTask, object: ReturnType<typeof identityOf>) => Record<string, PropertyValue>;
}

/** A Set cmdlet: parameters by name, hashtables of attributes, or an object that was changed. */
function setCmdlet({ noun, kind, attributes, what, since, own = {}, change }: SetOptions): CmdletInfo {
  const type = entityTypeName(kind.type);
  return directoryCmdlet({
    name: `Set-${noun}`,
    synopsis: `Changes ${what}.`,
    defaultParameterSet: "Identity",
    confirms: "Medium",
    ...(since === undefined ? {} : { since }),
    parameters: {
      Identity: { type, mandatory: true, position: 0, pipeline: "value", sets: ["Identity"] },
      Instance: { type, mandatory: true, sets: ["Instance"] },
      ...tables,
      ...declared(attributes, { sets: ["Identity"] }),
      ...own,
      PassThru: { type: "switch" },
      Partition: { type: "string", sets: ["Identity"], coverage: "accepted" },
    },
    process: (task) => {
      const instance = task.value("Instance");
      const object = instance instanceof ADEntity ? objectOf(task, kind, instance) : identityOf(task, kind);
      const named =
        instance instanceof ADEntity
          ? instance.changes.map(([name, value]) => assigned(task, object, name, value))
          : [givenAttributes(task, attributes, object), change?.(task, object) ?? {}];
      const properties = Object.assign({}, tableChanges(task, object), ...named) as Record<string, PropertyValue>;
      if (!task.cmdlet.shouldProcess(task.dn(object), "Set")) return;
      const written = task.written(updateObject(schema, task.topology, object.guid, { properties }));
      if (task.isOn("PassThru")) writeEntity(task, kind, written, kind.properties);
    },
  });
}

/** The type of a group after -GroupScope and -GroupCategory. */
function typeChange(task: DirectoryTask, object: ReturnType<typeof identityOf>): Record<string, PropertyValue> {
  if (!task.has("GroupScope") && !task.has("GroupCategory")) return {};
  const type = keptText(task.entry(object), "GroupType");
  const scope = task.text("GroupScope") ?? groupScope.members.find((each) => type.includes(each)) ?? "Universal";
  const category = task.text("GroupCategory") ?? (type.includes("SecurityEnabled") ? "Security" : "Distribution");
  return { GroupType: groupTypeText(scope, category) };
}

export const setCmdlets: readonly CmdletInfo[] = [
  setCmdlet({
    noun: "ADUser",
    kind: entityKinds.user,
    attributes: attributeParameters.user,
    what: "a user of Active Directory",
    own: {
      ServicePrincipalNames: { type: "hashtable", coverage: "refused" },
      Certificates: { type: "hashtable", coverage: "refused" },
    },
  }),
  setCmdlet({
    noun: "ADGroup",
    kind: entityKinds.group,
    attributes: attributeParameters.group,
    what: "a group of Active Directory",
    own: {
      GroupCategory: { type: groupCategory.fullName, sets: ["Identity"] },
      GroupScope: { type: groupScope.fullName, sets: ["Identity"] },
    },
    change: typeChange,
  }),
  setCmdlet({
    noun: "ADComputer",
    kind: entityKinds.computer,
    attributes: attributeParameters.computer,
    what: "a computer account of Active Directory",
  }),
  setCmdlet({
    noun: "ADOrganizationalUnit",
    kind: entityKinds.unit,
    attributes: attributeParameters.unit,
    what: "an organizational unit",
  }),
  setCmdlet({
    noun: "ADObject",
    kind: entityKinds.object,
    attributes: attributeParameters.object,
    what: "an object of Active Directory of any class",
  }),
  setCmdlet({
    noun: "ADReplicationSite",
    kind: entityKinds.site,
    attributes: attributeParameters.site,
    what: "a site of Active Directory",
    since: 3,
  }),
];
