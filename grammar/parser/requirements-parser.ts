import { EOF } from "chevrotain";
import { argumentMode } from "../modes.js";
import { numberText } from "../number-text.js";
import type { Expression } from "../tree/expressions.js";
import type { ScriptRequirements } from "../tree/script-blocks.js";
import type { CommandParameter } from "../tree/statements.js";
import { DefinitionParser } from "./definition-parser.js";

const names = ["version", "psedition", "modules", "pssnapin", "assembly", "shellid", "runasadministrator"] as const;
type RequirementName = (typeof names)[number];

/** What the lines collect; a value each, as they are written. */
type Collected = Map<RequirementName, string[]>;

/** Reads the comments that begin with `#requires`. */
export abstract class RequirementsParser extends DefinitionParser {
  /** What all `#requires` lines of the text ask for; `undefined` without such lines. */
  protected requirements(): ScriptRequirements | undefined {
    const { requirements: offsets } = this.lexer;
    if (offsets === undefined) return undefined;
    this.lexer.record?.close();
    const collected: Collected = new Map();
    for (const offset of offsets) this.requirementLine(offset, collected);
    const of = (name: RequirementName): readonly string[] => collected.get(name) ?? [];
    return {
      requiredPSVersion: of("version")[0],
      requiredPSEditions: of("psedition"),
      requiredModules: of("modules"),
      requiredSnapIns: of("pssnapin"),
      requiredAssemblies: of("assembly"),
      requiredApplicationId: of("shellid")[0],
      isElevationRequired: collected.has("runasadministrator"),
    };
  }

  private requirementLine(offset: number, into: Collected): void {
    const start = offset + "#requires".length;
    const end = start + this.lexer.text.slice(start).search(/[\r\n]|$/);
    const elements: (Expression | CommandParameter)[] = [];
    this.within({ start, end }, argumentMode, () => {
      while (!this.at(EOF)) {
        this.requirementElement(elements);
        this.enter(argumentMode);
      }
    });
    for (let index = 0; index < elements.length; index++) {
      const parameter = elements[index];
      if (parameter === undefined) return;
      if (parameter.kind !== "CommandParameter") {
        this.report("ScriptRequiresInvalidFormat", parameter);
        return;
      }
      const next = elements[index + 1];
      const attached = parameter.argument;
      const argument = attached ?? (next?.kind === "CommandParameter" ? undefined : next);
      if (attached === undefined && argument !== undefined) index++;
      this.requirement(parameter, argument, into);
    }
  }

  private requirement(parameter: CommandParameter, argument: Expression | undefined, into: Collected): void {
    const written = parameter.parameterName;
    const name = names.find((candidate) => candidate.startsWith(written.toLowerCase()));
    if (name === "runasadministrator") {
      if (argument === undefined) into.set(name, []);
      else this.report("ParameterCannotHaveArgument", parameter.errorPosition, written);
      return;
    }
    if (argument === undefined) {
      this.report("ParameterRequiresArgument", parameter.errorPosition, written);
      return;
    }
    if (name === undefined) {
      this.report("ScriptRequiresInvalidFormat", parameter.errorPosition);
      return;
    }
    const values = argument.kind === "ArrayLiteral" ? argument.elements : [argument];
    const texts = values.map((value) => this.requirementText(value));
    if (name === "version" && !/^\d+(?:\.\d+){0,3}$/.test(texts[0] ?? "")) {
      this.report("RequiresVersionInvalid", argument);
    } else if (name === "psedition" && !/^(?:core|desktop)$/i.test(texts[0] ?? "")) {
      this.report("RequiresPSEditionInvalid", argument);
    } else into.set(name, [...(into.get(name) ?? []), ...texts]);
  }

  private requirementText(value: Expression): string {
    if (value.kind === "StringConstantExpression") return value.value;
    if (value.kind === "ConstantExpression") return numberText(value);
    return this.textOf(value);
  }
}
