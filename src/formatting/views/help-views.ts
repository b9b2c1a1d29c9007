import type { ExecutionContext } from "../../runtime/execution-context.js";
import { PSArray } from "../../values/collections.js";
import { PSCustomObject } from "../../values/objects.js";
import { displayText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { CustomItem, CustomView, FormatView, TableView } from "./view.js";

/**
 * What Get-Help shows. Objects whose help was written (comments of a function) have the types MamlCommandHelpInfo, those
 * whose help is made of the declaration ExtendedCmdletHelpInfo; `#FullView` and so on say which view is asked for. The
 * layouts are those of the real shell, asked of it line by line.
 */

const newLine: CustomItem = { kind: "newLine" };
const text = (content: string): CustomItem => ({ kind: "text", text: content });
const property = (name: string): CustomItem => ({ kind: "value", value: { property: name } });
const compute = (make: (context: ExecutionContext, self: Value) => Value): CustomItem => ({
  kind: "value",
  value: { compute: make },
});
/** What a nested object shows, or each object of a list. */
const inside = (name: string, items: readonly CustomItem[]): CustomItem => ({
  kind: "value",
  value: { property: name },
  enumerate: true,
  control: [{ items }],
});
const frame = (...items: readonly CustomItem[]): CustomItem => ({ kind: "frame", leftIndent: 4, items });
const section = (title: string, ...items: readonly CustomItem[]): readonly CustomItem[] => [
  text(title),
  newLine,
  frame(...items),
];
/** Only where the property holds something. */
const where = (name: string, item: CustomItem): CustomItem =>
  item.kind === "value"
    ? { ...item, value: { ...item.value, condition: { compute: (_context, self) => noteOf(self, name) !== null } } }
    : item;

function noteOf(self: Value, name: string): Value {
  const member = self instanceof PSCustomObject ? self.instanceMembers.get(name) : undefined;
  return member?.kind === "NoteProperty" ? member.value : null;
}

function notesOf(self: Value, name: string): readonly Value[] {
  const value = noteOf(self, name);
  if (value === null) return [];
  return value instanceof PSArray ? value.items : [value];
}

const paragraphs = (name: string): CustomItem => inside(name, [property("Text"), newLine]);

/** `[-Name] <string>`, `[-Force]`, `[-Mode {a | b}]`. */
function parameterSyntax(context: ExecutionContext, parameter: Value): string {
  const name = displayText(context, noteOf(parameter, "name"));
  const isRequired = noteOf(parameter, "required") === "true";
  const isPositional = /^\d+$/.test(displayText(context, noteOf(parameter, "position")));
  const type = noteOf(parameter, "parameterValue");
  if (type === null) return isRequired ? `-${name}` : `[-${name}]`;
  const values = notesOf(noteOf(parameter, "parameterValueGroup"), "parameterValue");
  const value =
    values.length === 0
      ? `<${displayText(context, type)}>`
      : `{${values.map((each) => displayText(context, each)).join(" | ")}}`;
  const dashed = `${isPositional ? `[-${name}]` : `-${name}`} ${value}`;
  return isRequired ? dashed : `[${dashed}]`;
}

function syntaxLine(context: ExecutionContext, item: Value, common: boolean): string {
  const parts = notesOf(item, "parameter").map((parameter) => `${parameterSyntax(context, parameter)} `);
  return `${displayText(context, noteOf(item, "name"))} ${parts.join("")}${common ? "[<CommonParameters>]" : ""}`;
}

const namePart = section("NAME", inside("details", [property("name"), newLine]), newLine);

const link = "(https://go.microsoft.com/fwlink/?LinkID=113216). ";
/** The list of the common parameters. 7: as asked; 3 to 5 and 2: from memory. */
function commonParametersText({ facts }: ExecutionContext): string {
  const head =
    "This cmdlet supports the common parameters: Verbose, Debug,\nErrorAction, ErrorVariable, WarningAction, ";
  if (facts.languageVersion < 3)
    return `${head}WarningVariable,\nOutBuffer and OutVariable. For more information, type,\n"get-help about_commonparameters".`;
  const { languageVersion } = facts;
  const at = languageVersion < 7 ? link.replace("https://", "https:/") : link;
  return `${head}WarningVariable,\nOutBuffer, PipelineVariable, and OutVariable. For more information, see\nabout_CommonParameters ${at}`;
}

const commonParameters: readonly CustomItem[] = [
  text("<CommonParameters>"),
  newLine,
  frame(
    compute((context) => commonParametersText(context)),
    newLine,
  ),
  newLine,
];

/** `Required?                    false`. */
const attribute = (label: string, name: string): readonly CustomItem[] => [text(label), property(name), newLine];

const writtenAttributes = frame(
  inside("description", [property("Text"), newLine]),
  newLine,
  ...attribute("Required?                    ", "required"),
  ...attribute("Position?                    ", "position"),
  ...attribute("Default value                ", "defaultValue"),
  ...attribute("Accept pipeline input?       ", "pipelineInput"),
  ...attribute("Aliases                      ", "aliases"),
  ...attribute("Accept wildcard characters?  ", "globbing"),
  newLine,
);

const declaredAttributes = frame(
  inside("description", [property("Text"), newLine]),
  newLine,
  ...attribute("Required?                    ", "required"),
  ...attribute("Position?                    ", "position"),
  ...attribute("Accept pipeline input?       ", "pipelineInput"),
  ...attribute("Parameter set name           ", "parameterSetName"),
  ...attribute("Aliases                      ", "aliases"),
  ...attribute("Dynamic?                     ", "isDynamic"),
  ...attribute("Accept wildcard characters?  ", "globbing"),
  newLine,
);

/** `-Name <String>`, `-Force [<SwitchParameter>]`. */
const writtenName = compute((context, self) => {
  const type = displayText(context, noteOf(self, "parameterValue"));
  return `-${displayText(context, noteOf(self, "name"))} ${type === "SwitchParameter" ? "[<SwitchParameter>]" : `<${type}>`}`;
});
const declaredName = compute((context, self) => {
  const type = noteOf(self, "parameterValue");
  return `-${displayText(context, noteOf(self, "name"))}${type === null ? "" : ` <${displayText(context, type)}>`}`;
});

const typeNames = (list: string, each: string): CustomItem =>
  inside(list, [inside(each, [inside("type", [property("name"), newLine]), newLine])]);

const synopsis = section("SYNOPSIS", inside("details", [paragraphs("description")]), newLine, newLine);
const writtenSyntax = section(
  "SYNTAX",
  inside("syntax", [
    inside("syntaxItem", [compute((context, self) => syntaxLine(context, self, true)), newLine, newLine]),
  ]),
  newLine,
);
const description = [...section("DESCRIPTION", paragraphs("description"), newLine), newLine];

const examples = inside("examples", [
  inside("example", [
    property("title"),
    newLine,
    newLine,
    inside("introduction", [property("Text")]),
    property("code"),
    newLine,
    newLine,
    paragraphs("remarks"),
  ]),
]);

const relatedLinks = inside("relatedLinks", [
  inside("navigationLink", [
    compute((context, self) => {
      const linkText = displayText(context, noteOf(self, "linkText"));
      return `${linkText === "" ? "" : `${linkText} `}${displayText(context, noteOf(self, "uri"))}`;
    }),
    newLine,
  ]),
]);

const notes = where(
  "alertSet",
  inside("alertSet", [text("NOTES"), newLine, frame(newLine, newLine, frame(paragraphs("alert")), newLine)]),
);

/** How to see more: the words of 7, and those of the versions before it (SPEC E.14). */
function remarks(context: ExecutionContext, self: Value): string {
  const name = displayText(context, noteOf(self, "Name"));
  const hasUri = notesOf(noteOf(self, "relatedLinks"), "navigationLink").some((each) => noteOf(each, "uri") !== null);
  const isOld = context.facts.languageVersion < 7;
  const line = (purpose: string, mode: string): string =>
    isOld
      ? `${purpose}, type: "get-help ${name} -${mode.toLowerCase()}"${mode === "Online" ? "" : "."}\n`
      : `${purpose}, type: "Get-Help ${name} -${mode}"\n`;
  const lines = [
    line("To see the examples", "Examples"),
    line("For more information", "Detailed"),
    line("For technical information", "Full"),
    ...(hasUri ? [line("For online help", "Online")] : []),
  ];
  return lines.join("").trimEnd();
}
const remarksPart = section("REMARKS", compute(remarks), newLine);

const writtenParameters = (each: CustomItem): readonly CustomItem[] =>
  section("PARAMETERS", inside("parameters", [inside("parameter", [writtenName, newLine, each])]), ...commonParameters);

const custom = (typeName: string, items: readonly CustomItem[]): CustomView => ({
  kind: "custom",
  name: typeName,
  typeNames: [typeName],
  entries: [{ items }],
});

const written: readonly FormatView[] = [
  custom("MamlCommandHelpInfo#FullView", [
    ...namePart,
    ...synopsis,
    ...writtenSyntax,
    ...description,
    ...writtenParameters(writtenAttributes),
    ...section("INPUTS", typeNames("inputTypes", "inputType"), newLine),
    ...section("OUTPUTS", typeNames("returnValues", "returnValue"), newLine),
    notes,
    frame(examples, newLine),
    ...section("RELATED LINKS", relatedLinks),
    newLine,
  ]),
  custom("MamlCommandHelpInfo#DetailedView", [
    ...namePart,
    ...synopsis,
    ...writtenSyntax,
    ...description,
    ...writtenParameters(frame(inside("description", [property("Text"), newLine]), newLine)),
    frame(examples),
    ...remarksPart,
  ]),
  custom("MamlCommandHelpInfo#ExamplesView", [...namePart, ...synopsis, frame(examples), newLine]),
  custom("MamlCommandHelpInfo#parameter", [writtenName, newLine, writtenAttributes]),
  custom("MamlCommandHelpInfo", [
    ...namePart,
    ...synopsis,
    ...writtenSyntax,
    ...description,
    ...section("RELATED LINKS", relatedLinks),
    newLine,
    ...remarksPart,
  ]),
];

const declaredSyntax = section(
  "SYNTAX",
  inside("Syntax", [
    inside("syntaxItem", [
      compute((context, self) => syntaxLine(context, self, noteOf(self, "CommonParameters") === true)),
      newLine,
      newLine,
    ]),
  ]),
);
const declaredTail = [
  ...section("ALIASES", property("aliases"), newLine),
  newLine,
  ...section("REMARKS", property("remarks"), newLine),
  newLine,
];
const declaredParameters = (each: readonly CustomItem[]): readonly CustomItem[] =>
  section(
    "PARAMETERS",
    inside("parameters", [inside("parameter", [declaredName, newLine, ...each])]),
    ...commonParameters.map((item) => whereCommon(item)),
  );

/** Simple functions have no common parameters. */
function whereCommon(item: CustomItem): CustomItem {
  const condition = { compute: (_context: ExecutionContext, self: Value) => noteOf(self, "CommonParameters") === true };
  return { kind: "value", value: { compute: (_context, self) => self, condition }, control: [{ items: [item] }] };
}

const declared: readonly FormatView[] = [
  custom("ExtendedCmdletHelpInfo#FullView", [
    ...namePart,
    ...declaredSyntax,
    frame(newLine),
    ...declaredParameters([declaredAttributes]),
    frame(newLine),
    ...section("INPUTS", typeNames("inputTypes", "inputType")),
    ...section("OUTPUTS", typeNames("returnValues", "returnValue")),
    ...declaredTail,
  ]),
  custom("ExtendedCmdletHelpInfo#DetailedView", [
    ...namePart,
    ...declaredSyntax,
    frame(newLine),
    ...declaredParameters([newLine]),
    newLine,
    ...declaredTail,
  ]),
  custom("ExtendedCmdletHelpInfo#ExamplesView", [
    ...section("NAME", inside("details", [property("name"), newLine])),
    newLine,
    ...declaredTail,
  ]),
  custom("ExtendedCmdletHelpInfo#parameter", [declaredName, newLine, declaredAttributes]),
  custom("ExtendedCmdletHelpInfo", [...namePart, ...declaredSyntax, newLine, ...declaredTail]),
];

/** Several topics, by name. */
const short: TableView = {
  kind: "table",
  name: "HelpInfoShort",
  typeNames: ["HelpInfoShort"],
  columns: [
    { property: "Name", width: 33 },
    { property: "Category", width: 9 },
    { label: "Module", property: "ModuleName", width: 25 },
    { property: "Synopsis" },
  ],
};

/** Views of what Get-Help gives. */
export const helpViews: readonly FormatView[] = [...written, ...declared, short];
