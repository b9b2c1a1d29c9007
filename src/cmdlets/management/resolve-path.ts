import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { WildcardPattern } from "../../values/index.js";
import { namesOf } from "../session/scopes.js";
import { splitPath } from "./file-system.js";
import { PathInfo } from "./path-info.js";
import { pathOrLiteralPath } from "./path-parameters.js";
import { childPath, expandPath, filesOf, fullPath, pathNotFound, providerPath } from "./paths.js";
import { credential, withoutCredentials } from "./provider-credentials.js";
import { providerItems } from "./provider-items.js";

/** Resolve-Path and Convert-Path: the paths that a wildcard means, as objects, or as the provider's own text. */
function resolver(verb: "Resolve" | "Convert") {
  return defineCmdlet({
    name: `${verb}-Path`,
    typeName: `Microsoft.PowerShell.Commands.${verb}PathCommand`,
    source: "Microsoft.PowerShell.Management",
    synopsis:
      verb === "Resolve" ? "Gives the paths that a wildcard means." : "Gives paths as the provider itself has them.",
    defaultParameterSet: "Path",
    parameters: {
      ...pathOrLiteralPath,
      ...(verb === "Resolve"
        ? ({
            Relative: { type: "switch" },
            RelativeBasePath: { since: 7, type: "string" },
            Force: { since: 7, type: "switch" },
            Credential: credential,
          } as const)
        : {}),
    },
    create: withoutCredentials((parameters, cmdlet) => ({
      process(): void {
        const literal = parameters.LiteralPath !== undefined;
        const base =
          typeof parameters.RelativeBasePath === "string" ? baseDirectory(cmdlet, parameters.RelativeBasePath) : null;
        if (base === undefined) return;
        for (const given of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
          const path = base === null || /^(?:[^\\/:]*:|[\\/])/.test(given) ? given : childPath(base, given);
          const item = providerPath(cmdlet, path);
          const found =
            item === null
              ? expandPath(cmdlet, path, literal, parameters.Force === true).map((entry) => entry.path)
              : item.name === ""
                ? [""]
                : providerItems(cmdlet, item.provider, item.name).map(({ name }) => name);
          const isOne = literal || !WildcardPattern.containsWildcardCharacters(path);
          if (found.length === 0 && isOne) {
            cmdlet.writeError(pathNotFound(cmdlet, item === null ? fullPath(cmdlet, path) : item.name));
          }
          for (const one of found) {
            if (verb === "Convert") cmdlet.writeObject(one);
            else if (parameters.Relative === true)
              cmdlet.writeObject(relativePath(one, base ?? filesOf(cmdlet).location));
            else cmdlet.writeObject(new PathInfo(cmdlet, item === null ? one : `${path.split(":")[0] ?? ""}:\\${one}`));
          }
        }
      },
    })),
  });
}

/** The directory of -RelativeBasePath; `undefined`: there is none, and the error is written. */
function baseDirectory(cmdlet: CmdletRuntime, path: string): string | undefined {
  const [found] = expandPath(cmdlet, path, false);
  if (found?.node.kind === "directory") return found.path;
  cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
  return undefined;
}

export const resolvePath = resolver("Resolve");
export const convertPath = resolver("Convert");

/** `.\a\b`, `..\x`, or the whole path when it is on another drive. */
export function relativePath(path: string, location: string): string {
  const target = splitPath(path);
  const base = splitPath(location);
  if (target[0]?.toLowerCase() !== base[0]?.toLowerCase()) return path;
  let shared = 0;
  while (shared < base.length && base[shared]?.toLowerCase() === target[shared]?.toLowerCase()) shared++;
  const up = base.slice(shared).map(() => "..");
  const down = target.slice(shared);
  if (up.length > 0) return [...up, ...down].join("\\");
  if (target.length <= 1) return ".\\";
  return down.length === 0 ? `..\\${target.at(-1) ?? ""}` : `.\\${down.join("\\")}`;
}
