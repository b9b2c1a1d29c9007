/** Expressions of XPath 1.0. */
export type XPathExpression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "negate"; readonly operand: XPathExpression }
  | {
      readonly kind: "binary";
      readonly operator: XPathOperator;
      readonly left: XPathExpression;
      readonly right: XPathExpression;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly XPathExpression[] }
  | {
      readonly kind: "path";
      readonly start: "root" | "context" | XPathExpression;
      readonly steps: readonly XPathStep[];
    }
  | { readonly kind: "filter"; readonly base: XPathExpression; readonly predicates: readonly XPathExpression[] };

export type XPathOperator = "or" | "and" | "=" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "div" | "mod" | "|";

export interface XPathStep {
  readonly axis: XPathAxis;
  readonly test: NodeTest;
  readonly predicates: readonly XPathExpression[];
}

export const axes = [
  "ancestor",
  "ancestor-or-self",
  "attribute",
  "child",
  "descendant",
  "descendant-or-self",
  "following",
  "following-sibling",
  "namespace",
  "parent",
  "preceding",
  "preceding-sibling",
  "self",
] as const;
export type XPathAxis = (typeof axes)[number];

export type NodeTest =
  /** `prefix:name`, `name`, `prefix:*`, `*`; the namespace is found when the expression runs. */
  | { readonly kind: "name"; readonly prefix: string; readonly name: string | null }
  | { readonly kind: "node" | "text" | "comment" }
  | { readonly kind: "processing-instruction"; readonly target: string | null };
