import type { DotNetType } from "../dotnet-type.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** What conversions need of constructors and members, which stand above them: `member-access/` supplies it at load. */
export interface ObjectMaker {
  /** Whether the type has a constructor with one parameter that takes the value as it is. */
  hasConstructorFor(type: DotNetType, value: Value): boolean;
  construct(context: ValueContext, type: DotNetType, args: readonly Value[]): Value;
  getProperty(context: ValueContext, value: Value, name: string): Value;
  setProperty(context: ValueContext, value: Value, name: string, newValue: Value): void;
}

let maker: ObjectMaker | null = null;

export function supplyObjectMaker(supplied: ObjectMaker): void {
  maker = supplied;
}

export function objectMaker(): ObjectMaker {
  if (maker === null) throw new Error("member-access/object-maker.ts is not loaded");
  return maker;
}
