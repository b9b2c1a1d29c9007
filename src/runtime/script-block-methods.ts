import { PSArray, PSList } from "../values/collections.js";
import { PowerShellError } from "../values/errors.js";
import { methodInvocationError, noteDelegateError } from "../values/member-access/index.js";
import { ScriptBlock } from "../values/script-block.js";
import { resolveTypeName } from "../values/type-names.js";
import type { Value } from "../values/value.js";
import type { Frame } from "./frame.js";
import { Collector } from "./pipes.js";
import { nameKey } from "./variable.js";

/**
 * Methods of script blocks that need the running code around them: `Invoke`, `InvokeReturnAsIs`, `GetNewClosure`.
 * `undefined`: not one of them.
 */
export function invokeScriptBlockMethod(
  frame: Frame,
  block: ScriptBlock,
  name: string,
  args: readonly Value[],
): Value | undefined {
  switch (nameKey(name)) {
    case "invoke":
      return resultCollection([...run(frame, block, args, "Invoke").items]);
    case "invokereturnasis":
      return run(frame, block, args, "InvokeReturnAsIs").result();
    case "getnewclosure":
      return newClosure(frame, block);
    default:
      return undefined;
  }
}

/** A Collection of PSObject, as `Invoke` gives it. */
function resultCollection(items: Value[]): Value {
  const type = resolveTypeName("System.Collections.ObjectModel.Collection[psobject]");
  return type === undefined ? new PSArray(items) : new PSList(type, items);
}

/** Runs a block for a method: the first error that ends a statement ends it, as the exception of the call. */
function run(frame: Frame, block: ScriptBlock, args: readonly Value[], name: string): Collector {
  const { engine } = frame;
  const collector = new Collector(engine);
  const { propagating } = engine;
  engine.propagating = true;
  try {
    engine.invokeBlock(block, { arguments: args, output: collector, streams: frame.streams });
    return collector;
  } catch (error) {
    // A block that calls itself ends the script: to wrap its failure at each level would only hide that.
    const failure = engine.errorOf(error);
    if (!(error instanceof PowerShellError) || failure?.record.errorId === "CallDepthOverflow") throw failure ?? error;
    noteDelegateError(error);
    throw methodInvocationError(name, args.length, error);
  } finally {
    engine.propagating = propagating;
  }
}

/** A block that keeps the variables of the scope it was made in, with the values that they have now. */
function newClosure({ engine }: Frame, block: ScriptBlock): ScriptBlock {
  const { module } = engine.currentScope;
  const captured = (module?.scope ?? engine.globalScope).child("script");
  for (const variable of engine.currentScope.variables()) {
    if (variable.current !== undefined) captured.define(variable.name, variable.current);
  }
  return new ScriptBlock(block.tree, block.source, captured, block.definition, module);
}
