import type { ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import {
  type DirectoryObject,
  describeFailure,
  distinguishedName,
  domainOf,
  type Failure,
  getProperty,
  listObjects,
  type Topology,
  type WriteResult,
} from "../../topology/index.js";
import { PowerShellError } from "../../values/errors.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { type Organization, organizationOf } from "../organization.js";
import { schema } from "../schema.js";
import { setUpLate } from "../setup.js";
import type { Entry } from "./entry.js";
import { type DirectoryFailure, directoryError, directoryFailures } from "./failures.js";

type Parameters = Readonly<Record<string, Value | undefined>>;

/** The name of the module, as Get-Command shows it. */
export const moduleName = "ActiveDirectory";

/** One running cmdlet of the module ActiveDirectory, as its code sees it. */
export class DirectoryTask {
  private readonly organization: Organization;

  constructor(
    readonly cmdlet: CmdletRuntime,
    private readonly parameters: Parameters,
  ) {
    this.organization = organizationOf(cmdlet.context);
    // Role groups and computers are among what the directory holds.
    this.organization.current = setUpLate(this.organization.current);
  }

  get topology(): Topology {
    return this.organization.current;
  }
  commit(topology: Topology): void {
    this.organization.current = topology;
  }
  entry(object: DirectoryObject): Entry {
    return { topology: this.topology, object };
  }

  has(parameter: string): boolean {
    return this.cmdlet.isBound(parameter);
  }
  value(parameter: string): Value {
    return this.parameters[parameter] ?? null;
  }
  text(parameter: string): string | null {
    const value = this.value(parameter);
    return value === null ? null : toText(this.cmdlet.context, value);
  }
  isOn(parameter: string): boolean {
    return this.value(parameter) === true;
  }

  /** The domain of the session, which cmdlets search unless told otherwise. */
  get domain(): DirectoryObject {
    const [domain] = listObjects(this.topology, "Domain");
    if (domain === undefined) throw this.failure(directoryFailures.noServer, []);
    return domain;
  }
  dn(object: DirectoryObject): string {
    return distinguishedName(schema, this.topology, object);
  }

  /** A failure as something to throw; its target is what -Identity means, unless there is another. */
  failure<Parts extends readonly string[]>(
    failure: DirectoryFailure<Parts>,
    parts: Parts,
    target: Value = this.value("Identity"),
  ): PowerShellError {
    return new PowerShellError(directoryError(failure, parts, target, this.cmdlet.context.facts.languageVersion));
  }

  /** Keeps what was written, or says in the module's words why it was not. */
  written(result: WriteResult, target?: Value): DirectoryObject {
    if (!result.ok) throw this.writeFailure(result.failure, target);
    this.commit(result.topology);
    return result.object;
  }

  private writeFailure(failure: Failure, target?: Value): PowerShellError {
    if (failure.kind === "duplicateValue") {
      if (failure.index === "userPrincipalName") return this.failure(directoryFailures.principalNameInUse, [], target);
      const isGroup = failure.class === "Group";
      if (failure.index === "samAccountName")
        return isGroup
          ? this.failure(directoryFailures.groupExists, [], target)
          : this.failure(directoryFailures.accountExists, [], target);
    }
    if (failure.kind === "duplicateName") return this.failure(directoryFailures.nameInUse, [], target);
    if (failure.kind === "notEmpty") return this.failure(directoryFailures.notLeaf, [], target);
    return this.failure(directoryFailures.refused, [describeFailure(failure)], target);
  }

  /** Refuses a -Server that is no domain and no controller of the forest. */
  checkServer(): void {
    const asked = this.text("Server")?.toLowerCase().replace(/:\d+$/, "");
    if (asked === undefined) return;
    const domains = listObjects(this.topology, "Domain").flatMap((domain) => [
      domain.name,
      String(getProperty(schema, domain, "NetBIOSName") ?? ""),
    ]);
    const controllers = listObjects(this.topology, "DomainController").flatMap((controller) => [
      controller.name,
      String(getProperty(schema, controller, "DnsHostName") ?? ""),
      domainOf(this.topology, controller),
    ]);
    if (![...domains, ...controllers, "localhost"].some((name) => name.toLowerCase() === asked))
      throw this.failure(directoryFailures.noServer, []);
  }
}

/** What all cmdlets of the module take. */
export const connection: ParameterDeclarations = {
  Server: { type: "string" },
  Credential: { type: "pscredential", coverage: "refused" },
  AuthType: { type: "string", coverage: "accepted" },
};

/** What is particular to a cmdlet of the module. */
export interface DirectoryCmdlet {
  /** Verb-Noun. */
  readonly name: string;
  readonly synopsis: string;
  readonly parameters: ParameterDeclarations;
  readonly defaultParameterSet?: string;
  readonly since?: 3;
  /** Asks what to do with its target: `Medium` with -Confirm only, `High` always. */
  readonly confirms?: "Medium" | "High";
  readonly process: (task: DirectoryTask) => void;
}

/**
 * Makes a cmdlet of the module. A failure of an object that came through the pipeline is reported, and the next one is
 * taken; that of what was typed ends the command (from memory).
 */
export function directoryCmdlet(definition: DirectoryCmdlet): CmdletInfo {
  const { name, synopsis, defaultParameterSet, since, confirms } = definition;
  return defineCmdlet({
    name,
    typeName: `Microsoft.ActiveDirectory.Management.Commands.${name.replace("-", "")}`,
    source: moduleName,
    synopsis,
    parameters: { ...definition.parameters, ...connection },
    defaultParameterSet,
    ...(since === undefined ? {} : { since }),
    supportsShouldProcess: confirms !== undefined,
    ...(confirms === undefined ? {} : { confirmImpact: confirms }),
    create: (parameters, cmdlet) => ({
      process(): void {
        const task = new DirectoryTask(cmdlet, parameters);
        try {
          task.checkServer();
          definition.process(task);
        } catch (error) {
          if (!(error instanceof PowerShellError) || error.record.invocation !== null) throw error;
          if (!cmdlet.expectingInput) cmdlet.throwTerminatingError(error.record);
          cmdlet.writeError(error.record);
        }
      },
    }),
  });
}
