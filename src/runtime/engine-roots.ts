import type { PSList } from "../values/collections.js";
import type { MemberTable } from "../values/members.js";
import type { Environment } from "./drives.js";
import type { Engine } from "./engine.js";
import type { ScopeTables } from "./scope.js";

/**
 * Where everything that running code can reach hangs, as one value. The parts are immutable or journal their changes:
 * to undo a line, its journal is undone and the old value is put back. What a fork and a snapshot copy begins here too.
 */
export interface EngineRoots {
  readonly globalScope: ScopeTables;
  /** `$Error`. */
  readonly errors: PSList;
  readonly environment: Environment;
  /** Namespaces opened by `using namespace`. */
  readonly namespaces: readonly string[];
  /** Update-TypeData's members by type name in lower case, those that the engine begins with included. */
  readonly typeData: ReadonlyMap<string, MemberTable>;
  /** `$?`. */
  readonly lastSuccess: boolean;
  /** Whether any scope has a strict mode. */
  readonly mayBeStrict: boolean;
}

/** The state of an engine between two lines. */
export function engineRoots(engine: Engine): EngineRoots {
  return {
    globalScope: engine.globalScope,
    errors: engine.errorLog.list,
    environment: engine.drives.environment,
    namespaces: engine.usings.opened,
    typeData: engine.typeTable.tables,
    lastSuccess: engine.lastSuccess,
    mayBeStrict: engine.mayBeStrict,
  };
}

/** Gives an engine another state, between two lines. */
export function adoptEngineRoots(engine: Engine, roots: EngineRoots): void {
  engine.session.globalScope = roots.globalScope;
  engine.currentScope = roots.globalScope;
  engine.errorLog.list = roots.errors;
  engine.drives.environment = roots.environment;
  engine.usings.opened = roots.namespaces;
  engine.typeTable.tables = roots.typeData;
  engine.lastSuccess = roots.lastSuccess;
  engine.mayBeStrict = roots.mayBeStrict;
}
