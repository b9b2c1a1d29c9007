import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import {
  evaluateExpression,
  expressionKey,
  expressionText,
  labelKey,
  nameExpression,
  type PropertyKeyDefinition,
  type PropertyParameter,
  parsePropertyParameters,
} from "../../formatting/property-expressions.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { displayText, isNull, netText, propertiesOf, type Value } from "../../values/index.js";
import { namesOf } from "../session/scopes.js";

const widthKey: PropertyKeyDefinition = { name: "width", types: ["System.Int32", "System.String"] };
const alignmentKey: PropertyKeyDefinition = { name: "alignment", types: ["System.String"] };

const page = ["Page"] as const;

const parameters = {
  InputObject: { type: "psobject", pipeline: "value" },
  Property: { type: "object[]", position: 0 },
  Body: { type: "string[]", position: 3, sets: page },
  Head: { type: "string[]", position: 1, sets: page },
  Title: { type: "string", position: 2, sets: page, validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  As: {
    type: "string",
    validate: [{ kind: "ValidateSet", values: ["Table", "List"], ignoreCase: true, errorMessage: null }],
  },
  CssUri: { type: "System.Uri", sets: page, aliases: ["cu", "uri"] },
  Fragment: { type: "switch", sets: ["Fragment"] },
  PostContent: { type: "string[]", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  PreContent: { type: "string[]", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  Meta: { since: 7, type: "hashtable", sets: page },
  Charset: { since: 7, type: "string", sets: page },
  Transitional: { since: 7, type: "switch", sets: page },
} as const satisfies ParameterDeclarations;

/** SPEC E.12. */
export const convertToHtml = defineCmdlet({
  name: "ConvertTo-Html",
  typeName: "Microsoft.PowerShell.Commands.ConvertToHtmlCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes an HTML page or table of objects.",
  defaultParameterSet: "Page",
  parameters,
  create: (bound, cmdlet) => new HtmlReport(bound, cmdlet),
});

const httpNames: ReadonlySet<string> = new Set(["content-type", "default-style", "x-ua-compatible"]);
const metaNames: ReadonlySet<string> = new Set(
  "application-name author description generator keywords viewport".split(" "),
);

interface Column {
  readonly label: string;
  readonly parameter: PropertyParameter;
}

class HtmlReport implements CmdletBody {
  private given: readonly PropertyParameter[] = [];
  private columns: readonly Column[] | null = null;
  private count = 0;

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  private get isList(): boolean {
    return this.bound.As?.toLowerCase() === "list";
  }

  begin(): void {
    const { bound, cmdlet } = this;
    this.given = parsePropertyParameters(bound.Property, [expressionKey, labelKey, widthKey, alignmentKey], (record) =>
      cmdlet.throwTerminatingError(record),
    );
    if (!bound.Fragment) this.writePageHead();
    for (const line of namesOf(cmdlet, bound.PreContent)) cmdlet.writeObject(line);
    cmdlet.writeObject("<table>");
  }

  process(): void {
    const object = this.bound.InputObject;
    if (object === undefined || isNull(object)) return;
    this.columns ??= this.startTable(object);
    const { columns } = this;
    if (this.isList) this.writeList(object, columns);
    else {
      const cells = columns.map((column) => `<td>${this.valueOf(object, column)}</td>`).join("");
      this.cmdlet.writeObject(`<tr>${cells}</tr>`);
    }
    this.count++;
  }

  end(): void {
    const { bound, cmdlet } = this;
    cmdlet.writeObject("</table>");
    for (const line of namesOf(cmdlet, bound.PostContent)) cmdlet.writeObject(line);
    if (!bound.Fragment) cmdlet.writeObject("</body></html>");
  }

  private writePageHead(): void {
    const { bound, cmdlet } = this;
    const [kind, file] = bound.Transitional ? ["Transitional", "transitional"] : ["Strict", "strict"];
    cmdlet.writeObject(
      `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 ${kind}//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-${file}.dtd">`,
    );
    cmdlet.writeObject('<html xmlns="http://www.w3.org/1999/xhtml">');
    cmdlet.writeObject("<head>");
    if (bound.Charset !== undefined) cmdlet.writeObject(`<meta charset="${bound.Charset}">`);
    this.writeMeta();
    if (bound.Head === undefined) cmdlet.writeObject(`<title>${bound.Title ?? "HTML TABLE"}</title>`);
    else for (const line of namesOf(cmdlet, bound.Head)) cmdlet.writeObject(line);
    if (bound.CssUri !== undefined) {
      const address = displayText(cmdlet.context, bound.CssUri);
      cmdlet.writeObject(`<link rel="stylesheet" type="text/css" href="${address}" />`);
    }
    cmdlet.writeObject("</head><body>");
    for (const line of namesOf(cmdlet, bound.Body)) cmdlet.writeObject(line);
  }

  /** The pairs of -Meta (their place and the warning are from memory). */
  private writeMeta(): void {
    const { bound, cmdlet } = this;
    for (const { key, value } of bound.Meta?.entries() ?? []) {
      const name = displayText(cmdlet.context, key);
      const content = displayText(cmdlet.context, value);
      const isKnown = metaNames.has(name.toLowerCase());
      if (!isKnown && !httpNames.has(name.toLowerCase())) {
        cmdlet.writeWarning(
          `Accepted meta properties are content-type, default-style, application-name, author, description, generator, keywords, x-ua-compatible, and viewport. The meta pair: ${name} and ${content} may not function correctly.`,
        );
      }
      cmdlet.writeObject(
        `<meta ${httpNames.has(name.toLowerCase()) ? "http-equiv" : "name"}="${name}" content="${content}">`,
      );
    }
  }

  /** The columns, from the first object when they are not given; tables begin with their heads. */
  private startTable(first: Value): readonly Column[] {
    const { context } = this.cmdlet;
    const columns =
      this.given.length === 0 ? this.allProperties(first) : this.given.flatMap((p) => this.columnsOf(first, p));
    if (!this.isList) {
      this.cmdlet.writeObject(
        `<colgroup>${columns.map(({ parameter }) => columnTag(context, parameter)).join("")}</colgroup>`,
      );
      this.cmdlet.writeObject(`<tr>${columns.map(({ label }) => `<th>${label}</th>`).join("")}</tr>`);
    }
    return columns;
  }

  private allProperties(first: Value): readonly Column[] {
    return propertiesOf(this.cmdlet.context, first).map(({ name }) => ({
      label: name,
      parameter: { expression: { kind: "name", name, hasWildcards: false }, entries: new Map(), isCalculated: false },
    }));
  }

  private columnsOf(first: Value, parameter: PropertyParameter): readonly Column[] {
    const { context } = this.cmdlet;
    const label = parameter.entries.get(labelKey.name);
    if (typeof label === "string" && label !== "") return [{ label, parameter }];
    const { expression } = parameter;
    if (expression.kind === "script" || parameter.isCalculated) {
      return [{ label: expressionText(context, expression), parameter }];
    }
    // What the first object does not have is no column.
    return evaluateExpression(context, first, expression).map(({ name }) => ({
      label: name,
      parameter: { ...parameter, expression: nameExpression(name) },
    }));
  }

  private writeList(object: Value, columns: readonly Column[]): void {
    if (this.count > 0) this.cmdlet.writeObject("<tr><td><hr></td></tr>");
    for (const column of columns) {
      this.cmdlet.writeObject(`<tr><td>${column.label}:</td><td>${this.valueOf(object, column)}</td></tr>`);
    }
  }

  private valueOf(object: Value, { parameter }: Column): string {
    const { context } = this.cmdlet;
    const [result] = evaluateExpression(context, object, parameter.expression);
    return result === undefined || isNull(result.value) ? "" : encoded(netText(context, result.value));
  }
}

function columnTag(context: CmdletRuntime["context"], { entries }: PropertyParameter): string {
  const width = entries.get(widthKey.name);
  const alignment = entries.get(alignmentKey.name);
  const attributes =
    (width === undefined ? "" : ` width = "${displayText(context, width)}"`) +
    (alignment === undefined ? "" : ` align = "${displayText(context, alignment)}"`);
  return `<col${attributes}/>`;
}

/** Text as HTML: `<`, `>`, `&`, quotes, and characters from U+00A0 to U+00FF as numbers. */
function encoded(text: string): string {
  return text.replace(/[<>&"'\u00a0-\u00ff]/g, (c) => {
    switch (c) {
      case "<":
        return "&lt;";
      case ">":
        return "&gt;";
      case "&":
        return "&amp;";
      case '"':
        return "&quot;";
      default:
        return `&#${c.charCodeAt(0)};`;
    }
  });
}
