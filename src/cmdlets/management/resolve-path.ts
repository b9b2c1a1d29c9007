import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { WildcardPattern } from "../../values/index.js";
import { namesOf } from "../session/scopes.js";
import { splitPath } from "./file-system.js";
import { PathInfo } from "./path-info.js";
import { pathOrLiteralPath } from "./path-parameters.js";
import { expandPath, filesOf, fullPath, pathNotFound, providerPath } from "./paths.js";
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
            RelativeBasePath: { since: 7, type: "string", coverage: "refused" },
            Force: { since: 7, type: "switch", coverage: "accepted" },
            Credential: { type: "object", coverage: "refused" },
          } as const)
        : {}),
    },
    create: (parameters, cmdlet) => ({
      process(): void {
        const literal = parameters.LiteralPath !== undefined;
        for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
          const item = providerPath(cmdlet, path);
          const found =
            item === null
              ? expandPath(cmdlet, path, literal).map((entry) => entry.path)
              : item.name === ""
                ? [""]
                : providerItems(cmdlet, item.provider, item.name).map(({ name }) => name);
          const isOne = literal || !WildcardPattern.containsWildcardCharacters(path);
          if (found.length === 0 && isOne) {
            cmdlet.writeError(pathNotFound(cmdlet, item === null ? fullPath(cmdlet, path) : item.name));
          }
          for (const one of found) {
            if (verb === "Convert") cmdlet.writeObject(one);
            else if (parameters.Relative === true) cmdlet.writeObject(relativePath(one, filesOf(cmdlet).location));
            else cmdlet.writeObject(new PathInfo(cmdlet, item === null ? one : `${path.split(":")[0] ?? ""}:\\${one}`));
          }
        }
      },
    }),
  });
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
