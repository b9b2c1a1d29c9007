import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { ExtensionKey, extensionOf } from "../../runtime/extension.js";
import { enumText } from "../../values/enumerations.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, defineType, enumValueNamed, findTypeByFullName, typeNamed } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { defineResultType, ResultObject } from "../result-type.js";

const policyType = "Microsoft.PowerShell.ExecutionPolicy";
const scopeType = "Microsoft.PowerShell.ExecutionPolicyScope";
const rowType = "Microsoft.PowerShell.Commands.ExecutionPolicyInfo";

if (findTypeByFullName(policyType) === undefined) {
  const values = [
    ["Unrestricted", 0n],
    ["RemoteSigned", 1n],
    ["AllSigned", 2n],
    ["Restricted", 3n],
    ["Bypass", 4n],
    ["Undefined", 5n],
  ] as const;
  defineType({ fullName: policyType, kind: "enum", enumValues: [...values, ["Default", 3n]] });
}
const scopes = ["MachinePolicy", "UserPolicy", "Process", "CurrentUser", "LocalMachine"] as const;
const scopeOrder = ["Process", "CurrentUser", "LocalMachine", "UserPolicy", "MachinePolicy"] as const;
if (findTypeByFullName(scopeType) === undefined) {
  const enumValues = scopeOrder.map((name, i) => [name, BigInt(i)] as const);
  defineType({ fullName: scopeType, kind: "enum", enumValues });
}
defineResultType(rowType, [
  { name: "Scope", typeName: scopeType },
  { name: "ExecutionPolicy", typeName: policyType },
]);

/** The policies that are set, by scope. Scripts run whatever they say: the emulator's files are the user's own. */
export interface ExecutionPolicies {
  /** Replaced as a whole. */
  byScope: ReadonlyMap<string, string>;
}
export const executionPoliciesKey = new ExtensionKey<ExecutionPolicies>("execution policies");

/** What a session starts with: an administrator of Exchange has RemoteSigned. */
export const initialPolicies = (): ExecutionPolicies => ({ byScope: new Map([["LocalMachine", "RemoteSigned"]]) });

class PolicyRow extends ResultObject {
  get type(): DotNetType {
    return typeNamed(rowType);
  }
}
heapClass("PolicyRow", PolicyRow);

const policyValue = (name: string) => enumValueNamed(typeNamed(policyType), name) ?? null;

export const getExecutionPolicy = defineCmdlet({
  name: "Get-ExecutionPolicy",
  typeName: "Microsoft.PowerShell.Commands.GetExecutionPolicyCommand",
  source: "Microsoft.PowerShell.Security",
  synopsis: "Tells which scripts may run.",
  parameters: {
    Scope: { type: scopeType, position: 0, pipeline: "name" },
    List: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    begin(): void {
      const { byScope } = extensionOf(cmdlet.context, executionPoliciesKey);
      if (parameters.List) {
        for (const scope of scopes) {
          const row = new PolicyRow();
          row.setField("Scope", enumValueNamed(typeNamed(scopeType), scope) ?? null);
          row.setField("ExecutionPolicy", policyValue(byScope.get(scope) ?? "Undefined"));
          cmdlet.writeObject(row);
        }
        return;
      }
      const asked = parameters.Scope instanceof EnumValue ? [enumText(parameters.Scope)] : scopes;
      const found = asked.map((scope) => byScope.get(scope)).find((policy) => policy !== undefined);
      cmdlet.writeObject(policyValue(found ?? (asked === scopes ? "Restricted" : "Undefined")));
    },
  }),
});

/** Windows PowerShell 5.0 and later ask for each of several, and take no answer for No (memory). */
function mayChange(cmdlet: CmdletRuntime, query: string): boolean {
  const caption = "Execution Policy Change";
  if (cmdlet.context.facts.languageVersion < 5) return cmdlet.shouldContinue(query, caption);
  return cmdlet.shouldContinueForAll(query, caption, { yesToAll: false, noToAll: false, hasSecurityImpact: true });
}

/** From memory: the texts of the question. */
const question =
  "The execution policy helps protect you from scripts that you do not trust. Changing the execution policy might expose\nyou to the security risks described in the about_Execution_Policies help topic";

export const setExecutionPolicy = defineCmdlet({
  name: "Set-ExecutionPolicy",
  typeName: "Microsoft.PowerShell.Commands.SetExecutionPolicyCommand",
  source: "Microsoft.PowerShell.Security",
  synopsis: "Says which scripts may run; in the emulator all may.",
  supportsShouldProcess: true,
  parameters: {
    ExecutionPolicy: { type: policyType, position: 0, mandatory: true, pipeline: "name" },
    Scope: { type: scopeType, position: 1, pipeline: "name" },
    Force: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { ExecutionPolicy: policy, Scope: scope } = parameters;
      const name = policy instanceof EnumValue ? enumText(policy) : "Undefined";
      const where = scope instanceof EnumValue ? enumText(scope) : "LocalMachine";
      if (!cmdlet.shouldProcess(name)) return;
      const version = cmdlet.context.facts.languageVersion;
      const address =
        version < 3
          ? "."
          : version < 7
            ? " at\nhttps:/go.microsoft.com/fwlink/?LinkID=135170."
            : " at\nhttps://go.microsoft.com/fwlink/?LinkID=135170.";
      const query = `${question}${address} Do you want to change the execution policy?`;
      if (!parameters.Force && !mayChange(cmdlet, query)) return;
      const policies = extensionOf(cmdlet.context, executionPoliciesKey);
      policies.byScope = new Map([...policies.byScope, [where, name]]);
    },
  }),
});
