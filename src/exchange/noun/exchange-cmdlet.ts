import type { ParameterDeclaration, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import type { ParameterCoverage } from "../../runtime/command-metadata.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { PowerShellError } from "../../values/errors.js";
import type { Value } from "../../values/value.js";
import { recordCommand } from "../auditing/record-command.js";
import type { CatalogueCmdlet } from "../catalogue/catalogue-cmdlet.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { synopsisOf } from "../catalogue/synopsis.js";
import { declarationsOf } from "../parameters/declarations.js";
import { usualDefaultSet } from "../parameters/default-set.js";
import type { Column } from "../properties/kind.js";
import { reopen } from "../sessions/management-session.js";
import { checkDirectoryParameters } from "./directory-parameters.js";
import { isIn } from "./exchange-object.js";
import type { Noun, VerbBehaviour } from "./noun.js";
import { madeOf } from "./once.js";
import { remoteCommandOf, snapIn } from "./remote-command.js";
import { Task } from "./task.js";

/** What every cmdlet does with them before it begins: {@link checkDirectoryParameters}. */
const emulatedEverywhere = ["DomainController", "IgnoreDefaultScope", "Credential"];
/** All domain controllers hold the same here: one that has the whole of an object is as good as a global catalog. */
const acceptedEverywhere = ["ReadFromDomainController"];

const noCommon: ReadonlyMap<string, null> = new Map();

const management = "Microsoft.Exchange.Management";

/**
 * Tasks that another part of the product has from a release on (facts/captures.jsonl: new-moverequest.1 and .3,
 * add-publicfolderclientpermission.2, get-publicfolderclientpermission.1; their sisters by analogy).
 */
const laterTasks: readonly { readonly since: ExchangeRelease; readonly tasks: RegExp; readonly area: string }[] = [
  { since: "2013", tasks: /^MapiTasks\.(?=\w+PublicFolderClientPermission$)/, area: "StoreTasks." },
  {
    since: "2016",
    tasks: /^RecipientTasks\.(?=\w+MoveRequest(?:Statistics)?$)/,
    area: "Migration.MailboxReplication.MoveRequest.",
  },
];

/** Most tasks are below Microsoft.Exchange.Management; others say where they are. */
function fullTaskClass({ taskClass }: VerbBehaviour, release: ExchangeRelease): string {
  if (taskClass.startsWith("Microsoft.")) return taskClass;
  const later = laterTasks.find(({ since, tasks }) => isIn({ since }, release) && tasks.test(taskClass));
  return `${management}.${later === undefined ? taskClass : taskClass.replace(later.tasks, later.area)}`;
}

/** A cmdlet of a noun: parameters from the catalogue, as the release has them; what it does from the noun's file. */
export function exchangeCmdlet(
  noun: Noun,
  entry: CatalogueCmdlet,
  behaviour: VerbBehaviour,
  release: ExchangeRelease,
): CmdletInfo {
  const name = `${entry.verb}-${noun.noun}`;
  const info = { name, taskClass: fullTaskClass(behaviour, release), release };
  let declarations: ParameterDeclarations | null = null;
  return defineCmdlet({
    name,
    typeName: info.taskClass,
    source: snapIn,
    synopsis: synopsisOf(entry.verb, noun.noun),
    get parameters() {
      const common = madeOf(behaviour.common ?? noCommon);
      const declared = (): ParameterDeclarations =>
        declarationsOf(
          entry,
          release,
          (parameter) => coverageOf(behaviour, common, parameter),
          (parameter) => common.get(parameter)?.kind.parameterType,
        );
      declarations ??= relaxed(
        withOwnSet(corrected(without(declared(), behaviour.noSets ?? []), behaviour, release), behaviour),
        behaviour.givenByInstance ?? [],
        entry.sets,
      );
      return declarations;
    },
    get defaultParameterSet() {
      return behaviour.defaultParameterSet ?? usualDefaultSet(entry);
    },
    supportsShouldProcess: entry.supportsShouldProcess,
    confirmImpact: behaviour.confirms === true ? "High" : "Medium",
    remote: remoteCommandOf(release),
    create: (parameters, cmdlet) => taskBody(parameters, cmdlet, info, noun, behaviour),
  });
}

/** The declarations without some sets; a parameter that is in all sets, or in no others, stays as it is. */
function without(declarations: ParameterDeclarations, gone: readonly string[]): ParameterDeclarations {
  if (gone.length === 0) return declarations;
  return Object.fromEntries(
    Object.entries(declarations).map(([name, declaration]) => {
      const sets = declaration.sets?.filter((set) => !gone.includes(set)) ?? [];
      return [name, sets.length === 0 ? declaration : { ...declaration, sets }];
    }),
  );
}

/** What the reference says wrongly of single parameters, put right. */
function corrected(
  declarations: ParameterDeclarations,
  { optional = [], optionalIn = {}, inSets = {}, named = [], piped = [] }: VerbBehaviour,
  release: ExchangeRelease,
): ParameterDeclarations {
  const wrong = misread(declarations);
  const told = [...optional, ...Object.keys(optionalIn), ...Object.keys(inSets), ...named, ...piped];
  const names = [...told, ...Object.keys(wrong)];
  const changes = [...new Set(names)].flatMap((name) => {
    const given = declarations[name];
    if (given === undefined) return [];
    const sets = inSets[name];
    const declaration = sets === undefined ? given : { ...given, sets };
    const { position: _, ...byName } = declaration;
    const without = optionalIn[name];
    const changed: ParameterDeclaration = {
      ...(named.includes(name) ? byName : declaration),
      ...(optional.includes(name) ? { mandatory: false, inSet: {} } : {}),
      ...(without !== undefined && isIn(without, release) ? neededOutside(declaration, without.sets) : {}),
      ...wrong[name],
      ...(piped.includes(name) ? { pipeline: "value,name" } : {}),
    };
    return [[name, changed] as const];
  });
  return changes.length === 0 ? declarations : { ...declarations, ...Object.fromEntries(changes) };
}

/**
 * What comes through the pipeline is the identity wherever there is one, although the reference says so of the name
 * alone here and there; and it is not the server's as well, where one parameter set has both.
 */
function misread({
  Identity: identity,
  Server: server,
}: ParameterDeclarations): Readonly<Record<string, Pick<ParameterDeclaration, "pipeline">>> {
  if (identity?.pipeline === undefined) return {};
  const isBeside =
    server?.pipeline === "value,name" &&
    (identity.sets === undefined || (server.sets?.every((set) => identity.sets?.includes(set)) ?? false));
  return {
    ...(identity.pipeline === "name" ? { Identity: { pipeline: "value,name" } } : {}),
    ...(isBeside ? { Server: { pipeline: "name" } } : {}),
  };
}

/** A mandatory parameter as one that some sets do without. */
function neededOutside(
  { sets = [] }: ParameterDeclaration,
  without: readonly string[],
): Pick<ParameterDeclaration, "mandatory" | "inSet"> {
  const needing = sets.filter((set) => !without.includes(set));
  return { mandatory: false, inSet: Object.fromEntries(needing.map((set) => [set, { mandatory: true }])) };
}

/** Puts parameters into a set of their own beside the default one, which the others are in as well. */
function withOwnSet(
  declarations: ParameterDeclarations,
  { ownSet, defaultParameterSet = "Default" }: VerbBehaviour,
): ParameterDeclarations {
  if (ownSet === undefined) return declarations;
  return Object.fromEntries(
    Object.entries(declarations).map(([name, declaration]) => {
      const sets = ownSet.parameters.includes(name) ? [ownSet.name] : [defaultParameterSet, ownSet.name];
      return [name, { ...declaration, sets }];
    }),
  );
}

/**
 * In the set of -Instance these parameters may be left out; the reference does not say so. One that takes the same
 * object from the pipeline isn't in the set at all: the object says by itself what it is of.
 * @param all the names of all sets
 */
function relaxed(
  declarations: ParameterDeclarations,
  names: readonly string[],
  all: readonly string[],
): ParameterDeclarations {
  const changes = names.flatMap((name): (readonly [string, ParameterDeclarations[string]])[] => {
    const declaration = declarations[name];
    const { sets = all } = declaration ?? {};
    if (declaration?.mandatory !== true || !sets.includes("Instance")) return [];
    const others = sets.filter((set) => set !== "Instance");
    if (declaration.sets === undefined && declaration.pipeline !== undefined)
      return [[name, { ...declaration, sets: others }]];
    const inSet = Object.fromEntries(others.map((set) => [set, { mandatory: true }]));
    return [[name, { ...declaration, sets, mandatory: false, inSet }]];
  });
  return changes.length === 0 ? declarations : { ...declarations, ...Object.fromEntries(changes) };
}

/** What no list of the behaviour names is refused. */
function coverageOf(
  { emulated, accepted }: VerbBehaviour,
  common: ReadonlyMap<string, Column | null>,
  parameter: string,
): ParameterCoverage {
  if (emulated.includes(parameter) || common.has(parameter)) return "emulated";
  if (emulatedEverywhere.includes(parameter)) return "emulated";
  return [...accepted, ...acceptedEverywhere].includes(parameter) ? "accepted" : "refused";
}

function taskBody(
  parameters: Readonly<Record<string, Value | undefined>>,
  cmdlet: CmdletRuntime,
  info: ConstructorParameters<typeof Task>[2],
  noun: Noun,
  behaviour: VerbBehaviour,
): CmdletBody {
  const gathering = behaviour.gather?.();
  return {
    ...(gathering === undefined ? {} : { end: gathering.end }),
    begin() {
      reopen(cmdlet, info.name);
    },
    process() {
      const task = new Task(cmdlet, parameters, info);
      const command = { task, noun, parameters, before: task.topology };
      try {
        checkDirectoryParameters(task);
        if (gathering === undefined) behaviour.process(task);
        else gathering.add(task);
        recordCommand({ ...command, failure: null });
      } catch (error) {
        // One object's failure does not end the pipeline: the server reports it and takes the next.
        if (!(error instanceof PowerShellError) || error.record.commandTypeName !== info.taskClass) throw error;
        recordCommand({ ...command, failure: error });
        cmdlet.writeError(error.record);
      }
    },
  };
}
