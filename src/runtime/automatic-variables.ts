import { PSArray, PSDictionary, type PSList } from "../values/collections.js";
import { convertTo } from "../values/conversion/index.js";
import { caseInsensitiveKey, newHashtable } from "../values/dictionary.js";
import { runtimeError } from "../values/errors.js";
import { heapClass } from "../values/heap/heap-class.js";
import { toText } from "../values/text.js";
import { keptEncoding } from "../values/types/encoding.js";
import { typeNamed } from "../values/types.js";
import type { Value } from "../values/value.js";
import { DeclaredConstraint } from "./constraints.js";
import type { Engine } from "./engine.js";
import { EngineIntrinsics, HostObject } from "./session-objects.js";
import type { VariableConstraint, VariableOption } from "./variable.js";

/** Variables that a session has from its start (SPEC F.9); the shell adds those that name its files and host. */
export function defineAutomaticVariables(engine: Engine, errors: PSList): void {
  const { globalScope, runtimeFacts } = engine;
  const define = (name: string, value: Value, ...options: readonly VariableOption[]): void => {
    const variable = globalScope.define(name, value);
    if (options.length > 0) variable.options = new Set(options);
  };
  const action = (name: string): Value =>
    convertTo(engine, name, typeNamed("System.Management.Automation.ActionPreference"));
  const impact = (name: string): Value =>
    convertTo(engine, name, typeNamed("System.Management.Automation.ConfirmImpact"));

  define("true", true, "Constant", "AllScope");
  define("false", false, "Constant", "AllScope");
  define("null", null, "AllScope");
  define("?", true, "ReadOnly", "AllScope");
  define("Error", errors, "Constant");
  define("PID", 4711, "Constant", "AllScope");
  define("ShellId", "Microsoft.PowerShell", "Constant", "AllScope");
  define("PSVersionTable", versionTable(engine), "Constant", "AllScope");
  if (runtimeFacts.psEdition !== null) define("PSEdition", runtimeFacts.psEdition, "Constant", "AllScope");
  define("PSCulture", "en-US", "ReadOnly", "AllScope");
  define("PSUICulture", "en-US", "ReadOnly", "AllScope");
  define("ErrorActionPreference", action("Continue"));
  define("WarningPreference", action("Continue"));
  define("VerbosePreference", action("SilentlyContinue"));
  define("DebugPreference", action("SilentlyContinue"));
  define("InformationPreference", action("SilentlyContinue"));
  define("ProgressPreference", action("Continue"));
  if (engine.facts.languageVersion >= 5) constrainPreferences(engine);
  define("ConfirmPreference", impact("High"));
  define("WhatIfPreference", false);
  define(
    "OutputEncoding",
    runtimeFacts.psEdition === "Core" ? keptEncoding(engine, "UTF8", false) : keptEncoding(engine, "ASCII"),
  );
  define("FormatEnumerationLimit", runtimeFacts.formatEnumerationLimit);
  define("MaximumHistoryCount", runtimeFacts.maximumHistoryCount);
  define("ErrorView", runtimeFacts.errorView);
  const host = new HostObject(engine);
  define("Host", host, "Constant", "AllScope");
  define("ExecutionContext", new EngineIntrinsics(engine, host), "Constant", "AllScope");
  define("NestedPromptLevel", 0);
  define("StackTrace", "");
  if (engine.facts.languageVersion >= 3) define("PSDefaultParameterValues", newHashtable());
}

const preferences = ["Error", "Warning", "Verbose", "Debug", "Information", "Progress"].map((stream) =>
  stream === "Error" ? "ErrorActionPreference" : `${stream}Preference`,
);

/** The preference variables take nothing but actions, and Suspend is none for errors. */
function constrainPreferences(engine: Engine): void {
  const type = typeNamed("System.Management.Automation.ActionPreference");
  for (const name of preferences) {
    const variable = engine.globalScope.variable(name);
    if (variable === undefined) continue;
    variable.constraint = new PreferenceConstraint(
      engine,
      new DeclaredConstraint(engine, name, [{ kind: "type", type }], true),
    );
  }
}

/** What assignments to a preference variable pass. */
class PreferenceConstraint implements VariableConstraint {
  constructor(
    private readonly engine: Engine,
    private readonly declared: DeclaredConstraint,
  ) {}

  get attributes(): readonly string[] {
    return this.declared.attributes;
  }
  transform(value: Value): Value {
    const action = this.declared.transform(value);
    if (toText(this.engine, action) !== "Suspend") return action;
    throw runtimeError("RuntimeException", "MetadataError", this.engine.runtimeFacts.suspendPreferenceText, {
      exceptionType: "System.Management.Automation.ArgumentTransformationMetadataException",
    });
  }
}
heapClass("PreferenceConstraint", PreferenceConstraint);

/** `$PSVersionTable`: what the facts say. */
function versionTable(engine: Engine): PSDictionary {
  const version = (text: string): Value => convertTo(engine, text, typeNamed("System.Version"));
  const table = new PSDictionary(typeNamed("System.Collections.Hashtable"), caseInsensitiveKey);
  for (const [name, value] of engine.runtimeFacts.versionTable) {
    if (typeof value === "string") table.set(name, value);
    else if ("version" in value) table.set(name, version(value.version));
    else if ("semanticVersion" in value) {
      const semantic = typeNamed("System.Management.Automation.SemanticVersion");
      table.set(name, convertTo(engine, value.semanticVersion, semantic));
    } else table.set(name, new PSArray(value.versions.map(version), typeNamed("System.Version")));
  }
  return table;
}
