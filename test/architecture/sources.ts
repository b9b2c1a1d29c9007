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
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The source file of ours that it names, as a path from the root; undefined for packages and data. */
  readonly path: string | undefined;
  /** Whether it vanishes when types are erased. */
  readonly typeOnly: boolean;
}

/** All TypeScript files under a folder, in the order of their paths. */
export function readSources(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) => {
    const entries = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    return entries.filter((entry) => entry.endsWith(".ts")).map((entry) => readSource(join(folder, entry)));
  });
}

function readSource(file: string): SourceFile {
  const path = file.split(sep).join("/");
  const text = readFileSync(join(root, file), "utf8");
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return { path, text, tree, imports: importsOf(tree, path) };
}

function importsOf(tree: ts.SourceFile, path: string): Import[] {
  const imports: Import[] = [];
  const add = (node: ts.Expression | undefined, typeOnly: boolean): void => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    imports.push({ specifier: node.text, path: resolve(path, node.text), typeOnly });
  };
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
  });
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
