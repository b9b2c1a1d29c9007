import type { ParameterDeclarations } from "../../binding/declaration.js";
import { defaultFormat, type Expansion, type FormatCommand } from "../../formatting/format/format-command.js";
import { formatError } from "../../formatting/format/format-errors.js";
import { ObjectFormatter } from "../../formatting/format/object-formatter.js";
import { groupByParameter, propertyParameters } from "../../formatting/format/property-parameter.js";
import { formattingOf } from "../../formatting/formatting.js";
import type { FormatPacket } from "../../formatting/packets.js";
import type { ViewShape } from "../../formatting/views/view.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { AutomationNull } from "../../values/objects.js";
import type { Value } from "../../values/value.js";

/** The parameters that all Format-* cmdlets have. */
export const commonFormatParameters = {
  GroupBy: { type: "object" },
  View: { type: "string" },
  ShowError: { type: "switch" },
  DisplayError: { type: "switch" },
  Force: { type: "switch" },
  Expand: {
    type: "string",
    validate: [{ kind: "ValidateSet", values: ["CoreOnly", "EnumOnly", "Both"], ignoreCase: true, errorMessage: null }],
  },
  InputObject: { type: "psobject", pipeline: "value" },
} as const satisfies ParameterDeclarations;

/** Their values as a body reads them. */
export interface CommonFormatValues {
  readonly GroupBy: Value | undefined;
  readonly View: string | undefined;
  readonly ShowError: boolean;
  readonly DisplayError: boolean;
  readonly Force: boolean;
  readonly Expand: string | undefined;
  readonly InputObject: Value | undefined;
}

const expansions: Readonly<Record<string, Expansion>> = {
  coreonly: "CoreOnly",
  enumonly: "EnumOnly",
  both: "Both",
};

/**
 * The body of a Format-* cmdlet. Its packets go down the pipeline; out of a terminating error nothing is closed, so that
 * what was held never shows.
 * @param own what this cmdlet asks for besides the common parameters
 */
export function formatBody(
  cmdlet: CmdletRuntime,
  bound: CommonFormatValues & { readonly Property: Value | undefined },
  shape: ViewShape,
  own: () => Partial<FormatCommand>,
): CmdletBody {
  let formatter: ObjectFormatter | null = null;
  return {
    begin() {
      const command: FormatCommand = {
        ...defaultFormat,
        shape,
        properties: propertyParameters(bound.Property, shape),
        groupBy: groupByParameter(bound.GroupBy),
        viewName: bound.View ?? null,
        showError: bound.ShowError,
        displayError: bound.DisplayError,
        force: bound.Force,
        expand: expansions[bound.Expand?.toLowerCase() ?? "enumonly"] ?? "EnumOnly",
        ...own(),
      };
      if (command.viewName !== null && command.properties.length > 0) {
        throw exclusive("View", "Property", "FormatCannotSpecifyViewAndProperty");
      }
      const emit = (packet: FormatPacket): void => cmdlet.writeObject(packet);
      formatter = new ObjectFormatter(cmdlet.context, formattingOf(cmdlet.context), command, emit);
    },
    process() {
      const { InputObject: input } = bound;
      if (input !== undefined && input !== AutomationNull) formatter?.write(input);
    },
    end() {
      formatter?.end();
    },
  };
}

/** Two parameters that contradict each other. */
export function exclusive(first: string, second: string, id: string) {
  const message = `Cmdlet parameters ${first} and ${second} are mutually exclusive.`;
  return formatError(id, "InvalidArgument", "System.IO.InvalidDataException", message);
}
