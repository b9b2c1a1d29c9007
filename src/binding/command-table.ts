import {
  allParameterSets,
  type CommandMetadata,
  type ParameterMetadata,
  type ParameterSetData,
  type ParameterValidation,
} from "../runtime/command-metadata.js";
import type { DotNetType } from "../values/dotnet-type.js";
import { commonParameterSince } from "./common-parameters.js";

/** Parameter sets as bits: at most 32, as in PowerShell. */
export type SetMask = number;

/** One parameter, prepared for binding. */
export interface TableParameter {
  readonly index: number;
  readonly name: string;
  readonly metadata: ParameterMetadata;
  readonly type: DotNetType;
  readonly isSwitch: boolean;
  readonly isCommon: boolean;
  /** Sets that it is in. */
  readonly sets: SetMask;
  /** Sets in which it is mandatory, takes the pipeline's object, takes its property, takes what is left. */
  readonly mandatory: SetMask;
  readonly byValue: SetMask;
  readonly byName: SetMask;
  readonly remaining: SetMask;
  /** Names of properties that it takes, in the order in which they are tried. */
  readonly propertyNames: readonly string[];
  /** In the order in which they are checked. */
  readonly validations: readonly ParameterValidation[];
  readonly helpMessage: string | null;
}

/** The parameters that one position can mean, each with the sets in which it does. */
export interface TablePosition {
  readonly position: number;
  readonly candidates: readonly { readonly parameter: TableParameter; readonly sets: SetMask }[];
}

/** The result of looking for a name: the parameter, several candidates, or nothing. */
export type NameMatch = TableParameter | readonly string[] | null;

/**
 * What binding needs of a command, computed once. The arrays are in declaration order, positions ascending.
 */
export class CommandTable {
  readonly parameters: readonly TableParameter[];
  /** Names of the sets by bit. */
  readonly setNames: readonly string[];
  readonly allSets: SetMask;
  /** 0 when there is no default set. */
  readonly defaultSet: SetMask;
  readonly positions: readonly TablePosition[];
  /** Those that can take something of a pipeline object. */
  readonly pipelineParameters: readonly TableParameter[];
  readonly remainingParameters: readonly TableParameter[];
  readonly mandatoryParameters: readonly TableParameter[];
  private readonly byName = new Map<string, TableParameter>();

  constructor(
    readonly metadata: CommandMetadata,
    languageVersion: number,
  ) {
    this.setNames = setNamesOf(metadata);
    if (this.setNames.length > 32) throw new Error(`${metadata.name} has more than 32 parameter sets`);
    const defaultIndex =
      metadata.defaultParameterSet === null ? -1 : this.setNames.indexOf(metadata.defaultParameterSet);
    this.defaultSet = defaultIndex < 0 ? 0 : 1 << defaultIndex;
    const isKnown = ({ isCommon, name, since = 2, until = languageVersion }: ParameterMetadata): boolean =>
      (isCommon ? commonParameterSince(name) : since) <= languageVersion && languageVersion <= until;
    const known = metadata.parameters
      .filter(isKnown)
      .map((parameter) => (languageVersion < 7 ? (parameter.before7 ?? parameter) : parameter));
    // A set that needs a parameter which the edition does not know is no set there.
    let sets = this.setNames.length >= 32 ? -1 : (1 << this.setNames.length) - 1;
    for (const parameter of metadata.parameters) {
      if (isKnown(parameter)) continue;
      for (const [name, { mandatory }] of parameter.sets) if (mandatory) sets &= ~this.maskOf(name);
    }
    this.allSets = sets;
    this.parameters = known.map((parameter, index) => this.prepare(parameter, index));
    for (const parameter of this.parameters) this.register(parameter);
    this.positions = positionsOf(this.parameters, (name) => this.maskOf(name));
    this.pipelineParameters = this.parameters.filter(({ byValue, byName }) => (byValue | byName) !== 0);
    this.remainingParameters = this.parameters.filter(({ remaining }) => remaining !== 0);
    this.mandatoryParameters = this.parameters.filter(({ mandatory }) => mandatory !== 0);
  }

