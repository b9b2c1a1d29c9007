import type { CatchClause, ThrowStatement, TrapStatement, TryStatement } from "../../../grammar/syntax-tree.js";
import { type ErrorRecord, PowerShellError } from "../../values/errors.js";
import { isNull } from "../../values/objects.js";
import type { Value } from "../../values/value.js";
import { positioned } from "../errors.js";
import { Completion, Frame } from "../frame.js";
import { ControlSignal, StopSignal } from "../signals.js";
import type { Pipe } from "../streams.js";
import { scriptHalted, thrownError } from "../thrown.js";
import { compileBlock, compileValue } from "./statements.js";
import { type ResolveType, typeResolver } from "./types.js";
import { withUnderscore } from "./underscore.js";
import type { Execute, Unit } from "./unit.js";

interface Handler {
  /** No types: any error. */
  readonly types: readonly ResolveType[];
  readonly body: Execute;
}

function compileHandler(unit: Unit, { catchTypes, body }: CatchClause): Handler {
  return {
    types: catchTypes.map(({ typeName }) =>
      typeResolver(unit, typeName, { start: typeName.start - 1, end: typeName.end + 1 }),
    ),
    body: compileBlock(unit, body),
  };
}

/** The handler for an error: by the exception's type, else that of the exception inside it, else one for all. */
function handlerFor<T extends Pick<Handler, "types">>(
  frame: Frame,
  handlers: readonly T[],
  record: ErrorRecord,
): T | undefined {
  const { exception } = record;
  for (const candidate of [exception, exception.innerException]) {
    if (candidate === null) continue;
    for (const handler of handlers) {
      if (handler.types.some((resolve) => candidate.type.isAssignableTo(resolve(frame.engine)))) return handler;
    }
  }
  return handlers.find(({ types }) => types.length === 0);
}

/** `try { … } catch … finally …`. */
export function compileTry(unit: Unit, node: TryStatement): Execute {
  const body = compileBlock(unit, node.body);
  const handlers = node.catchClauses.map((clause) => compileHandler(unit, clause));
  const underscore = withUnderscore(unit);
  const guardedBody: Execute = handlers.length === 0 ? body : (frame, out) => runCatching(frame, out);

  function runCatching(frame: Frame, out: Pipe): Completion {
    const { engine } = frame;
    const propagated = engine.propagating;
    engine.descend();
    engine.propagating = true;
    try {
      return body(frame, out);
    } catch (thrown) {
      const error = engine.errorOf(thrown);
      if (error === undefined) throw thrown;
      positioned(error, unit.source, frame.at);
      const handler = handlerFor(frame, handlers, error.record);
      if (handler === undefined) throw error;
      engine.keepError(error.record);
      const outer = engine.caughtError;
      engine.caughtError = error.record;
      engine.lastSuccess = false;
      try {
        return underscore(frame, (cell) => {
          cell.put(error.record);
          return handler.body(frame, out);
        });
      } finally {
        engine.caughtError = outer;
      }
    } finally {
      engine.depth--;
      engine.propagating = propagated;
    }
  }

  if (node.finally === undefined) return guardedBody;
  const cleanup = compileBlock(unit, node.finally);
  return (frame, out) => {
    let completion: Completion;
    const { engine } = frame;
    engine.descend();
    try {
      completion = guardedBody(frame, out);
    } catch (thrown) {
      if (runsFinally(frame, thrown)) cleanup(frame, out);
      throw thrown;
    } finally {
      engine.depth--;
    }
    const { label } = frame;
    const after = cleanup(frame, out);
    if (after !== Completion.Normal) return after;
    frame.label = label;
    return completion;
  };
}

/** Errors and control flow run `finally`; a used-up limit and a question that nobody answers do not. */
function runsFinally(frame: Frame, thrown: unknown): boolean {
  if (thrown instanceof StopSignal) return false;
  return thrown instanceof ControlSignal || frame.engine.errorOf(thrown) !== undefined;
}

/** `throw …`. */
export function compileThrow(unit: Unit, node: ThrowStatement): Execute {
  const value = node.pipeline === undefined ? null : compileValue(unit, node.pipeline);
  // PowerShell 2.0 points behind the keyword.
  const place = unit.facts.errorsAtTokens ? { start: node.start, end: node.start + "throw".length } : node;
  return (frame) => {
    frame.at = place;
    const thrown: Value = value === null ? null : value(frame);
    if (value === null || isNull(thrown)) {
      const caught = value === null ? frame.engine.caughtError : null;
      if (caught !== null) throw new PowerShellError(caught, true);
      throw positioned(scriptHalted(), unit.source, place);
    }
    throw positioned(thrownError(frame.engine, thrown), unit.source, place);
  };
}

/** A block with `trap` statements: they handle the errors of all its statements, those of calls included. */
export function compileTraps(unit: Unit, traps: readonly TrapStatement[], statements: readonly Execute[]): Execute {
  const handlers = traps.map(({ trapType, body }) => ({
    types: trapType === undefined ? [] : [typeResolver(unit, trapType.typeName)],
    body: compileBlock(unit, body),
  }));
  return (frame, out) => {
    const { engine } = frame;
    for (const statement of statements) {
      if (--engine.fuel < 0) engine.refuel();
      const propagated = engine.propagating;
      engine.propagating = true;
      try {
        const completion = statement(frame, out);
        if (completion !== Completion.Normal) return completion;
      } catch (thrown) {
        const error = engine.errorOf(thrown);
        if (error === undefined) throw thrown;
        engine.propagating = propagated;
        positioned(error, unit.source, frame.at);
        const completion = runTrap(frame, out, handlers, error);
        if (completion !== Completion.Normal) return completion;
      } finally {
        engine.propagating = propagated;
      }
    }
    return Completion.Normal;
  };
}

function runTrap(frame: Frame, out: Pipe, handlers: readonly Handler[], error: PowerShellError): Completion {
  const { engine } = frame;
  const handler = handlerFor(frame, handlers, error.record);
  if (handler === undefined) throw engine.ending(error);
  engine.keepError(error.record);
  engine.lastSuccess = false;
  const scope = frame.scope.child();
  scope.define("_", error.record);
  const trapFrame = new Frame(engine, frame.table, scope, frame.streams, frame.caller, frame.name, frame.invocation);
  const outer = engine.caughtError;
  engine.caughtError = error.record;
  let completion: Completion;
  try {
    completion = engine.inScope(scope, () => handler.body(trapFrame, out));
  } finally {
    engine.caughtError = outer;
  }
  switch (completion) {
    case Completion.Normal:
      engine.reportError(frame, error);
      return Completion.Normal;
    case Completion.Continue:
      return Completion.Normal;
    case Completion.Break:
      throw engine.ending(error);
    case Completion.Return:
      return Completion.Return;
    default:
      return completion satisfies never;
  }
}
