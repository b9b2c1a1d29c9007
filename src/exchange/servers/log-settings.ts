import { ticksPerDay } from "../../values/date-time.js";
import type { Value } from "../../values/value.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { bool, type PropertyOptions, path, quota, size, span } from "../properties/property.js";
import { bytesOf } from "../properties/scalar-kinds.js";

/** Settings that the logs of a server have in common: how old, how large, where. */
export interface LogOptions extends Pick<PropertyOptions, "since" | "until"> {
  /** Has a switch `…Enabled`; its default. */
  readonly enabled?: boolean;
  readonly days?: number;
  readonly directorySize?: string;
  readonly fileSize?: string;
  /** Sizes that aren't ever unlimited are sizes, the others quotas. */
  readonly directoryIsSize?: boolean;
  readonly fileIsQuota?: boolean;
  /** Below the folder in which Exchange is installed; left out: no path is set. */
  readonly folder?: string;
  /** What stands before the names in the directory, where two services of a server have a log of the name. */
  readonly prefix?: string;
  /** The name of the path's property, behind the log's name. */
  readonly pathName?: string;
}

/** A folder below the one in which Exchange is installed: the databases lie in `Mailbox` there. */
export const installed =
  (folder: string) =>
  (source: Source): Value => {
    const dataPath = stored(source, "DataPath");
    return `${(typeof dataPath === "string" ? dataPath : "").replace(/\\Mailbox$/i, "")}\\${folder}`;
  };

/** The properties of a log: `XEnabled`, `XMaxAge`, `XMaxDirectorySize`, `XMaxFileSize`, `XPath`. */
export function log(name: string, options: LogOptions): readonly ExchangeProperty[] {
  const { since, until, folder, pathName = "Path", prefix = "" } = options;
  const marks = (part: string): PropertyOptions => ({
    attribute: `${prefix}${name}${part}`,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  });
  const directory = options.directoryIsSize === true ? size : quota;
  const file = options.fileIsQuota === true ? quota : size;
  const { days = 30, directorySize = "250MB", fileSize = "10MB" } = options;
  return [
    ...(options.enabled === undefined
      ? []
      : [bool(`${name}Enabled`, { default: options.enabled, ...marks("Enabled") })]),
    span(`${name}MaxAge`, { default: BigInt(days) * ticksPerDay, ...marks("MaxAge") }),
    directory(`${name}MaxDirectorySize`, { default: bytesOf(directorySize), ...marks("MaxDirectorySize") }),
    ...(fileSize === "" ? [] : [file(`${name}MaxFileSize`, { default: bytesOf(fileSize), ...marks("MaxFileSize") })]),
    path(`${name}${pathName}`, { ...(folder === undefined ? {} : { absent: installed(folder) }), ...marks(pathName) }),
  ];
}

/** Logs that a server has whatever its role, so that several nouns show them. */
export const sharedLogs = {
  irm: { enabled: true, folder: "Logging\\IRMLogs" },
  messageTracking: { enabled: true, directorySize: "1000MB", folder: "TransportRoles\\Logs\\MessageTracking" },
} as const satisfies Record<string, LogOptions>;
