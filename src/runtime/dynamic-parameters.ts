import { ErrorRecord, ExceptionObject, type InvocationInfo, PowerShellError } from "../values/errors.js";
import {
  type AttributeObject,
  definedParameters,
  type RuntimeDefinedParameter,
} from "../values/types/attribute-types.js";
import { typeNamed } from "../values/types.js";
import { baseOf, type Value } from "../values/value.js";
import type { CommandMetadata, ParameterMetadata } from "./command-metadata.js";
import type { EvaluatedAttribute } from "./compile/attributes.js";
import type { Execute } from "./compile/unit.js";
import type { Frame } from "./frame.js";
import { parameterMetadata } from "./function-metadata.js";
import { runBody } from "./run-body.js";

/**
 * Runs a dynamicparam block and gives the parameters of the last dictionary that it writes. Throws
 * GetDynamicParametersException when the block ends with an error.
 */
export function runDynamicParameters(
  frame: Frame,
  block: Execute,
  name: string,
  at: InvocationInfo,
): readonly RuntimeDefinedParameter[] {
  let found: readonly RuntimeDefinedParameter[] = [];
  const pipe = {
    write(value: Value): void {
      found = definedParameters(baseOf(value)) ?? found;
    },
  };
  try {
    runBody(frame, block, pipe);
  } catch (error) {
    throw error instanceof PowerShellError ? cannotRetrieve(error, name, at) : error;
  }
  return found;
}

function cannotRetrieve(cause: PowerShellError, name: string, at: InvocationInfo): PowerShellError {
  const exception = new ExceptionObject(
    typeNamed("System.Management.Automation.ParameterBindingException"),
    `Cannot retrieve the dynamic parameters for the cmdlet. ${cause.record.exception.message}`,
    cause.record.exception,
  );
  const record = new ErrorRecord({
    exception,
    errorId: "GetDynamicParametersException",
    category: "InvalidArgument",
    activity: name,
  });
  record.amend({ commandTypeName: name, invocation: at });
  exception.errorRecord = record;
  return new PowerShellError(record);
}

/** The command with its dynamic parameters, which stand behind the declared ones. */
export function withDynamicParameters(
  frame: Frame,
  metadata: CommandMetadata,
  parameters: readonly RuntimeDefinedParameter[],
): CommandMetadata {
  const dynamic = parameters.map((parameter): ParameterMetadata => {
    const type = parameter.parameterType ?? typeNamed("System.Object");
    const attributes = parameter.attributeList().map(evaluated);
    return { ...parameterMetadata(frame, parameter.name, type, attributes), isDynamic: true };
  });
  return { ...metadata, parameters: [...metadata.parameters, ...dynamic] };
}

function evaluated({ name, positional, named }: AttributeObject): EvaluatedAttribute {
  return { name: name.toLowerCase(), positional, named };
}
