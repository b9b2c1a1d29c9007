import { ValueObject } from "./dictionary.js";
import type { DotNetType } from "./dotnet-type.js";
import { heapClass } from "./heap/heap-class.js";
import { netError } from "./net-errors.js";
import { typeNamed } from "./types.js";

const shape = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?$/;
const greatest = 2_147_483_647;

/** System.Management.Automation.SemanticVersion: `1.2.3-beta.1+build5`. */
export class SemanticVersion extends ValueObject {
  constructor(
    readonly major: number,
    readonly minor = 0,
    readonly patch = 0,
    readonly preReleaseLabel: string | null = null,
    readonly buildLabel: string | null = null,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.SemanticVersion");
  }
  get text(): string {
    const label = this.preReleaseLabel === null ? "" : `-${this.preReleaseLabel}`;
    const build = this.buildLabel === null ? "" : `+${this.buildLabel}`;
    return `${this.major}.${this.minor}.${this.patch}${label}${build}`;
  }
  /** The build is no part of what is compared. */
  equalityKey(): string {
    return `${this.major}.${this.minor}.${this.patch}-${this.preReleaseLabel ?? ""}`;
  }
  /** Text whose order is that of the versions: a release is newer than what came before it. */
  override comparisonKey(): string {
    const numbers = [this.major, this.minor, this.patch].map((n) => `${n}`.padStart(10, "0"));
    const label =
      this.preReleaseLabel === null
        ? "~"
        : this.preReleaseLabel
            .split(".")
            .map((part) => (/^\d+$/.test(part) ? `0${part.padStart(20, "0")}` : `1${part}`))
            .join("\u0001");
    return [...numbers, label].join(".");
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("SemanticVersion", SemanticVersion);

/** SemanticVersion.Parse: one to three numbers, a label and a build. Throws FormatException. */
export function parseSemanticVersion(text: string): SemanticVersion {
  // The engine's own words for the empty text.
  if (text === "") throw netError("System.FormatException", "version");
  const found = shape.exec(text);
  const numbers = (found ?? []).slice(1, 4).map((n) => Number(n ?? 0));
  if (found === null || numbers.some((n) => n > greatest))
    throw netError("System.FormatException", "The input string '' was not in a correct format.");
  return new SemanticVersion(numbers[0] ?? 0, numbers[1], numbers[2], found[4] ?? null, found[5] ?? null);
}
