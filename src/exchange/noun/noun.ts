import type { FormatView } from "../../formatting/index.js";
import type { ClassDefinition, DirectoryObject, IdentityQuery, NewObject, Topology } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { type Column, definitionOf } from "../properties/kind.js";
import { type DirectoryDeclaration, declareInDirectory } from "../schema.js";
import { defineObjectType, ExchangeObject, type ExchangeProperty, type ObjectType } from "./exchange-object.js";
import { type Lazy, madeOf, once } from "./once.js";
import type { Certainty, Source } from "./source.js";
import type { Task } from "./task.js";

/** The verbs that nouns give behaviour to. */
export type Verb =
  | "Add"
  | "Clean"
  | "Clear"
  | "Complete"
  | "Connect"
  | "Disable"
  | "Dismount"
  | "Enable"
  | "Export"
  | "Get"
  | "Import"
  | "Install"
  | "Invoke"
  | "Mount"
  | "Move"
  | "New"
  | "Redirect"
  | "Remove"
  | "Restore"
  | "Resume"
  | "Retry"
  | "Search"
  | "Set"
  | "Start"
  | "Stop"
  | "Suspend"
  | "Test"
  | "Uninstall"
  | "Update"
  | "Write";

/** What a verb of a noun does, beside what the catalogue says of its parameters. */
export interface VerbBehaviour {
  /** Parameters that have an effect. Those in no list are refused with a NotEmulated error when they are given. */
  readonly emulated: readonly string[];
  /** Parameters that are taken and have no visible effect here, such as -DomainController. */
  readonly accepted: readonly string[];
  /**
   * Parameters that have an effect where the cmdlet has them: those of the noun's table, by name, with what the table
   * knows of their types, and those that all nouns share.
   */
  readonly common?: Lazy<ReadonlyMap<string, Column | null>>;
  readonly defaultParameterSet?: string;
  /** A set beside the default one that is not told apart in the catalogue: its name, and what only it has. */
  readonly ownSet?: { readonly name: string; readonly parameters: readonly string[] };
  /** Parameters that may be left out, although the reference calls them mandatory. */
  readonly optional?: readonly string[];
  /** Of parameters that the reference calls mandatory, the sets in which they may be left out. */
  readonly optionalIn?: Readonly<
    Record<string, Pick<ExchangeProperty, "since"> & { readonly sets: readonly string[] }>
  >;
  /** Of parameters that the reference puts into the wrong sets, the right ones. */
  readonly inSets?: Readonly<Record<string, readonly string[]>>;
  /** Sets that the reference names and the cmdlet has not. */
  readonly noSets?: readonly string[];
  /** Parameters that are given by name only, although the reference has them at a position that another one has. */
  readonly named?: readonly string[];
  /** Parameters that take what comes through the pipeline, although the reference does not say so. */
  readonly piped?: readonly string[];
  /** Parameters that need not be given where -Instance hands over an object that has them. */
  readonly givenByInstance?: readonly string[];
  /** Asks before it acts, unless -Confirm:$false. */
  readonly confirms?: boolean;
  /**
   * Class of the cmdlet, for error ids: below Microsoft.Exchange.Management (`SystemConfigurationTasks.GetMailboxDatabase`),
   * or in full where it is elsewhere (`Microsoft.Exchange.Monitoring.TestMapiConnectivity`).
   */
  readonly taskClass: string;
  /** Runs for each pipeline object, or once. What it throws is written as the cmdlet's error. */
  readonly process: (task: Task) => void;
  /** In place of `process`, where the objects of the pipeline may count together: made anew for each command. */
  readonly gather?: () => Gathering;
}

/** A command that has something to say when the pipeline ends. */
export interface Gathering {
  /** Runs for each pipeline object, or once. */
  readonly add: (task: Task) => void;
  readonly end: () => void;
}

/** What a noun's verbs do. */
export type NounVerbs = Readonly<Partial<Record<Verb, VerbBehaviour>>>;

/** A class of the directory that a noun brings; its properties are the columns of the noun's table. */
export type NounClass = Omit<ClassDefinition, "properties" | "property"> & Partial<Pick<ClassDefinition, "properties">>;

/** A view of a noun's objects, in the releases that have it. */
export type NounView = FormatView & Pick<ExchangeProperty, "since" | "until">;

