import { ValueObject } from "./dictionary.js";
import type { DotNetType } from "./dotnet-type.js";
import { heapClass } from "./heap/heap-class.js";
import { typeNamed } from "./types.js";

/** System.Guid: 32 hexadecimal digits in the D form, lower case. */
export class Guid extends ValueObject {
  constructor(readonly text: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Guid");
  }
  equalityKey(): string {
    return this.text;
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("Guid", Guid);

/** System.Version; -1 for a part that was not given. */
export class Version extends ValueObject {
  constructor(
    readonly major: number,
    readonly minor: number,
    readonly build = -1,
    readonly revision = -1,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Version");
  }
  get parts(): readonly number[] {
    return [this.major, this.minor, this.build, this.revision];
  }
  get text(): string {
    const { major, minor, build, revision } = this;
    if (build < 0) return `${major}.${minor}`;
    return revision < 0 ? `${major}.${minor}.${build}` : `${major}.${minor}.${build}.${revision}`;
  }
  equalityKey(): string {
    return this.parts.join(".");
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("Version", Version);

/** System.Net.IPAddress: 4 or 16 bytes. */
export class IPAddress extends ValueObject {
  constructor(
    readonly bytes: readonly number[],
    readonly scopeId = 0,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Net.IPAddress");
  }
  get isIPv6(): boolean {
    return this.bytes.length === 16;
  }
  get text(): string {
    return this.isIPv6 ? ipv6Text(this.bytes, this.scopeId) : this.bytes.join(".");
  }
  equalityKey(): string {
    return `${this.bytes.join(".")}%${this.scopeId}`;
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("IPAddress", IPAddress);

/** System.Uri, as given and taken apart. */
export class Uri extends ValueObject {
  constructor(
    readonly originalString: string,
    /** `null`: a relative one. */
    readonly absolute: UriParts | null,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Uri");
  }
  get text(): string {
    return this.absolute?.displayText ?? this.originalString;
  }
  equalityKey(): string {
    return this.absolute?.absoluteUri ?? this.originalString;
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("Uri", Uri);
export interface UriParts {
  readonly scheme: string;
  readonly userInfo: string;
  readonly host: string;
  readonly port: number;
  readonly isDefaultPort: boolean;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
  /** Escaped. */
  readonly absoluteUri: string;
  /** What ToString() gives. */
  readonly displayText: string;
  readonly isUnc: boolean;
}

/** System.Net.Mail.MailAddress. */
export class MailAddress extends ValueObject {
  constructor(
    readonly displayName: string,
    readonly user: string,
    readonly host: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Net.Mail.MailAddress");
  }
  get text(): string {
    const address = `${this.user}@${this.host}`;
    return this.displayName === "" ? address : `"${this.displayName}" <${address}>`;
  }
  equalityKey(): string {
    return this.text.toLowerCase();
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("MailAddress", MailAddress);

/** RFC 5952 as .NET writes it: lower case, the longest run of two or more zero groups as `::`. */
function ipv6Text(bytes: readonly number[], scopeId: number): string {
  const groups: number[] = [];
  for (let i = 0; i < 16; i += 2) groups.push(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
  const mapped = groups.slice(0, 5).every((g) => g === 0) && groups[5] === 0xffff;
  const tail = mapped ? [`${bytes.slice(12).join(".")}`] : [];
  const shown = mapped ? groups.slice(0, 6) : groups;
  let best = -1;
  let length = 1;
  for (let i = 0; i < shown.length; i++) {
    let n = 0;
    while (shown[i + n] === 0) n++;
    if (n > length) {
      best = i;
      length = n;
    }
  }
  const hex = (list: readonly number[]) => [...list.map((g) => g.toString(16))];
  const scope = scopeId === 0 ? "" : `%${scopeId}`;
  if (best < 0) return [...hex(shown), ...tail].join(":") + scope;
  const head = hex(shown.slice(0, best)).join(":");
  return `${head}::${[...hex(shown.slice(best + length)), ...tail].join(":")}${scope}`;
}
