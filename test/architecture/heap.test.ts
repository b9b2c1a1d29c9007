import ts from "typescript";
import { describe, expect, it, test } from "vitest";
import { heapClassNames } from "../../src/values/heap/index.js";
import "../../src/index.js";
import { readSources, type SourceFile, visit } from "./sources.js";

interface SourceClass {
  readonly file: string;
  readonly name: string;
  readonly base: string | undefined;
  readonly isAbstract: boolean;
  readonly node: ts.ClassDeclaration;
  readonly source: SourceFile;
}

const sources = readSources(["src"], (text) => /\bclass \w|\bheapClass\(|\bkept\b|\bsum\b|engineRoots/.test(text));
const classes = sources.flatMap(classesOf);
const byName = new Map(classes.map((each) => [each.name, each]));

function classesOf(source: SourceFile): SourceClass[] {
  const found: SourceClass[] = [];
  visit(source.tree, (node) => {
    if (!ts.isClassDeclaration(node) || node.name === undefined) return;
    const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
    found.push({
      file: source.path,
      name: node.name.text,
      base: clause?.types[0]?.expression.getText(source.tree),
      isAbstract: has(node, ts.SyntaxKind.AbstractKeyword),
      node,
      source,
    });
  });
  return found;
}

function has(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

/** Whether a class is a kind of value: `DotNetObject` is above it. */
function isValue({ name, base }: SourceClass): boolean {
  if (name === "DotNetObject") return true;
  const above = base === undefined ? undefined : byName.get(base);
  return above !== undefined && isValue(above);
}

describe("every class of values can be copied and written: it is registered by heapClass (values/heap)", () => {
  /** Types are the same in every session; "no output" is a constant. */
  const notCopied = ["DotNetType", "AutomationNullObject"];
  const values = classes.filter((each) => isValue(each) && !each.isAbstract && !notCopied.includes(each.name));

  it("finds the classes", () => {
    expect(values.length).toBeGreaterThan(90);
  });

  test.each(values.map(({ file, name }) => ({ file, name })))("$name of $file", ({ name }) => {
    expect(heapClassNames()).toContain(name);
  });
});

/** Whether a field holds a Map, a Set or an array that may be changed in its place. */
function isCollection(field: ts.PropertyDeclaration | ts.ParameterDeclaration, tree: ts.SourceFile): boolean {
  const type = field.type?.getText(tree) ?? "";
  const isMade = field.type === undefined && /^(new (Map|Set)\b|\[)/.test(field.initializer?.getText(tree) ?? "");
  return isMade || (!type.includes("=>") && /^(Map|Set|Array)<|^(?!readonly ).*\[\]$/.test(type));
}

/** Fields that are not read-only, and those with collections that are not: those of the body, and those that parameters of the constructor declare. */
function changingFields({ node, source }: SourceClass): readonly string[] {
  const isField = (each: ts.PropertyDeclaration | ts.ParameterDeclaration): boolean =>
    !has(each, ts.SyntaxKind.StaticKeyword) &&
    (!has(each, ts.SyntaxKind.ReadonlyKeyword) || isCollection(each, source.tree));
  const properties = node.members.filter((each) => ts.isPropertyDeclaration(each)).filter(isField);
  const parameters = node.members
    .filter((each) => ts.isConstructorDeclaration(each))
    .flatMap((each) => each.parameters.filter((parameter) => ts.isParameterPropertyDeclaration(parameter, each)))
    .filter(isField);
  return [...properties, ...parameters].map(({ name }) => name.getText(source.tree));
}

/** Fields that the registration of a class calls caches. */
function cachesOf({ name, source }: SourceClass): readonly string[] {
  const caches: string[] = [];
  visit(source.tree, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText(source.tree) !== "heapClass") return;
    if (node.arguments[0]?.getText(source.tree) !== `"${name}"`) return;
    visit(node, (inner) => {
      if (!ts.isPropertyAssignment(inner) || inner.name.getText(source.tree) !== "caches") return;
      if (!ts.isObjectLiteralExpression(inner.initializer)) return;
      caches.push(...inner.initializer.properties.map((each) => each.name?.getText(source.tree) ?? ""));
    });
  });
  return caches;
}

/** In which line an object was born, or its state last kept. */
const stamps = ["epoch", "commandsEpoch"];

/** Parts that one object alone holds, and journals with its own state. */
const ownedParts = ["RunningSum"];

describe("what changes in the heap is journaled: the class calls the journal (values/journal.ts)", () => {
  const changing = classes
    .filter(({ name }) => heapClassNames().includes(name) && !ownedParts.includes(name))
    .map((each) => {
      const known = [...stamps, ...cachesOf(each)];
      return { ...each, fields: changingFields(each).filter((field) => !known.includes(field)) };
    })
    .filter(({ fields }) => fields.length > 0);

  it("finds the classes", () => {
    expect(changing.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["PSList", "PSDictionary", "Variable", "ScopeTables", "StringBuilder", "PSQueue"]),
    );
  });

  test.each(changing.map(({ name, file, fields }) => ({ name, file, fields: fields.join(", ") })))(
    "$name of $file: $fields",
    ({ name }) => {
      expect(byName.get(name)?.node.getText()).toMatch(/\b(keepFields|keepSome|changeOf|keepElement|keep)\(/);
    },
  );

  it("cells of variables are written by `put`, or where a frame knows that they are free", () => {
    const writers = sources.filter(({ path, tree }) => path.startsWith("src/runtime/") && writesCell(tree));
    expect(writers.map(({ path }) => path)).toEqual(["src/runtime/frame.ts", "src/runtime/variable.ts"]);
  });
});

/** Whether anything is assigned to a field `kept`, or to the `value` of a `sum`. */
function writesCell(tree: ts.SourceFile): boolean {
  let found = false;
  visit(tree, (node) => {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
    if (ts.isPropertyAccessExpression(node.left) && /\b(kept|sum\.value)$/.test(node.left.getText(tree))) found = true;
  });
  return found;
}

describe("every field of the engine that changes is one of its roots, or begins anew with each entry", () => {
  const engine = byName.get("Engine");
  const roots = sources.find(({ path }) => path === "src/runtime/engine-roots.ts")?.text ?? "";
  const reset = engine?.node.members.find((each) => each.name?.getText() === "reset")?.getText() ?? "";

  test.each(engine === undefined ? [] : changingFields(engine))("%s", (field) => {
    expect(roots + reset).toContain(`.${field}`);
  });
});