/** Everything about a noun but its verbs. */
export interface NounDefinition {
  /** As in the cmdlets' names. */
  readonly noun: string;
  /** What questions call an object: `accepted domain`. */
  readonly called?: string;
  /** The class of its objects in the directory: one of its own, or the name of one that exists. */
  readonly class?: NounClass | string;
  /** Indexes that a noun without a class of its own adds to the class. */
  readonly indexes?: NonNullable<ClassDefinition["indexes"]>;
  /** How its -Identity finds them; left out: by all names that the class has, with wildcards. */
  readonly identity?: IdentityQuery;
  /** There is one object, which needs no identity. */
  readonly singleton?: boolean;
  /** The objects that setup makes: what an organization has before anyone types a command. */
  readonly setup?: (topology: Topology) => readonly NewObject[];
  /** As `setup`, but made when a cmdlet of the noun first runs: see `setUpLate`. */
  readonly lateSetup?: (topology: Topology) => readonly NewObject[];
  /** The objects that setup makes for each server, also for one that joins an organization later. */
  readonly serverSetup?: (server: DirectoryObject, topology: Topology) => readonly NewObject[];
  /** The namespace of its cmdlets' classes; left out: SystemConfigurationTasks. */
  readonly tasks?: string;
  /** PSTypeNames of its objects below System.Object, the most derived first. */
  readonly typeNames: readonly string[];
  /** In the order of Format-List, without RunspaceId: a function, called when something first asks for one of them. */
  readonly properties: Lazy<readonly ExchangeProperty[]>;
  /** How sure the list of properties and its order are; `memory` when omitted. */
  readonly certainty?: Certainty;
  /** Those that not all releases have say so. */
  readonly views: readonly NounView[];
  /** What -Filter knows of an object beside the properties that it shows; `undefined` for other names. */
  readonly readForFilter?: (source: Source, name: string) => Value | undefined;
  /** Whether -Filter may name a property that it does not show. */
  readonly isFilterable?: (name: string) => boolean;
  /** What warnings and questions call an object; left out: its name. */
  readonly displayIdentity?: (source: Source) => string;
}

/** A noun with its objects' .NET type. */
export interface Noun extends NounDefinition {
  readonly identity: IdentityQuery;
  readonly displayIdentity: (source: Source) => string;
  readonly properties: readonly ExchangeProperty[];
  readonly type: ObjectType;
  /** The object that its cmdlets give for a directory object. */
  readonly present: (source: Source) => ExchangeObject;
}

/** The nouns whose tables something has asked for, in that order: start-up is to need few of them. */
const tablesMade: string[] = [];

/** Which nouns' tables were made so far in this process. */
export function madeTables(): readonly string[] {
  return tablesMade;
}

/** Makes a noun; its type becomes known to the session by name, its class to the directory. */
export function defineNoun(definition: NounDefinition): Noun {
  const { noun, class: own } = definition;
  const className = typeof own === "string" ? own : (own?.name ?? noun);
  const properties = once(() => {
    tablesMade.push(noun);
    const rows = madeOf(definition.properties);
    if (own === undefined && columnsOf(rows).length > 0)
      throw new Error(`${noun} keeps properties and names no class for them.`);
    return rows;
  });
  const type = defineObjectType(definition.typeNames, properties);
  declareInDirectory(directoryDeclarationOf(definition, properties));
  return {
    ...definition,
    identity: definition.identity ?? { classes: [className], wildcards: true },
    displayIdentity: definition.displayIdentity ?? (({ object }) => object.name),
    get properties() {
      return properties();
    },
    type,
    present: (source) => new ExchangeObject(type(source.release), source),
  };
}

/** A noun with the table of another one, which differs in what is given. */
export function variantOf(noun: Noun, differing: Partial<Omit<Noun, "properties">>): Noun {
  // It inherits, as a copy would ask for the table.
  return Object.assign(Object.create(noun) as Noun, differing);
}

/** What a noun's table adds to the directory: the columns as properties of a class. */
function directoryDeclarationOf(
  { noun, class: own, indexes, setup, lateSetup, serverSetup }: NounDefinition,
  properties: () => readonly ExchangeProperty[],
): DirectoryDeclaration {
  const kept = once(() => {
    const columns = columnsOf(properties());
    return Object.fromEntries(columns.map((column) => [column.attribute, definitionOf(column)]));
  });
  return {
    noun,
    ...(setup === undefined ? {} : { setup }),
    ...(lateSetup === undefined ? {} : { lateSetup }),
    ...(serverSetup === undefined ? {} : { serverSetup }),
    ...(own === undefined ? {} : classOrExtension(own, indexes, kept)),
  };
}

function classOrExtension(
  own: NounClass | string,
  indexes: NounDefinition["indexes"],
  kept: () => ClassDefinition["properties"],
): Pick<DirectoryDeclaration, "definition" | "extension"> {
  if (typeof own === "string") {
    return { extension: { name: own, properties: kept, ...(indexes === undefined ? {} : { indexes }) } };
  }
  return { definition: { ...own, properties: () => ({ ...kept(), ...own.properties }) } };
}

/** The columns of a table. */
export function columnsOf(properties: readonly ExchangeProperty[]): readonly Column[] {
  return properties.flatMap(({ column }) => (column === undefined ? [] : [column]));
}

/** The columns that parameters set, by the name of the parameter. */
export function settableColumns({ properties }: Noun): ReadonlyMap<string, Column> {
  return new Map(
    columnsOf(properties).flatMap((column) => (column.parameter === null ? [] : [[column.parameter, column] as const])),
  );
}

/** The class of a cmdlet, for error ids: `SystemConfigurationTasks.GetMailboxDatabase`. */
export function taskClassOf({ noun, tasks }: NounDefinition, verb: Verb): string {
  return `${tasks ?? "SystemConfigurationTasks"}.${verb}${noun}`;
}

/** Whether an object of the directory is one of the noun's. */
export function isOf(noun: Noun, object: DirectoryObject): boolean {
  return noun.identity.classes.includes(object.class) && (noun.identity.where?.(object) ?? true);
}

/** A noun with what its verbs do. */
export interface RegisteredNoun {
  readonly noun: Noun;
  readonly verbs: NounVerbs;
}
