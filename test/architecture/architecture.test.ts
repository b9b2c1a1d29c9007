import ts from "typescript";
import { describe, expect, it } from "vitest";
import { findCycles } from "./cycles.js";
import { faces, isKnown, layerOf, mayImport } from "./layers.js";
import { placeOf, readSources, type SourceFile } from "./sources.js";

const sources = readSources(["grammar", "src"]);
const library = sources.filter(({ path }) => !faces.includes(layerOf(path)));

/** The places where nodes of these kinds are as described. */
function places(
  among: readonly SourceFile[],
  kinds: readonly ts.SyntaxKind[],
  is: (node: ts.Node, tree: ts.SourceFile) => boolean,
): string[] {
  return among.flatMap((source) => {
    const found = kinds.flatMap((kind) => source.nodes.get(kind) ?? []).filter((node) => is(node, source.tree));
    return found.map((node) => `${placeOf(source, node)} ${node.getText(source.tree).split("\n", 1)[0]}`);
  });
}

const { CallExpression, NewExpression, PropertyAccessExpression, Identifier, CatchClause, AnyKeyword, AsExpression } =
  ts.SyntaxKind;

function packageImports(among: readonly SourceFile[], is: (specifier: string) => boolean): string[] {
  return among.flatMap(({ path, imports }) => {
    const found = imports.filter(({ specifier, path: ours }) => ours === undefined && is(specifier));
    return found.map(({ specifier }) => `${path} imports ${specifier}`);
  });
}

/** `Date.now`, `Math.random`: a member of one of the language's own objects. */
function isMember(node: ts.Node, object: string, member: string): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === member && isNamed(node.expression, object);
}

const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

describe("imports", () => {
  it("go one way: grammar → values → runtime → binding → formatting → cmdlets → exchange, network → shell → transcripts → faces", () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter((each) => each.path !== undefined && !mayImport(layerOf(path), layerOf(each.path)))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("come from folders that the map of layers knows", () => {
    expect([...new Set(sources.map(({ path }) => layerOf(path)))].filter((layer) => !isKnown(layer))).toEqual([]);
  });

  it("name files as they are when built, with .js", () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith(".") && !/\.js(on)?$/.test(specifier))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("make no cycles between files of different folders", () => {
    const graph = new Map(
      sources.map(({ path, imports }) => [
        path,
        imports.flatMap(({ path: target, typeOnly }) => (target === undefined || typeOnly ? [] : [target])),
      ]),
    );
    // A folder and the folders in it are one concept; its parts may know each other.
    const folder = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
    const isOneConcept = (folders: readonly string[]): boolean => {
      return folders.some((top) => folders.every((each) => each.startsWith(top)));
    };
    const across = findCycles(graph).filter((group) => !isOneConcept(group.map(folder)));
    expect(across.map((group) => group.join(" ↔ "))).toEqual([]);
  });

  it("use Immer in topology/ only", () => {
    const elsewhere = sources.filter(({ path }) => layerOf(path) !== "topology");
    expect(packageImports(elsewhere, (specifier) => specifier === "immer")).toEqual([]);
  });

  it("use Chevrotain in grammar/ only", () => {
    const elsewhere = sources.filter(({ path }) => layerOf(path) !== "grammar");
    expect(packageImports(elsewhere, (specifier) => specifier.includes("chevrotain"))).toEqual([]);
  });

  it("use Node and other packages in the faces only", () => {
    const bundled = ["chevrotain", "immer"];
    expect(packageImports(library, (specifier) => !bundled.includes(specifier))).toEqual([]);
  });
});

describe("nothing from outside leaks in", () => {
  it("no clock: Date.now(), new Date(), Date(), performance.now()", () => {
    const found = places(library, [PropertyAccessExpression, NewExpression, CallExpression], (node) => {
      if (isMember(node, "Date", "now") || isMember(node, "performance", "now")) return true;
      const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
      return isCall && isNamed(node.expression, "Date") && (node.arguments ?? []).length === 0;
    });
    expect(found).toEqual([]);
  });

  it("no chance: Math.random(), crypto", () => {
    const found = places(library, [PropertyAccessExpression, Identifier], (node) => {
      return isMember(node, "Math", "random") || (ts.isIdentifier(node) && node.text === "crypto");
    });
    expect(found).toEqual([]);
  });

  it("no locale of the host: toLocale…(), localeCompare(), Intl… without a locale", () => {
    const found = places(library, [CallExpression, NewExpression], (node) => {
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
      const callee = node.expression;
      if (!ts.isPropertyAccessExpression(callee)) return false;
      const [first, second] = node.arguments ?? [];
      if (callee.name.text === "localeCompare") return second === undefined;
      const asks = callee.name.text.startsWith("toLocale") || isNamed(callee.expression, "Intl");
      return asks && first === undefined;
    });
    expect(found).toEqual([]);
  });

  it("no time zone of the host: the local fields of a Date", () => {
    const local = /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$|^getTimezoneOffset$/;
    const found = places(library, [CallExpression], (node) => {
      return (
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        local.test(node.expression.name.text)
      );
    });
    expect(found).toEqual([]);
  });

  it("no code from text: eval, new Function", () => {
    const found = places(library, [CallExpression, NewExpression], (node) => {
      const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
      return isCall && ["eval", "Function"].some((name) => isNamed(node.expression, name));
    });
    expect(found).toEqual([]);
  });
});

describe("form", () => {
  it("only formatting/ lays text out in columns: padStart, padEnd with blanks", () => {
    // values/ holds the methods that give padded text ('a'.PadLeft(5)); they are no layout.
    const layouts = library.filter(({ path }) => !["formatting", "values"].includes(layerOf(path)));
    const found = places(layouts, [CallExpression], (node) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
      const fill = node.arguments[1];
      const isBlank = fill === undefined || (ts.isStringLiteralLike(fill) && fill.text.trim() === "");
      return /^pad(Start|End)$/.test(node.expression.name.text) && isBlank;
    });
    expect(found).toEqual([]);
  });

  // Everything else is escaped in the bundle; one such character in it, and its whole text takes twice the memory.
  it("regular expressions are written in ASCII", () => {
    const isBeyond = (node: ts.Node, tree: ts.SourceFile): boolean => /[^\p{ASCII}]/u.test(node.getText(tree));
    expect(places(sources, [ts.SyntaxKind.RegularExpressionLiteral], isBeyond)).toEqual([]);
  });

  it("a file has at most 600 lines", () => {
    const long = sources.map(({ path, text }) => ({ path, lines: text.split("\n").length }));
    expect(long.filter(({ lines }) => lines > 601)).toEqual([]);
  });

  it("no empty catch, no any, no cast by way of unknown", () => {
    const found = places(sources, [CatchClause, AnyKeyword, AsExpression], (node) => {
      if (ts.isCatchClause(node)) return node.block.statements.length === 0;
      if (node.kind === AnyKeyword) return true;
      if (!ts.isAsExpression(node) || !ts.isAsExpression(node.expression)) return false;
      return node.expression.type.kind === ts.SyntaxKind.UnknownKeyword;
    });
    expect(found).toEqual([]);
  });
});
