import { childrenOf, type ScriptBlock, type SyntaxNode, type TypeName } from "../syntax-tree.js";

/**
 * What a word is in the tree, where that says more than how it is written. An element is one of a list of arguments,
 * a name that of a function, a type or a member of it.
 */
export type TokenRole = "attribute" | "command" | "element" | "member" | "name" | "type" | "word";

/** The words of a tree that have a role, by the offset at which they begin. */
export interface TokenRoles {
  readonly byStart: ReadonlyMap<number, TokenRole>;
  /** Where the blocks behind `default` begin. */
  readonly defaults: ReadonlySet<number>;
}

/** Reads off a tree what its words are. */
export const tokenRoles = (tree: ScriptBlock): TokenRoles => {
  const byStart = new Map<number, TokenRole>();
  const defaults = new Set<number>();
  const pending: SyntaxNode[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    noteRoles(node, byStart);
    if (node.kind === "SwitchStatement" && node.default !== undefined) defaults.add(node.default.start);
    for (const child of childrenOf(node)) pending.push(child);
  }
  return { byStart, defaults };
};

const noteRoles = (node: SyntaxNode, roles: Map<number, TokenRole>): void => {
  switch (node.kind) {
    case "Command":
      for (const [index, { start, kind }] of node.commandElements.entries()) {
        if (kind !== "CommandParameter") roles.set(start, index === 0 ? "command" : "word");
      }
      return;
    case "ArrayLiteral":
      for (const element of node.elements) if (isBareWord(element)) roles.set(element.start, "element");
      return;
    case "Attribute":
      noteTypeName(node.typeName, "attribute", roles);
      return;
    case "TypeConstraint":
    case "TypeExpression":
      noteTypeName(node.typeName, "type", roles);
      return;
    case "NamedAttributeArgument":
      roles.set(node.start, "member");
      return;
    case "Hashtable":
      for (const [key] of node.keyValuePairs) if (isBareWord(key)) roles.set(key.start, "member");
      return;
    case "InvokeMemberExpression":
      for (const name of node.genericTypeArguments ?? []) noteTypeName(name, "type", roles);
      if (isBareWord(node.member)) roles.set(node.member.start, "member");
      return;
    case "MemberExpression":
      if (isBareWord(node.member)) roles.set(node.member.start, "member");
      return;
    case "BreakStatement":
    case "ContinueStatement":
      if (node.label !== undefined && isBareWord(node.label)) roles.set(node.label.start, "member");
      return;
    case "DataStatement":
      for (const { start } of node.commandsAllowed) roles.set(start, "command");
      return;
    case "FunctionDefinition":
    case "FunctionMember":
      roles.set(node.nameExtent.start, "name");
      return;
    case "PropertyMember":
      roles.set(node.nameExtent.start, "member");
      return;
    case "TypeDefinition":
      roles.set(node.nameExtent.start, node.typeAttributes === "Enum" ? "member" : "type");
      return;
    default:
  }
};

const isBareWord = (node: SyntaxNode): boolean =>
  node.kind === "StringConstantExpression" && node.stringConstantType === "BareWord";

const noteTypeName = (name: TypeName, role: TokenRole, roles: Map<number, TokenRole>): void => {
  switch (name.kind) {
    case "TypeName":
      roles.set(name.start, role);
      return;
    case "ArrayTypeName":
      noteTypeName(name.elementType, role, roles);
      return;
    case "GenericTypeName":
      noteTypeName(name.typeName, role, roles);
      for (const argument of name.genericArguments) noteTypeName(argument, "type", roles);
  }
};
