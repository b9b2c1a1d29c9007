import type { PropertyValue } from "../../topology/index.js";
import { DateTime, TimeSpan } from "../../values/date-time.js";
import { EnumValue, SmallInteger, UInt64 } from "../../values/numbers.js";
import { integerOf, isNumber } from "../../values/numeric.js";
import { SwitchParameter } from "../../values/objects.js";
import { parseIPAddress, parseUri } from "../../values/simple-value-parsing.js";
import { Guid } from "../../values/simple-values.js";
import { displayText, toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { localPathOf } from "../parameters/local-path.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName, parseByteQuantifiedSize } from "../types/byte-quantified-size.js";
import { EnhancedTimeSpan, enhancedTimeSpanName } from "../types/enhanced-time-span.js";
import type { EnumerationType } from "../types/enumeration.js";
import { ProxyAddress, proxyAddressName, SmtpAddress, smtpAddressName } from "../types/proxy-address.js";
import { schedule, scheduleIntervals, scheduleTypeName } from "../types/schedule.js";
import { SmtpDomain, smtpDomainTypes } from "../types/smtp-domain.js";
import { Unlimited, unlimitedType, unlimitedWord } from "../types/unlimited.js";
import type { Kind, Setting } from "./kind.js";

/** How the directory says "without limit". */
export const unlimited: PropertyValue = Object.freeze({ kind: "unlimited" });

/** The kind for values that may be missing: `$null` clears it. */
export function nullable(kind: Kind): Kind {
  const parameterType = kind.parameterType ?? kind.typeName;
  return {
    ...kind,
    name: `nullable ${kind.name}`,
    typeName: `System.Nullable[${kind.typeName}]`,
    parameterType: `System.Nullable[${parameterType}]`,
  };
}

const textOf = (given: Value, { task }: Setting): string | null => {
  const text = given === null ? null : toText(task.cmdlet.context, given);
  return text === "" ? null : text;
};

/**
 * Kinds that are text in the directory, and something else for whoever reads them.
 * @param name for tests and tables
 * @param parameterType what the binder makes of the parameter's value; its text is what is kept
 */
export function textual(name: string, typeName: string, show: Kind["show"], parameterType?: string): Kind {
  return {
    name,
    typeName,
    ...(parameterType === undefined ? {} : { parameterType }),
    holds: "string",
    show: (stored, source, context) => (typeof stored === "string" ? show(stored, source, context) : null),
    take: textOf,
  };
}

/** Text; what is not set reads as the empty text. */
export const textKind: Kind = {
  name: "text",
  typeName: "string",
  holds: "string",
  show: (stored) => (typeof stored === "string" ? stored : ""),
  take: textOf,
};

export const boolKind: Kind = {
  name: "bool",
  typeName: "bool",
  holds: "boolean",
  show: (stored) => (typeof stored === "boolean" ? stored : null),
  take: (given) =>
    given === null ? null : given === true || (given instanceof SwitchParameter && given.isPresent === true),
};

const integerFrom = (given: Value): bigint | null => (isNumber(given) ? integerOf(given) : null);

export const intKind: Kind = {
  name: "int",
  typeName: "int",
  holds: "number",
  show: (stored) => (typeof stored === "number" ? stored : null),
  take: (given) => {
    const number = integerFrom(given);
    return number === null ? null : Number(number);
  },
};

export const uintKind: Kind = {
  ...intKind,
  name: "uint",
  typeName: "uint32",
  show: (stored) => (typeof stored === "number" ? new SmallInteger("UInt32", stored) : null),
};

export const longKind: Kind = {
  name: "long",
  typeName: "long",
  holds: "bigint",
  show: (stored) => (typeof stored === "bigint" ? stored : null),
  take: integerFrom,
};

/** A size in bytes. */
export const sizeKind: Kind = {
  name: "size",
  typeName: byteQuantifiedSizeName,
  holds: "bigint",
  show: (stored) => (typeof stored === "bigint" ? new ByteQuantifiedSize(stored) : null),
  take: (given) => (given instanceof ByteQuantifiedSize ? given.bytes : null),
};

/** A limit: an amount, or `unlimited`. */
function limit(name: string, element: string, amount: (stored: number | bigint) => Value): Kind {
  const typeName = `Microsoft.Exchange.Data.Unlimited[${element}]`;
  return {
    name,
    typeName,
    parameterType: typeName,
    holds: [name === "quota" ? "bigint" : "number", "record"],
    show: (stored, { release }) => {
      if (stored === null) return null;
      const value = typeof stored === "bigint" || typeof stored === "number" ? amount(stored) : null;
      return new Unlimited(unlimitedType(element), value, unlimitedWord(release));
    },
    take: (given) => {
      if (!(given instanceof Unlimited)) return null;
      if (given.value instanceof ByteQuantifiedSize) return given.value.bytes;
      const number = integerFrom(given.value);
      return number === null ? unlimited : Number(number);
    },
  };
}

/** A size, or `unlimited`. */
export const quotaKind = limit("quota", byteQuantifiedSizeName, (stored) => new ByteQuantifiedSize(BigInt(stored)));
/** A number, or `unlimited`. */
export const countKind = limit("count", "System.Int32", Number);
/** A number without sign, or `unlimited`. */
export const unsignedCountKind = limit("unsigned count", "System.UInt32", (stored) => new UInt64(BigInt(stored)));

/** A span of time, or `unlimited`. */
export const spanLimitKind: Kind = {
  ...limit("span limit", enhancedTimeSpanName, (stored) => new EnhancedTimeSpan(BigInt(stored))),
  holds: ["bigint", "record"],
  take: (given) => {
    if (!(given instanceof Unlimited)) return null;
    return given.value instanceof TimeSpan ? given.value.ticks : unlimited;
  },
};

/** A span of time, kept in ticks. */
export const spanKind: Kind = {
  name: "span",
  typeName: enhancedTimeSpanName,
  holds: "bigint",
  show: (stored) => (typeof stored === "bigint" ? new EnhancedTimeSpan(stored) : null),
  take: (given) => (given instanceof TimeSpan ? given.ticks : null),
};

/** A point in time, kept in ticks of UTC and shown in local time. */
export const timeKind: Kind = {
  name: "time",
  typeName: "System.Nullable[datetime]",
  parameterType: "System.Nullable[datetime]",
  holds: "bigint",
  show: (stored) => (typeof stored === "bigint" ? new DateTime(stored, "Local") : null),
  take: (given) => (given instanceof DateTime ? given.ticks : null),
};

export const uriKind = textual("uri", "uri", (stored, _source, context) =>
  parseUri(context, String(stored), "RelativeOrAbsolute"),
);
export const ipAddressKind = textual("ip address", "ipaddress", (stored) => parseIPAddress(String(stored)));
export const guidKind = textual("guid", "guid", (stored) => new Guid(String(stored)));
export const pathKind = (typeName: string) =>
  textual("path", typeName, (stored) => localPathOf(typeName, String(stored)));
export const smtpAddressKind = textual("smtp address", smtpAddressName, (stored) => new SmtpAddress(String(stored)));
/** `smtp:x@contoso.com`; an address without a prefix is one of SMTP. */
export const proxyAddressKind: Kind = {
  ...textual("proxy address", proxyAddressName, (stored) => new ProxyAddress(String(stored)), proxyAddressName),
  take: (given, setting) => {
    const text = textOf(given, setting);
    return text === null || text.includes(":") ? text : `smtp:${text}`;
  },
};
/** `contoso.com`. */
export const plainDomainKind = textual(
  "smtp domain",
  smtpDomainTypes.plain,
  (stored) => new SmtpDomain(smtpDomainTypes.plain, String(stored)),
);
/** `contoso.com`, `*.contoso.com`, `*`. */
export const smtpDomainKind = textual(
  "smtp domain",
  smtpDomainTypes.withSubdomains,
  (stored) => new SmtpDomain(smtpDomainTypes.withSubdomains, String(stored)),
  smtpDomainTypes.withSubdomains,
);

export const scheduleKind: Kind = {
  name: "schedule",
  typeName: scheduleTypeName,
  holds: "string",
  many: true,
  show: (stored) => schedule(Array.isArray(stored) ? stored.map(String) : []),
  take: (given) => scheduleIntervals(given),
};

/** A member of an enumeration, kept by its name; of flags, by their names with commas. */
export function choiceKind(type: EnumerationType): Kind {
  return {
    name: `choice of ${type.fullName}`,
    typeName: type.fullName,
    parameterType: type.fullName,
    members: type.members,
    holds: "string",
    show: (stored) => (typeof stored === "string" ? type(stored) : null),
    take: (given, { task }) => (given instanceof EnumValue ? displayText(task.cmdlet.context, given) : null),
  };
}

/** The size that a text in a table means: `25MB`. */
export function bytesOf(text: string): bigint {
  const size = parseByteQuantifiedSize(text);
  if (size === null) throw new Error(`"${text}" is no size.`);
  return size.bytes;
}
