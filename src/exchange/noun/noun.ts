import type { FormatView } from "../../formatting/index.js";
import type { DirectoryObject, IdentityQuery } from "../../topology/index.js";
import { defineObjectType, ExchangeObject, type ExchangeProperty, type ObjectType } from "./exchange-object.js";
import type { Certainty, Source } from "./source.js";
import type { Task } from "./task.js";

export type Verb = "Get" | "New" | "Set" | "Remove";

/** What a verb of a noun does, beside what the catalogue says of its parameters. */
export interface VerbBehaviour {
  /** Parameters that have an effect. Those in neither list are refused with a NotEmulated error when they are given. */
  readonly emulated: readonly string[];
  /** Parameters that are taken and have no visible effect here, such as -DomainController. */
  readonly accepted: readonly string[];
  readonly defaultParameterSet?: string;
  /** Asks before it acts, unless -Confirm:$false. */
  readonly confirms?: boolean;
  /** Class of the cmdlet below Microsoft.Exchange.Management, for error ids: `SystemConfigurationTasks.GetMailboxDatabase`. */
  readonly taskClass: string;
  /** Runs for each pipeline object, or once. What it throws is written as the cmdlet's error. */
  readonly process: (task: Task) => void;
}

/** Everything about a noun but its verbs. */
export interface NounDefinition {
  /** As in the cmdlets' names. */
  readonly noun: string;
  /** The class of its objects in the directory, and how its -Identity finds them. */
  readonly identity: IdentityQuery;
  /** PSTypeNames of its objects below System.Object, the most derived first. */
  readonly typeNames: readonly string[];
  /** In the order of Format-List, without RunspaceId. */
  readonly properties: readonly ExchangeProperty[];
  /** How sure the list of properties and its order are; `memory` when omitted. */
  readonly certainty?: Certainty;
  readonly views: readonly FormatView[];
  /** What warnings and questions call an object. */
  readonly displayIdentity: (source: Source) => string;
}

/** A noun with its objects' .NET type. */
export interface Noun extends NounDefinition {
  readonly type: ObjectType;
  /** The object that its cmdlets give for a directory object. */
  readonly present: (source: Source) => ExchangeObject;
}

/** Makes a noun; its type becomes known to the session by name. */
export function defineNoun(definition: NounDefinition): Noun {
  const type = defineObjectType(definition.typeNames, definition.properties);
  return { ...definition, type, present: (source) => new ExchangeObject(type(source.release), source) };
}

/** Whether an object of the directory is one of the noun's. */
export function isOf(noun: NounDefinition, object: DirectoryObject): boolean {
  return noun.identity.classes.includes(object.class) && (noun.identity.where?.(object) ?? true);
}
