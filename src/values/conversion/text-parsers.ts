import { parseDateTime, parseDateTimeOffset } from "../date-parsing.js";
import { DateTime, maxDateTicks, TimeSpan } from "../date-time.js";
import { netError, outOfRangeError } from "../net-errors.js";
import { regexFor } from "../regex/regex.js";
import { parseSemanticVersion } from "../semantic-version.js";
import { parseGuid, parseIPAddress, parseMailAddress, parseUri, parseVersion } from "../simple-value-parsing.js";
import { Guid, IPAddress } from "../simple-values.js";
import { parseTimeSpan } from "../time-span-parsing.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** How text (and the text of a number) becomes a value of a type. */
export interface TextParser {
  /** Throws .NET's exception. */
  readonly parse: (context: ValueContext, text: string) => Value;
  /** The cast's id when it fails. */
  readonly errorId: string;
  /** From an integer, where a constructor takes one. */
  readonly fromLong?: (context: ValueContext, value: bigint) => Value;
}

const withProvider = "InvalidCastParseTargetInvocationWithFormatProvider";
const plain = "InvalidCastParseTargetInvocation";
const byConstructor = "InvalidCastConstructorException";

export const textParsers: ReadonlyMap<string, TextParser> = new Map<string, TextParser>([
  [
    "System.DateTime",
    {
      parse: (context, text) => parseDateTime(context, text),
      errorId: withProvider,
      fromLong: (context, ticks) => {
        if (ticks < 0n || ticks > maxDateTicks) {
          const message = "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.";
          throw outOfRangeError(context, message, "ticks");
        }
        return new DateTime(ticks);
      },
    },
  ],
  ["System.DateTimeOffset", { parse: (context, text) => parseDateTimeOffset(context, text), errorId: withProvider }],
  [
    "System.TimeSpan",
    {
      parse: (context, text) => parseTimeSpan(context, text),
      errorId: withProvider,
      fromLong: (_context, ticks) => new TimeSpan(ticks),
    },
  ],
  ["System.Guid", { parse: (context, text) => new Guid(parseGuid(context, text)), errorId: withProvider }],
  [
    "System.Management.Automation.SemanticVersion",
    { parse: (_context, text) => parseSemanticVersion(text), errorId: plain },
  ],
  ["System.Version", { parse: (context, text) => parseVersion(context, text), errorId: plain }],
  [
    "System.Net.IPAddress",
    {
      parse: (_context, text) => {
        const address = parseIPAddress(text);
        if (address === null) throw netError("System.FormatException", "An invalid IP address was specified.");
        return address;
      },
      errorId: plain,
      fromLong: (context, n) => ipFromLong(context, n),
    },
  ],
  ["System.Uri", { parse: (context, text) => parseUri(context, text, "RelativeOrAbsolute"), errorId: byConstructor }],
  [
    "System.Net.Mail.MailAddress",
    { parse: (context, text) => parseMailAddress(context, text), errorId: byConstructor },
  ],
  [
    "System.Text.RegularExpressions.Regex",
    { parse: (context, text) => regexFor(context, text, 0), errorId: "InvalidCastFromStringToRegex" },
  ],
]);

function ipFromLong(context: ValueContext, n: bigint): Value {
  if (n < 0n || n > 0xffffffffn) {
    const shown = BigInt.asUintN(64, n).toString();
    const message = `newAddress ('${shown}') must be less than or equal to '4294967295'.`;
    throw outOfRangeError(
      context,
      context.facts.exceptionTexts === "core" ? message : "Specified argument was out of the range of valid values.",
      "newAddress",
      context.facts.exceptionTexts === "core" ? shown : undefined,
    );
  }
  const v = Number(n);
  return new IPAddress([v % 256, Math.floor(v / 256) % 256, Math.floor(v / 65536) % 256, Math.floor(v / 16777216)]);
}