  /** The name of a mask's only set, as `$PSCmdlet.ParameterSetName` gives it. */
  setName(mask: SetMask): string {
    for (let bit = 0; bit < this.setNames.length; bit++) {
      if ((mask & (1 << bit)) !== 0) return this.setNames[bit] ?? allParameterSets;
    }
    return allParameterSets;
  }

  /** By full name or alias. */
  exactly(name: string): TableParameter | undefined {
    return this.byName.get(name.toLowerCase());
  }

  /** Exact name or alias, else a prefix of names and aliases; among several the only one that is not common wins. */
  find(name: string): NameMatch {
    const lower = name.toLowerCase();
    const exact = this.byName.get(lower);
    if (exact !== undefined) return exact;
    const found = new Set<TableParameter>();
    for (const parameter of this.parameters) if (parameter.name.toLowerCase().startsWith(lower)) found.add(parameter);
    for (const parameter of this.parameters) {
      if (parameter.metadata.aliases.some((alias) => alias.toLowerCase().startsWith(lower))) found.add(parameter);
    }
    const candidates = [...found];
    const own = candidates.filter(({ isCommon }) => !isCommon);
    const only = own.length === 1 ? own[0] : candidates.length === 1 ? candidates[0] : undefined;
    if (only !== undefined) return only;
    return candidates.length === 0 ? null : candidates.map((candidate) => candidate.name);
  }

  private register(parameter: TableParameter): void {
    for (const name of [parameter.name, ...parameter.metadata.aliases]) {
      const key = name.toLowerCase();
      if (!this.byName.has(key)) this.byName.set(key, parameter);
    }
  }

  private maskOf(setName: string): SetMask {
    return setName === allParameterSets ? this.allSets : 1 << this.setNames.indexOf(setName);
  }

  private prepare(metadata: ParameterMetadata, index: number): TableParameter {
    const where = (test: (data: ParameterSetData) => boolean): SetMask => {
      let mask = 0;
      for (const [name, data] of metadata.sets) if (test(data)) mask |= this.maskOf(name);
      return mask;
    };
    let helpMessage: string | null = null;
    for (const data of metadata.sets.values()) helpMessage ??= data.helpMessage;
    return {
      index,
      name: metadata.name,
      metadata,
      type: metadata.type,
      isSwitch: metadata.type.fullName === "System.Management.Automation.SwitchParameter",
      isCommon: metadata.isCommon,
      sets: where(() => true),
      mandatory: where((data) => data.mandatory),
      byValue: where((data) => data.valueFromPipeline),
      byName: where((data) => data.valueFromPipelineByPropertyName),
      remaining: where((data) => data.valueFromRemainingArguments),
      propertyNames: [metadata.name, ...metadata.aliases],
      // Attributes of script parameters are checked from the last to the first.
      validations: this.metadata.isCompiled ? metadata.validations : [...metadata.validations].reverse(),
      helpMessage,
    };
  }
}

/** Named sets in the order of their first mention; one without a name when there are none. */
function setNamesOf(metadata: CommandMetadata): readonly string[] {
  const names = new Set<string>();
  for (const parameter of metadata.parameters) for (const name of parameter.sets.keys()) names.add(name);
  names.delete(allParameterSets);
  if (metadata.defaultParameterSet !== null) names.add(metadata.defaultParameterSet);
  return names.size === 0 ? [allParameterSets] : [...names];
}

function positionsOf(
  parameters: readonly TableParameter[],
  maskOf: (name: string) => SetMask,
): readonly TablePosition[] {
  const byPosition = new Map<number, { readonly parameter: TableParameter; sets: SetMask }[]>();
  for (const parameter of parameters) {
    for (const [name, { position, valueFromRemainingArguments }] of parameter.metadata.sets) {
      // What takes all the rest takes it after the others, wherever it stands.
      if (position === null || valueFromRemainingArguments) continue;
      const candidates = byPosition.get(position) ?? [];
      byPosition.set(position, candidates);
      const known = candidates.find((candidate) => candidate.parameter === parameter);
      if (known === undefined) candidates.push({ parameter, sets: maskOf(name) });
      else known.sets |= maskOf(name);
    }
  }
  return [...byPosition].sort(([a], [b]) => a - b).map(([position, candidates]) => ({ position, candidates }));
}
