import type { ParameterDeclaration } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import type { RemoteCommand } from "../../runtime/command-metadata.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { PowerShellError } from "../../values/errors.js";
import type { Value } from "../../values/value.js";
import type { CatalogueCmdlet, CatalogueParameter } from "../catalogue/catalogue-entry.js";
import { type ExchangeRelease, inRelease } from "../catalogue/release.js";
import { organizationOf } from "../organization.js";
import { asSent } from "../parameters/id-parameter.js";
import { parameterType } from "../parameters/parameter-types.js";
import { remoteReason } from "./exchange-errors.js";
import type { Noun, VerbBehaviour } from "./noun.js";
import { Task } from "./task.js";

export const snapIn = "Microsoft.Exchange.Management.PowerShell.E2010";
const management = "Microsoft.Exchange.Management";

/** A cmdlet of a noun: parameters from the catalogue, as the release has them; what it does from the noun's file. */
export function exchangeCmdlet(
  noun: Noun,
  entry: CatalogueCmdlet,
  behaviour: VerbBehaviour,
  release: ExchangeRelease,
): CmdletInfo {
  const name = `${entry.verb}-${noun.noun}`;
  const info = { name, taskClass: `${management}.${behaviour.taskClass}`, release };
  let declarations: Readonly<Record<string, ParameterDeclaration>> | null = null;
  return defineCmdlet({
    name,
    typeName: info.taskClass,
    source: snapIn,
    get parameters() {
      declarations ??= declarationsOf(entry, behaviour, release);
      return declarations;
    },
    ...(behaviour.defaultParameterSet === undefined ? {} : { defaultParameterSet: behaviour.defaultParameterSet }),
    supportsShouldProcess: entry.supportsShouldProcess,
    confirmImpact: behaviour.confirms === true ? "High" : "Medium",
    remote: remoteOf(release),
    create: (parameters, cmdlet) => taskBody(parameters, cmdlet, info, behaviour),
  });
}

/** From PowerShell 3.0 on, that is Exchange 2013, the client notes on an error which computer it came from. */
function remoteOf(release: ExchangeRelease): RemoteCommand {
  return {
    stampError: (context, record) => {
      record.reason = remoteReason(record.reason === "" ? record.exception.type.name : record.reason);
      if (release !== "2010") organizationOf(context).session.stampError(record);
    },
  };
}

function taskBody(
  parameters: Readonly<Record<string, Value | undefined>>,
  cmdlet: CmdletRuntime,
  info: ConstructorParameters<typeof Task>[2],
  behaviour: VerbBehaviour,
): CmdletBody {
  return {
    process() {
      try {
        behaviour.process(new Task(cmdlet, parameters, info));
      } catch (error) {
        // One object's failure does not end the pipeline: the server reports it and takes the next.
        if (!(error instanceof PowerShellError) || error.record.commandTypeName !== info.taskClass) throw error;
        cmdlet.writeError(error.record);
      }
    },
  };
}

function declarationsOf(
  entry: CatalogueCmdlet,
  behaviour: VerbBehaviour,
  release: ExchangeRelease,
): Readonly<Record<string, ParameterDeclaration>> {
  const known = entry.parameters.filter((parameter) => inRelease(parameter.releases, release));
  return Object.fromEntries(
    known.map((parameter) => [parameter.name, declarationOf(parameter, entry.sets, behaviour)]),
  );
}

function declarationOf(
  parameter: CatalogueParameter,
  sets: readonly string[],
  behaviour: VerbBehaviour,
): ParameterDeclaration {
  const { name, typeName, mandatory, position, byValue, byName, aliases } = parameter;
  const pipeline = byValue ? (byName ? "value,name" : "value") : byName ? "name" : null;
  return {
    type: parameterType(typeName, name),
    mandatory,
    aliases,
    ...(typeName.endsWith("IdParameter") ? { transform: asSent } : {}),
    coverage: behaviour.emulated.includes(name)
      ? "emulated"
      : behaviour.accepted.includes(name)
        ? "accepted"
        : "refused",
    ...(position === null ? {} : { position }),
    ...(pipeline === null ? {} : { pipeline }),
    ...(parameter.sets.length === 0 ? {} : { sets: parameter.sets.map((index) => sets[index] ?? "") }),
  };
}
