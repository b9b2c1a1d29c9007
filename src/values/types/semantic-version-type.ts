import { PowerShellError } from "../errors.js";
import { netError } from "../net-errors.js";
import { PSReference } from "../objects.js";
import { parseSemanticVersion, SemanticVersion } from "../semantic-version.js";
import { method, overload, property } from "../signatures.js";
import { Version } from "../simple-values.js";
import { defineType } from "../types.js";
import type { Value } from "../value.js";

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");

function invalid(argument: string): PowerShellError {
  const what = `the value of argument "${argument}" is not valid. Change the value of the "${argument}" argument`;
  return netError(
    "System.Management.Automation.PSArgumentException",
    `Cannot process argument because ${what} and run the operation again.`,
  );
}

function made([major, minor = 0, patch = 0, label = null, build = null]: readonly Value[]): SemanticVersion {
  const part = (value: Value | undefined, name: string): number => {
    if (typeof value !== "number" || value < 0) throw invalid(name);
    return value;
  };
  const word = (value: Value): string | null => (typeof value === "string" && value !== "" ? value : null);
  return new SemanticVersion(
    part(major, "major"),
    part(minor, "minor"),
    part(patch, "patch"),
    word(label),
    word(build),
  );
}

/** A System.Version without a revision is a semantic one. */
function fromVersion({ major, minor, build, revision }: Version): SemanticVersion {
  if (revision > 0 || (revision === 0 && build < 0)) throw invalid("version");
  return new SemanticVersion(major, minor, Math.max(build, 0));
}

function compare(a: Value | undefined, b: Value | undefined): number {
  if (!(a instanceof SemanticVersion)) return b instanceof SemanticVersion ? -1 : 0;
  if (!(b instanceof SemanticVersion)) return 1;
  const [x, y] = [a.comparisonKey(), b.comparisonKey()];
  return x < y ? -1 : x > y ? 1 : 0;
}

const isEqual = (a: Value, b: Value | undefined): boolean => b instanceof SemanticVersion && compare(a, b) === 0;

const semver = "semver";
defineType({
  fullName: "System.Management.Automation.SemanticVersion",
  interfaces: ["System.IComparable"],
  isCoreOnly: true,
  members: () => [
    property("int Major", (v: SemanticVersion) => v.major),
    property("int Minor", (v: SemanticVersion) => v.minor),
    property("int Patch", (v: SemanticVersion) => v.patch),
    property("string PreReleaseLabel", (v: SemanticVersion) => v.preReleaseLabel),
    property("string BuildLabel", (v: SemanticVersion) => v.buildLabel),
    method<SemanticVersion>(["string ToString()", (_, v) => v.text]),
    method<SemanticVersion>(
      ["int CompareTo(System.Object version)", (_, v, [o]) => compare(v, o)],
      [`int CompareTo(${semver} value)`, (_, v, [o]) => compare(v, o)],
    ),
    method<SemanticVersion>(
      ["bool Equals(System.Object obj)", (_, v, [o]) => isEqual(v, o)],
      [`bool Equals(${semver} other)`, (_, v, [o]) => isEqual(v, o)],
    ),
  ],
  staticMembers: () => [
    method([`static ${semver} Parse(string version)`, (_, __, [s]) => parseSemanticVersion(text(s))]),
    method([
      `static bool TryParse(string version, [ref] ${semver} result)`,
      (_, __, [s, result]) => {
        let found: SemanticVersion | null = null;
        try {
          found = parseSemanticVersion(text(s));
        } catch (error) {
          if (!(error instanceof PowerShellError)) throw error;
        }
        if (result instanceof PSReference) result.set(found);
        return found !== null;
      },
    ]),
    method([`static int Compare(${semver} versionA, ${semver} versionB)`, (_, __, [a, b]) => compare(a, b)]),
  ],
  constructors: () => [
    overload(`${semver} new(string version)`, (_, __, [s]) => parseSemanticVersion(text(s))),
    overload(`${semver} new(int major)`, (_, __, args) => made(args)),
    overload(`${semver} new(int major, int minor)`, (_, __, args) => made(args)),
    overload(`${semver} new(int major, int minor, int patch)`, (_, __, args) => made(args)),
    overload(`${semver} new(int major, int minor, int patch, string label)`, (_, __, args) => made(args)),
    overload(
      `${semver} new(int major, int minor, int patch, string preReleaseLabel, string buildLabel)`,
      (_, __, args) => made(args),
    ),
    overload(`${semver} new(version version)`, (_, __, [v]) => (v instanceof Version ? fromVersion(v) : null)),
  ],
});
