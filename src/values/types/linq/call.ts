import { PSArray, PSList } from "../../collections.js";
import { convertTo } from "../../conversion/index.js";
import type { DotNetType } from "../../dotnet-type.js";
import { EnumerableObject, enumerate, operand } from "../../enumeration.js";
import { noOverload } from "../../member-access/methods.js";
import { Char } from "../../numbers.js";
import { ScriptBlock } from "../../script-block.js";
import { arrayTypeOf } from "../../types.js";
import type { Value } from "../../value.js";
import type { ValueContext } from "../../value-context.js";
import { commonTypes } from "../../value-types.js";
import { callDelegate, DelegateObject } from "../delegates.js";
import { elementTypeOfSequence } from "./sequence.js";

/** A sequence as a method of Enumerable takes it. */
export interface Source {
  readonly value: Value;
  readonly element: DotNetType;
}

/** What runs a delegate. */
export interface Callback {
  readonly call: (...args: readonly Value[]) => Value;
  readonly returns: DotNetType;
}

/**
 * A call of a method of Enumerable: its arguments, checked as the engine's choice of an overload checks them. Whatever
 * does not fit is `Cannot find an overload …`.
 */
export class LinqCall {
  constructor(
    readonly context: ValueContext,
    readonly name: string,
    readonly args: readonly Value[],
    /** Type arguments that were written; the engine infers none then. */
    readonly types: readonly DotNetType[] | null,
  ) {}

  refuse(): never {
    throw noOverload(this.name, this.args.length);
  }

  /** The sequence at a position: of the type argument if there is one, else of the type that its elements have. */
  source(position = 0): Source {
    const value = operand(this.args[position] ?? null);
    const [wanted] = this.types ?? [];
    const element = elementTypeOf(value);
    if (wanted !== undefined && wanted !== element) {
      if (value === null) return this.refuse();
      return { value: convertTo(this.context, value, arrayTypeOf(wanted)), element: wanted };
    }
    if (element === null) return this.refuse();
    // An array that nobody gave a type says nothing; a delegate that takes objects does.
    const isTold = this.types !== null || this.args.some((arg) => arg instanceof DelegateObject);
    if (element === commonTypes().object && !isTold) return this.refuse();
    return { value, element };
  }

  /** The delegate at a position, which takes so many arguments. */
  callback(position: number, takes: readonly (DotNetType | null)[]): Callback {
    const delegate = operand(this.args[position] ?? null);
    const { context } = this;
    if (delegate instanceof ScriptBlock && this.types !== null) {
      const returns = this.types.at(-1) ?? commonTypes().object;
      return { call: (...args) => convertTo(context, callDelegate(context, delegate, args), returns), returns };
    }
    if (!(delegate instanceof DelegateObject) || !delegate.type.fullName.startsWith("System.Func`"))
      return this.refuse();
    const { genericArguments } = delegate.type;
    const returns = genericArguments.at(-1);
    const fits = takes.every((type, i) => type === null || type === genericArguments[i]);
    if (returns === undefined || genericArguments.length !== takes.length + 1 || !fits) return this.refuse();
    return { call: (...args) => delegate.call(context, args), returns };
  }

  /** Whether the delegate at a position takes the element's place in the sequence as well. */
  takesIndex(position: number): boolean {
    const delegate = operand(this.args[position] ?? null);
    return delegate instanceof DelegateObject && delegate.type.genericArguments.length === 3;
  }

  /** A delegate that says yes or no to an element. */
  predicate(
    position: number,
    element: DotNetType,
    ...more: readonly DotNetType[]
  ): (...args: readonly Value[]) => boolean {
    const delegate = operand(this.args[position] ?? null);
    if (delegate instanceof ScriptBlock && this.types !== null) {
      const { context } = this;
      return (...args) => convertTo(context, callDelegate(context, delegate, args), commonTypes().boolean) === true;
    }
    const { call, returns } = this.callback(position, [element, ...more]);
    if (returns !== commonTypes().boolean) return this.refuse();
    return (...args) => call(...args) === true;
  }

  /** A whole number. */
  int(position: number): number {
    return Number(convertTo(this.context, this.args[position] ?? 0, commonTypes().int32));
  }

  /** An argument as an element of the sequence. */
  element(position: number, type: DotNetType): Value {
    return convertTo(this.context, this.args[position] ?? null, type);
  }
}

/** `T` of what is an `IEnumerable<T>`; `null` for everything else. */
function elementTypeOf(value: Value): DotNetType | null {
  if (typeof value === "string") return commonTypes().char;
  if (value instanceof PSArray) return value.type.elementType ?? commonTypes().object;
  const sequence = elementTypeOfSequence(value);
  if (sequence !== null) return sequence;
  if (!(value instanceof PSList) && !(value instanceof EnumerableObject)) return null;
  return value.type.genericArguments.length === 1 ? (value.type.genericArguments[0] ?? null) : null;
}

/** The elements of a sequence, one after another. */
export function elementsOf({ value }: Pick<Source, "value">): Iterable<Value> {
  if (typeof value === "string") return Array.from({ length: value.length }, (_, i) => new Char(value.charCodeAt(i)));
  return enumerate(value) ?? [];
}

/** How a method is called: with how many arguments, and what it gives. */
export interface LinqMethod {
  readonly name: string;
  readonly counts: readonly number[];
  readonly call: (call: LinqCall) => Value;
}
