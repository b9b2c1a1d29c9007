import type { DirectoryObject, Form, PropertyDefinition, PropertyValue } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";

/** A parameter that is about to be stored. */
export interface Setting {
  readonly task: Task;
  readonly parameter: string;
  /** The object that is changed; `null` when it is being made. */
  readonly object: DirectoryObject | null;
  /** What the object has so far. */
  readonly current: PropertyValue;
}

/**
 * What a property's values are: how the directory keeps them, how an object shows them, and how a parameter's value
 * becomes one. `text`, `bool`, `span`, … in scalar-kinds.ts; `link` and `list` beside it.
 */
export interface Kind {
  /** For tests and tables: `bool`, `quota`, `list of uri`. */
  readonly name: string;
  /** .NET type as Get-Member shows it. */
  readonly typeName: string;
  /** The parameter's type, where it says more than the catalogue's name: `Unlimited` of what? */
  readonly parameterType?: string;
  readonly holds: Form | readonly Form[];
  readonly many?: boolean;
  /** The classes of the objects that a link may lead to. */
  readonly classes?: readonly string[];
  /** The names that a value may have, of an enumeration. */
  readonly members?: readonly string[];
  /** What an object shows for what is stored; `null` when nothing is. */
  readonly show: (stored: PropertyValue, source: Source, context: ValueContext) => Value;
  /**
   * What is stored for a parameter's value, which the binder has converted; `null` puts the property back to "not set".
   * @throws {PowerShellError} for a value that won't do, such as the name of an object that does not exist
   */
  readonly take: (given: Value, setting: Setting) => PropertyValue;
}

/** How a property is kept in the directory, and which parameter sets it. */
export interface Column {
  /** Its name in the directory; usually the property's own. */
  readonly attribute: string;
  readonly kind: Kind;
  readonly default: PropertyValue;
  /** The parameter of New and Set that sets it, where the cmdlet has one of this name; `null`: none ever does. */
  readonly parameter: string | null;
  /** Refuses a value by throwing. */
  readonly check?: (value: PropertyValue, setting: Setting) => void;
}

/** What the directory has to know of a column. */
export function definitionOf({ kind, default: value }: Column): PropertyDefinition {
  return {
    holds: kind.holds,
    ...(kind.many === true ? { many: true } : {}),
    ...(value === null ? {} : { default: value }),
  };
}
