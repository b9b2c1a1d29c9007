import {
  allParameterSets,
  type ParameterMetadata,
  type ParameterSetData,
  type ParameterValidation,
} from "../runtime/command-metadata.js";
import { resolveTypeName } from "../values/type-names.js";

interface CommonParameter {
  readonly name: string;
  readonly alias: string;
  readonly type: string;
  /** Language version that brought it. */
  readonly since: 2 | 3 | 4 | 5 | 7;
}

/** The parameters that every cmdlet and advanced function has, in the order in which error texts list them. */
const commonParameters: readonly CommonParameter[] = [
  { name: "Verbose", alias: "vb", type: "switch", since: 2 },
  { name: "Debug", alias: "db", type: "switch", since: 2 },
  { name: "ErrorAction", alias: "ea", type: "System.Management.Automation.ActionPreference", since: 2 },
  { name: "WarningAction", alias: "wa", type: "System.Management.Automation.ActionPreference", since: 2 },
  { name: "InformationAction", alias: "infa", type: "System.Management.Automation.ActionPreference", since: 5 },
  { name: "ProgressAction", alias: "proga", type: "System.Management.Automation.ActionPreference", since: 7 },
  { name: "ErrorVariable", alias: "ev", type: "string", since: 2 },
  { name: "WarningVariable", alias: "wv", type: "string", since: 2 },
  { name: "InformationVariable", alias: "iv", type: "string", since: 5 },
  { name: "OutVariable", alias: "ov", type: "string", since: 2 },
  { name: "OutBuffer", alias: "ob", type: "int", since: 2 },
  { name: "PipelineVariable", alias: "pv", type: "string", since: 4 },
];

/** What SupportsShouldProcess adds. */
const shouldProcessParameters: readonly CommonParameter[] = [
  { name: "WhatIf", alias: "wi", type: "switch", since: 2 },
  { name: "Confirm", alias: "cf", type: "switch", since: 2 },
];

/** What SupportsPaging adds. */
const pagingParameters: readonly CommonParameter[] = [
  { name: "IncludeTotalCount", alias: "", type: "switch", since: 3 },
  { name: "Skip", alias: "", type: "System.UInt64", since: 3 },
  { name: "First", alias: "", type: "System.UInt64", since: 3 },
];

const namedOnly: ParameterSetData = {
  mandatory: false,
  position: null,
  valueFromPipeline: false,
  valueFromPipelineByPropertyName: false,
  valueFromRemainingArguments: false,
  helpMessage: null,
};

const notNegative: ParameterValidation = { kind: "ValidateRange", min: 0, max: 0x7fffffff };

function toMetadata({ name, alias, type, since }: CommonParameter): ParameterMetadata {
  const resolved = resolveTypeName(type);
  if (resolved === undefined) throw new Error(`type of the common parameter ${name} is not defined: ${type}`);
  return {
    name,
    aliases: alias === "" ? [] : [alias],
    type: resolved,
    sets: new Map([[allParameterSets, namedOnly]]),
    validations: name === "OutBuffer" ? [notNegative] : [],
    allowNull: false,
    allowEmptyString: false,
    allowEmptyCollection: false,
    isDynamic: false,
    coverage: "emulated",
    since,
    isCommon: true,
  };
}

/** By what a command supports: ShouldProcess, paging, both. */
const lists = new Map<string, readonly ParameterMetadata[]>();

/**
 * Metadata of the common parameters, those of ShouldProcess and of paging behind them. All editions' parameters are here; the binder
 * leaves out those that an edition does not know ({@link commonParameterSince}).
 */
export function commonParameterMetadata(
  supportsShouldProcess: boolean,
  supportsPaging = false,
): readonly ParameterMetadata[] {
  const key = `${supportsShouldProcess} ${supportsPaging}`;
  let list = lists.get(key);
  if (list === undefined) {
    const parameters = [
      ...commonParameters,
      ...(supportsShouldProcess ? shouldProcessParameters : []),
      ...(supportsPaging ? pagingParameters : []),
    ];
    list = parameters.map(toMetadata);
    lists.set(key, list);
  }
  return list;
}

const sinceByName = new Map(
  [...commonParameters, ...shouldProcessParameters, ...pagingParameters].map(({ name, since }) => [name, since]),
);

/** The language version that brought a common parameter. */
export function commonParameterSince(name: string): number {
  return sinceByName.get(name) ?? 2;
}
