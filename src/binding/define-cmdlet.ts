import {
  allParameterSets,
  type CommandMetadata,
  type ParameterMetadata,
  type ParameterSetData,
} from "../runtime/command-metadata.js";
import type { CmdletInfo } from "../runtime/commands.js";
import { resolveTypeName } from "../values/type-names.js";
import { CmdletProcessor } from "./cmdlet-processor.js";
import { commonParameterMetadata } from "./common-parameters.js";
import type { CmdletDefinition, ParameterDeclaration, ParameterDeclarations } from "./declaration.js";

/** Version that Get-Command shows for a built-in module. */
const moduleVersion = "7.0.0.0";

/**
 * Makes a cmdlet of its declaration. The types of what `create` reads are inferred from the declared parameters; .NET
 * types are looked up when the cmdlet is first used. A declaration that contradicts itself (unknown type or set) throws
 * an ordinary Error then: a mistake in our code.
 */
export function defineCmdlet<const P extends ParameterDeclarations>(definition: CmdletDefinition<P>): CmdletInfo {
  let metadata: CommandMetadata | null = null;
  const isFunction = definition.isFunction ?? definition.remote !== undefined;
  const info: CmdletInfo = {
    commandType: "Cmdlet",
    name: definition.name,
    aliases: definition.aliases ?? [],
    source: definition.source,
    since: definition.since,
    version: definition.version ?? (isFunction ? "" : moduleVersion),
    synopsis: definition.synopsis,
    bringsHelp: definition.bringsHelp ?? false,
    isFunction,
    moduleName: definition.remote?.moduleName,
    get metadata() {
      metadata ??= metadataOf(definition);
      return metadata;
    },
    start: (invocation) => new CmdletProcessor(definition, info, invocation),
  };
  return info;
}

function metadataOf<P extends ParameterDeclarations>(definition: CmdletDefinition<P>): CommandMetadata {
  const {
    name,
    typeName,
    parameters,
    defaultParameterSet,
    supportsShouldProcess = false,
    confirmImpact = "Medium",
    remote,
  } = definition;
  const own = Object.entries(parameters).map(([key, declaration]) => parameterMetadata(name, key, declaration));
  return {
    name,
    parameters: [...own, ...commonParameterMetadata(supportsShouldProcess)],
    defaultParameterSet: defaultParameterSet ?? null,
    supportsShouldProcess,
    confirmImpact,
    errorTypeName: remote === undefined ? typeName : name,
    isCompiled: remote === undefined,
    ...(remote === undefined ? {} : { remote }),
    isAdvanced: true,
  };
}

function parameterMetadata(command: string, name: string, declaration: ParameterDeclaration): ParameterMetadata {
  const { before7, ...later } = declaration;
  const type = resolveTypeName(declaration.type);
  if (type === undefined) throw new Error(`${command} -${name}: there is no type ${declaration.type}`);
  return {
    name,
    aliases: declaration.aliases ?? [],
    type,
    sets: new Map((declaration.sets ?? [allParameterSets]).map((set) => [set, setData(declaration, set)])),
    validations: declaration.validate ?? [],
    allowNull: declaration.allowNull ?? false,
    allowEmptyString: declaration.allowEmptyString ?? false,
    allowEmptyCollection: declaration.allowEmptyCollection ?? false,
    isDynamic: false,
    coverage: declaration.coverage ?? "emulated",
    since: declaration.since,
    until: declaration.until,
    before7: before7 === undefined ? undefined : parameterMetadata(command, name, { ...later, ...before7 }),
    transform: declaration.transform,
    refusesByPosition: declaration.refusesByPosition,
    isCommon: false,
  };
}

function setData(declaration: ParameterDeclaration, set: string): ParameterSetData {
  const { mandatory, position, pipeline, remaining } = { ...declaration, ...declaration.inSet?.[set] };
  return {
    mandatory: mandatory ?? false,
    position: position ?? null,
    valueFromPipeline: pipeline === "value" || pipeline === "value,name",
    valueFromPipelineByPropertyName: pipeline === "name" || pipeline === "value,name",
    valueFromRemainingArguments: remaining ?? false,
    helpMessage: declaration.helpMessage ?? null,
  };
}
