import type { Extent } from "./extent.js";

/** A type as it is written, not resolved: `int`, `System.Collections.Generic.List[string]`, `byte[]`. */
export type TypeName = SimpleTypeName | GenericTypeName | ArrayTypeName;

interface TypeNameNode extends Extent {
  /** The whole name as PowerShell prints it: without blanks, generic arguments separated by a comma. */
  readonly fullName: string;
}

/** `int`, `System.Text.StringBuilder`, `Some.Type, Some.Assembly`. */
export interface SimpleTypeName extends TypeNameNode {
  readonly kind: "TypeName";
  /** The name as written, with its namespace. */
  readonly name: string;
  /** What follows the comma of an assembly qualified name. */
  readonly assemblyName: string | undefined;
}

/** `List[string]`, `Dictionary[string, int]`. */
export interface GenericTypeName extends TypeNameNode {
  readonly kind: "GenericTypeName";
  readonly typeName: SimpleTypeName;
  readonly genericArguments: readonly TypeName[];
}

/** `int[]`, `int[,]`; an array of arrays is an ArrayTypeName whose element is one. */
export interface ArrayTypeName extends TypeNameNode {
  readonly kind: "ArrayTypeName";
  readonly elementType: TypeName;
  /** Number of dimensions: 1 for `[]`, 2 for `[,]`. */
  readonly rank: number;
}
