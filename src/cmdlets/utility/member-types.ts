import { defineType, findTypeByFullName } from "../../values/index.js";

/** System.Management.Automation.PSMemberTypes, in the order of its values. */
const memberTypes = [
  ["AliasProperty", 1n],
  ["CodeProperty", 2n],
  ["Property", 4n],
  ["NoteProperty", 8n],
  ["ScriptProperty", 16n],
  ["PropertySet", 32n],
  ["Method", 64n],
  ["CodeMethod", 128n],
  ["ScriptMethod", 256n],
  ["Methods", 448n],
  ["ParameterizedProperty", 512n],
  ["MemberSet", 1024n],
  ["Event", 2048n],
  ["Dynamic", 4096n],
  ["InferredProperty", 8192n],
  ["Properties", 8767n],
  ["All", 16383n],
] as const;

/** Names of the member types, in lower case. */
export const memberTypeNames: ReadonlySet<string> = new Set(memberTypes.map(([name]) => name.toLowerCase()));

/** The bit of a member type by its name. */
export const memberTypeBits: ReadonlyMap<string, bigint> = new Map(memberTypes);

const viewTypes = [
  ["Extended", 1n],
  ["Adapted", 2n],
  ["Base", 4n],
  ["All", 7n],
] as const;

const namespace = "System.Management.Automation";
if (findTypeByFullName(`${namespace}.PSMemberTypes`) === undefined) {
  defineType({ fullName: `${namespace}.PSMemberTypes`, kind: "enum", isFlags: true, enumValues: memberTypes });
}
if (findTypeByFullName(`${namespace}.PSMemberViewTypes`) === undefined) {
  defineType({ fullName: `${namespace}.PSMemberViewTypes`, kind: "enum", isFlags: true, enumValues: viewTypes });
}
