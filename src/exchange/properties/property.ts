import type { PropertyValue } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { stored } from "../noun/read.js";
import { localPathOf, localPathTypes } from "../parameters/local-path.js";
import type { EnumerationType } from "../types/enumeration.js";
import type { Column, Kind } from "./kind.js";
import { type LinkOptions, linkKind } from "./link-kind.js";
import { listKind } from "./list-kind.js";
import * as kinds from "./scalar-kinds.js";

/**
 * The rows of a noun's table: each makes one property, with its name, kind and default. What is declared here is kept in
 * the directory, shown by Get, and set by the parameters of New and Set that have the same name.
 */

export interface PropertyOptions extends Pick<ExchangeProperty, "since" | "until" | "certainty"> {
  /** What a new object has, as the directory keeps it; left out: not set. */
  readonly default?: PropertyValue;
  /** The name in the directory, where two nouns show the same value under different names. */
  readonly attribute?: string;
  /** The parameter that sets it, where that has another name; `null`: no parameter ever does. */
  readonly parameter?: string | null;
  /** .NET type as Get-Member shows it, where it isn't the kind's. */
  readonly type?: string;
  /** Refuses a value by throwing. */
  readonly check?: Column["check"];
  /** What is shown where nothing is set: computed from other properties. */
  readonly absent?: ExchangeProperty["read"];
}

/** A property of a kind. */
export function property(name: string, kind: Kind, options: PropertyOptions = {}): ExchangeProperty {
  const { attribute = name, parameter = name, absent, check, since, until, certainty } = options;
  return {
    name,
    type: options.type ?? kind.typeName,
    read: (source, context) => {
      const isAbsent = absent !== undefined && !Object.hasOwn(source.object.properties, attribute);
      return isAbsent ? absent(source, context) : kind.show(stored(source, attribute), source, context);
    },
    column: {
      attribute,
      kind,
      default: options.default ?? null,
      parameter,
      ...(check === undefined ? {} : { check }),
    },
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(certainty === undefined ? {} : { certainty }),
  };
}

const ofKind =
  (kind: Kind) =>
  (name: string, options?: PropertyOptions): ExchangeProperty =>
    property(name, kind, options);

export const text = ofKind(kinds.textKind);
export const bool = ofKind(kinds.boolKind);
export const int = ofKind(kinds.intKind);
export const uint = ofKind(kinds.uintKind);
export const long = ofKind(kinds.longKind);
/** A size in bytes; default: `bytesOf("25MB")`. */
export const size = ofKind(kinds.sizeKind);
/** A size or `unlimited`. */
export const quota = ofKind(kinds.quotaKind);
/** A number or `unlimited`. */
export const count = ofKind(kinds.countKind);
/** A span of time; default in ticks. */
export const span = ofKind(kinds.spanKind);
/** A span of time or `unlimited`; default in ticks. */
export const spanLimit = ofKind(kinds.spanLimitKind);
export const time = ofKind(kinds.timeKind);
export const uri = ofKind(kinds.uriKind);
export const ipAddress = ofKind(kinds.ipAddressKind);
export const guid = ofKind(kinds.guidKind);
export const smtpAddress = ofKind(kinds.smtpAddressKind);
export const proxyAddress = ofKind(kinds.proxyAddressKind);
export const smtpDomain = ofKind(kinds.smtpDomainKind);
export const schedule = ofKind(kinds.scheduleKind);
export const texts = ofKind(listKind(kinds.textKind));

/** A path on the server's own disk; the type says what more is asked of it. */
export function path(
  name: string,
  { type = localPathTypes.any, absent, ...options }: PropertyOptions = {},
): ExchangeProperty {
  const shown: PropertyOptions["absent"] = (source, context) => {
    const value = absent?.(source, context) ?? null;
    return typeof value === "string" ? localPathOf(type, value) : value;
  };
  return property(name, kinds.pathKind(type), { ...options, ...(absent === undefined ? {} : { absent: shown }) });
}

export function choice(name: string, type: EnumerationType, options?: PropertyOptions): ExchangeProperty {
  return property(name, kinds.choiceKind(type), options);
}

export function link(
  name: string,
  className: string | readonly string[],
  options: PropertyOptions & LinkOptions = {},
): ExchangeProperty {
  return property(name, linkKind(className, options), options);
}

export function links(
  name: string,
  className: string | readonly string[],
  options: PropertyOptions & LinkOptions = {},
): ExchangeProperty {
  return property(name, listKind(linkKind(className, options)), options);
}

export function list(name: string, element: Kind, options?: PropertyOptions): ExchangeProperty {
  return property(name, listKind(element), options);
}

/** Several properties that differ by name only. */
export function each(
  make: (name: string, options?: PropertyOptions) => ExchangeProperty,
  names: readonly string[],
  options?: PropertyOptions,
): readonly ExchangeProperty[] {
  return names.map((name) => make(name, options));
}

type Marks = Pick<ExchangeProperty, "since" | "until" | "certainty">;

/** A property that is computed and that nothing sets. */
export function computed(
  name: string,
  type: string,
  read: ExchangeProperty["read"],
  marks: Marks = {},
): ExchangeProperty {
  return { name, type, read, ...marks };
}

/** A property whose value never differs here. */
export function fixed(name: string, type: string, value: () => Value, marks: Marks = {}): ExchangeProperty {
  return { name, type, read: value, ...marks };
}
