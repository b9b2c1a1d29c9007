import { type CommandInfo, positional } from "../../runtime/commands.js";
import { nowhere } from "../../runtime/errors.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { runCommand } from "../../runtime/pipeline.js";
import { nullPipe } from "../../runtime/pipes.js";
import { engineOf } from "../../runtime/script-command.js";
import { PowerShellError } from "../../values/errors.js";
import { toText } from "../../values/index.js";
import { describedModule } from "./installed-modules.js";
import { installedModuleFiles } from "./module-files.js";

/** Paths of the modules that are being loaded for a command, by session: their code may look for commands, too. */
const loading = new WeakMap<ExecutionContext, Set<string>>();

/**
 * A command of a module that is not loaded yet: since 3.0 the first use of a command that a module of
 * `$env:PSModulePath` exports loads the module. `undefined`: no module says that it has it.
 */
export function autoLoadedCommand(context: ExecutionContext, name: string): CommandInfo | undefined {
  if (context.facts.languageVersion < 3 || /[\\/:*?[\]]/.test(name)) return undefined;
  const preference = context.getVariable("PSModuleAutoLoadingPreference") ?? null;
  if (preference !== null && toText(context, preference).toLowerCase() === "none") return undefined;
  const reader = {
    context,
    throwTerminatingError: (record: ConstructorParameters<typeof PowerShellError>[0]): never => {
      throw new PowerShellError(record);
    },
  };
  const busy = loading.get(context) ?? new Set();
  loading.set(context, busy);
  const key = name.toLowerCase();
  const file = installedModuleFiles(context).find(
    (each) =>
      !busy.has(each.path) &&
      describedModule(reader, each).some(({ exported }) =>
        [...exported.functions, ...exported.aliases].some((member) => member.name.toLowerCase() === key),
      ),
  );
  if (file === undefined) return undefined;
  busy.add(file.path);
  try {
    const engine = engineOf(context);
    const command = engine.resolveCommand("Import-Module");
    const streams = engine.currentFrame?.streams ?? engine.baseStreams;
    engine.inScope(engine.globalScope, () =>
      runCommand(engine, command, [positional(file.path)], nowhere, false, streams, nullPipe),
    );
    return context.findCommand(name);
  } finally {
    busy.delete(file.path);
  }
}
