import { parse } from "../../grammar/index.js";
import {
  activeDirectoryCmdlet,
  everyExchangeView,
  proxyKey,
  proxyOfKey,
  releaseTypeName,
  releaseTypeNamed,
} from "../exchange/index.js";
import { DotNetType } from "../values/dotnet-type.js";
import type { HeapSurroundings } from "../values/heap/index.js";
import { CodePlaces } from "./code-places.js";
import type { Session } from "./session.js";

/**
 * What every session has of its own, so that a copy of a heap finds it in the session that it is put into: the engine,
 * the cmdlets, the views and type members of the product. Each has a name that is the same in all sessions of an edition.
 */
export function surroundingsOf(session: Session): HeapSurroundings {
  const { engine, edition, builtIns } = session;
  const codes = new CodePlaces((text) => parse(text, { edition: edition.name }).tree);
  return {
    externalName(object) {
      if (object === engine) return "engine";
      if (object === session.fileSystem) return "files";
      if (object instanceof DotNetType) return prefixed("type", releaseTypeName(object));
      const proxy = proxyKey(object);
      if (proxy !== undefined) return `proxy:${proxy}`;
      return isCmdlet(object) ? `cmdlet:${object.name}` : builtIns.nameOf(object);
    },
    external(name) {
      if (name === "engine") return engine;
      if (name === "files") return session.fileSystem;
      const [kind = "", rest = ""] = splitAtColon(name);
      if (kind === "proxy") return proxyOfKey(rest);
      if (kind === "type") return releaseTypeNamed(rest);
      if (kind === "cmdlet")
        return (
          engine.session.anyCmdlet(rest) ?? engine.services.findBuiltInCommand(rest) ?? activeDirectoryCmdlet(rest)
        );
      return builtIns.named(name);
    },
    codeReference: (source, tree) => codes.referenceTo(source, tree),
    code: (source, reference) => codes.find(source, reference),
  };
}

function isCmdlet(object: object): object is { readonly name: string } {
  return "commandType" in object && object.commandType === "Cmdlet";
}

function prefixed(prefix: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : `${prefix}:${name}`;
}

function splitAtColon(name: string): readonly string[] {
  const colon = name.indexOf(":");
  return colon < 0 ? [name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** The views and the members of types that a session begins with: data and code of the product. */
export class BuiltIns {
  private readonly byName = new Map<string, object>();
  private readonly byObject = new Map<object, string>();

  constructor({ formatting, engine }: Pick<Session, "formatting" | "engine">) {
    // Those of Exchange also where they come with Import-PSSession only.
    [...new Set([...formatting.views.views, ...everyExchangeView()])].forEach((view, i) => {
      this.add(`view:${i}`, view);
    });
    for (const [typeName, members] of engine.typeTable.tables) {
      for (const member of members) this.add(`member:${typeName}:${member.name}`, member);
    }
  }

  private add(name: string, object: object): void {
    this.byName.set(name, object);
    this.byObject.set(object, name);
  }
  nameOf(object: object): string | undefined {
    return this.byObject.get(object);
  }
  named(name: string): object | undefined {
    return this.byName.get(name);
  }
}
