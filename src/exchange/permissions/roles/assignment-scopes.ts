import {
  type DirectoryObject,
  followReference,
  getProperty,
  isReference,
  type PropertyValue,
  reference,
  type Topology,
} from "../../../topology/index.js";
import { message } from "../../noun/exchange-errors.js";
import type { Task } from "../../noun/task.js";
import { schema } from "../../schema.js";
import { type ImplicitScopes, implicitScopesOf } from "./implicit-scopes.js";
import { managementScope } from "./management-scope.js";
import type { WriteScope } from "./write-scope.js";

/** What an assignment of a role covers: its own scopes, or those of the role. */

export const recipientScopeParameters = [
  "CustomRecipientWriteScope",
  "ExclusiveRecipientWriteScope",
  "RecipientOrganizationalUnitScope",
  "RecipientRelativeWriteScope",
  "RecipientAdministrativeUnitScope",
] as const;
export const configScopeParameters = ["CustomConfigWriteScope", "ExclusiveConfigWriteScope"] as const;
export const scopeParameters: readonly string[] = [...recipientScopeParameters, ...configScopeParameters];

const messages = {
  scopeKind: message({
    text: (scope: string, parameter: string) =>
      `The management scope "${scope}" can't be used with the parameter ${parameter}.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (New-ManagementRoleAssignment), the text is not known",
  }),
} as const;

function scopeGiven(task: Task, parameter: string): DirectoryObject {
  const scope = task.resolve(parameter, managementScope.identity, (identity) => task.parameterNotFound(identity));
  const isOfRecipients = getProperty(schema, scope, "ScopeRestrictionType") === "RecipientScope";
  const isExclusive = getProperty(schema, scope, "Exclusive") === true;
  if (isOfRecipients !== parameter.includes("Recipient") || isExclusive !== parameter.startsWith("Exclusive"))
    throw task.failure(messages.scopeKind, [scope.name, parameter]);
  return scope;
}

const units = { classes: ["OrganizationalUnit", "Container", "Domain"] };

/** What the parameters for scopes store; parameters that are not given store nothing. */
export function scopesGiven(task: Task): Record<string, PropertyValue> {
  refuseAdministrativeUnit(task);
  const given: Record<string, PropertyValue> = {};
  const keep = (which: "Recipient" | "Config", type: string, target: DirectoryObject | null): void => {
    given[`${which}WriteScopeType`] = type;
    given[`Custom${which}WriteScope`] = target === null ? null : reference(target.guid);
  };
  for (const which of ["Recipient", "Config"] as const) {
    for (const kind of ["Custom", "Exclusive"] as const) {
      const parameter = `${kind}${which}WriteScope`;
      if (task.value(parameter) !== null) keep(which, `${kind}${which}Scope`, scopeGiven(task, parameter));
      else if (task.has(parameter)) given[`${which}WriteScopeType`] = given[`Custom${which}WriteScope`] = null;
    }
  }
  if (task.value("RecipientOrganizationalUnitScope") !== null) {
    const missing = (identity: string) => task.targetNotFound(identity, units);
    keep("Recipient", "OU", task.resolve("RecipientOrganizationalUnitScope", units, missing));
  }
  const relative = task.text("RecipientRelativeWriteScope");
  if (relative !== null) keep("Recipient", relative, null);
  return given;
}

/**
 * Administrative units are the cloud's: an organization of its own has none that a parameter could mean.
 * @throws {PowerShellError} when one is named
 */
export function refuseAdministrativeUnit(task: Task): void {
  const unit = task.text("RecipientAdministrativeUnitScope");
  if (unit !== null) throw task.parameterNotFound(unit);
}

/** The role of an assignment. */
export function roleOf(topology: Topology, assignment: DirectoryObject): DirectoryObject | null {
  const role = getProperty(schema, assignment, "Role");
  const target = isReference(role) ? followReference(topology, role) : null;
  return target?.state === "live" ? target.object : null;
}

/** The scopes of the role itself. */
export function implicitScopes(topology: Topology, assignment: DirectoryObject): ImplicitScopes {
  const role = roleOf(topology, assignment);
  return implicitScopesOf(role === null ? "" : String(getProperty(schema, role, "RoleType")));
}

/** What an assignment lets somebody change. */
export function writeScopeOf(
  topology: Topology,
  assignment: DirectoryObject,
  which: "Recipient" | "Config",
): WriteScope {
  const type = getProperty(schema, assignment, `${which}WriteScopeType`);
  const target = getProperty(schema, assignment, `Custom${which}WriteScope`);
  const implicit = implicitScopes(topology, assignment);
  return {
    type: typeof type === "string" ? type : which === "Recipient" ? implicit.recipientWrite : implicit.configWrite,
    target: isReference(target) ? target.guid : null,
  };
}
