import { isRecord, type PropertyValue } from "../../topology/index.js";
import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { formatError, fromText } from "./text-conversion.js";

const serverVersionName = "Microsoft.Exchange.Data.ServerVersion";
const objectVersionName = "Microsoft.Exchange.Data.ExchangeObjectVersion";

/** A server's version: `Version 14.3 (Build 123.4)`. */
export class ServerVersion extends ValueObject {
  constructor(
    readonly major: number,
    readonly minor: number,
    readonly build: number,
    readonly revision: number,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(serverVersionName);
  }
  equalityKey(): string {
    return [this.major, this.minor, this.build, this.revision].join(".");
  }
  /** Parts have five digits at most. */
  override comparisonKey(): bigint {
    const parts = [this.major, this.minor, this.build, this.revision];
    return parts.reduce((key, part) => key * 100_000n + BigInt(part), 0n);
  }
  toNetText(): string {
    return `Version ${this.major}.${this.minor} (Build ${this.build}.${this.revision})`;
  }
}
heapClass("ServerVersion", ServerVersion);

/** A server's version as the directory keeps it, a record `serverVersion`; null for anything else. */
export function serverVersionFrom(value: PropertyValue): ServerVersion | null {
  if (!isRecord(value)) return null;
  const part = (name: string): number => {
    const number = value[name];
    return typeof number === "number" ? number : 0;
  };
  return new ServerVersion(part("major"), part("minor"), part("build"), part("revision"));
}

/** The version of an object's format in the directory: `0.10 (14.0.100.0)`. */
export class ExchangeObjectVersion extends ValueObject {
  constructor(
    readonly major: number,
    readonly minor: number,
    /** Four parts: the build that introduced the format. */
    readonly build: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(objectVersionName);
  }
  equalityKey(): string {
    return this.toNetText();
  }
  toNetText(): string {
    return `${this.major}.${this.minor} (${this.build})`;
  }
}
heapClass("ExchangeObjectVersion", ExchangeObjectVersion);

/** `Version 14.3 (Build 123.4)`, or four numbers with dots between. */
function parseServerVersion(text: string): ServerVersion {
  const parts =
    /^Version (\d{1,5})\.(\d{1,5}) \(Build (\d{1,5})\.(\d{1,5})\)$/i.exec(text) ??
    /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/.exec(text);
  if (parts === null) throw formatError(`"${text}" isn't the version of a server, such as Version 14.3 (Build 123.4).`);
  const [major = 0, minor = 0, build = 0, revision = 0] = parts.slice(1).map(Number);
  return new ServerVersion(major, minor, build, revision);
}

/** The first part that differs decides. */
function compareVersions(left: ServerVersion, right: Value | undefined): number {
  if (!(right instanceof ServerVersion)) return 1;
  const numbers = ({ major, minor, build, revision }: ServerVersion) => [major, minor, build, revision];
  const others = numbers(right);
  const [difference = 0] = numbers(left)
    .map((part, index) => part - (others[index] ?? 0))
    .filter((each) => each !== 0);
  return Math.sign(difference);
}

defineType({
  fullName: serverVersionName,
  interfaces: ["System.IComparable"],
  convertFrom: fromText(() => serverVersionName, parseServerVersion),
  staticMembers: () => [
    method([
      `static ${serverVersionName} Parse(string versionString)`,
      (_context, _self, [text]) => parseServerVersion(String(text)),
    ]),
  ],
  members: () => [
    property<ServerVersion>("int Major", (self) => self.major),
    property<ServerVersion>("int Minor", (self) => self.minor),
    property<ServerVersion>("int Build", (self) => self.build),
    property<ServerVersion>("int Revision", (self) => self.revision),
    property<ServerVersion>("string FilePatchLevelDescription", () => null),
    method<ServerVersion>([
      "int CompareTo(System.Object other)",
      (_context, self, [other]) => compareVersions(self, other),
    ]),
    method<ServerVersion>(["string ToString()", (_context, self) => self.toNetText()]),
  ],
});

defineType({
  fullName: objectVersionName,
  members: () => [
    property<ExchangeObjectVersion>(
      `${objectVersionName} NextMajorVersion`,
      ({ major }) => new ExchangeObjectVersion(major + 1, 0, "0.0.0.0"),
    ),
    property<ExchangeObjectVersion>(
      `${objectVersionName} NextMinorVersion`,
      ({ major, minor }) => new ExchangeObjectVersion(major, minor + 1, "0.0.0.0"),
    ),
    property<ExchangeObjectVersion>("byte Major", (self) => self.major),
    property<ExchangeObjectVersion>("byte Minor", (self) => self.minor),
    property<ExchangeObjectVersion>("string ExchangeBuild", (self) => self.build),
    method<ExchangeObjectVersion>(["string ToString()", (_context, self) => self.toNetText()]),
  ],
});
