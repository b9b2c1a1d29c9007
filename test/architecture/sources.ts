// The sources as the architecture tests see them: files, what they import, and their syntax trees.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The folder of package.json. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface SourceFile {
  /** From the root, with `/`: `src/values/numbers.ts`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
  /** All nodes of the tree, from the top, by their kind. */
  readonly nodes: ReadonlyMap<ts.SyntaxKind, readonly ts.Node[]>;
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The source file of ours that it names, as a path from the root; undefined for packages and data. */
  readonly path: string | undefined;
  /** Whether it vanishes when types are erased. */
  readonly typeOnly: boolean;
}

/**
 * TypeScript files under folders, in the order of their paths: all, or those whose text is wanted, since a tree takes
 * longer than to look.
 */
export function readSources(folders: readonly string[], isWanted = (_text: string): boolean => true): SourceFile[] {
  return folders.flatMap((folder) => {
    const entries = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    return entries
      .filter((entry) => entry.endsWith(".ts"))
      .map((entry) => ({ path: join(folder, entry).split(sep).join("/"), text: readText(join(folder, entry)) }))
      .filter(({ text }) => isWanted(text))
      .map(({ path, text }) => readSource(path, text));
  });
}

const readText = (file: string): string => readFileSync(join(root, file), "utf8");

function readSource(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const nodes = new Map<ts.SyntaxKind, ts.Node[]>();
  visit(tree, (node) => {
    const alike = nodes.get(node.kind);
    if (alike === undefined) nodes.set(node.kind, [node]);
    else alike.push(node);
  });
  return { path, text, tree, nodes, imports: importsOf(nodes, path) };
}

function importsOf(nodes: SourceFile["nodes"], path: string): Import[] {
  const imports: Import[] = [];
  const add = (node: ts.Expression | undefined, typeOnly: boolean): void => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    imports.push({ specifier: node.text, path: resolve(path, node.text), typeOnly });
  };
  const each = (kind: ts.SyntaxKind): readonly ts.Node[] => nodes.get(kind) ?? [];
  for (const node of each(ts.SyntaxKind.ImportDeclaration).filter(ts.isImportDeclaration))
    add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
  for (const node of each(ts.SyntaxKind.ExportDeclaration).filter(ts.isExportDeclaration))
    add(node.moduleSpecifier, node.isTypeOnly);
  for (const { argument } of each(ts.SyntaxKind.ImportType).filter(ts.isImportTypeNode))
    if (ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal)) add(argument.literal, true);
  for (const node of each(ts.SyntaxKind.CallExpression).filter(ts.isCallExpression))
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
  return imports;
}

function resolve(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".") || specifier.endsWith(".json")) return undefined;
  const target = relative(root, join(root, dirname(from), specifier));
  return target.split(sep).join("/").replace(/\.js$/, ".ts");
}

/** Every node below a node, from the top. */
export function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    each(child);
    visit(child, each);
  });
}

/** Where a node stands: `src/values/numbers.ts:12`. */
export function placeOf(source: SourceFile, node: ts.Node): string {
  return `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1}`;
}
