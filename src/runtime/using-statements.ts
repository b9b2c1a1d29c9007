import type { ScriptBlock as ScriptBlockNode } from "../../grammar/syntax-tree.js";
import type { DotNetType } from "../values/dotnet-type.js";
import type { SourceText } from "../values/script-block.js";
import { resolveTypeName } from "../values/type-names.js";
import { notEmulated, positioned } from "./errors.js";

/** The namespaces that `using namespace` opened in a session: at the prompt they stay open, as the engine has it. */
export class UsingNamespaces {
  /** Replaced as a whole by each `using`. */
  opened: readonly string[] = [];

  /** Takes the `using` statements before a script's code. Throws NotEmulated for modules, assemblies and aliases. */
  apply({ usingStatements }: ScriptBlockNode, source: SourceText): void {
    for (const statement of usingStatements) {
      if (statement.usingStatementKind !== "Namespace" || statement.alias !== undefined) {
        throw positioned(
          notEmulated(`using ${statement.usingStatementKind.toLowerCase()}`, "using namespace works."),
          source,
          statement,
        );
      }
      if (statement.name !== undefined) this.opened = [...this.opened, statement.name.value];
    }
  }

  /** The type that a name means in one of the opened namespaces. */
  find(name: string): DotNetType | undefined {
    for (const namespace of this.opened) {
      const found = resolveTypeName(`${namespace}.${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
