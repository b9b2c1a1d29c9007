import { PSArray } from "../collections.js";
import { toItems } from "../enumeration.js";
import { argumentNullError } from "../net-errors.js";
import { Char } from "../numbers.js";
import { method, property } from "../signatures.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");
/** Both kinds of slash part a path. */
const lastSlash = (p: string): number =>
  Math.max(p.lastIndexOf("\\"), p.lastIndexOf("/"), p.length === 2 || /^[A-Za-z]:[^\\/]/.test(p) ? p.indexOf(":") : -1);
const isRooted = (p: string): boolean => /^([\\/]|[A-Za-z]:)/.test(p);
const fileName = (p: string): string => p.slice(lastSlash(p) + 1);
const extension = (p: string): string => {
  const name = fileName(p);
  const dot = name.lastIndexOf(".");
  return dot < 0 || dot === name.length - 1 ? "" : name.slice(dot);
};

function combine(context: ValueContext, parts: readonly Value[]): string {
  let path = "";
  for (const part of parts) {
    if (part === null) throw argumentNullError(context, "path");
    const p = text(part);
    if (p === "") continue;
    path = path === "" || isRooted(p) ? p : /[\\/:]$/.test(path) ? path + p : `${path}\\${p}`;
  }
  return path;
}

function directory(p: string): string | null {
  if (p === "" || /^([A-Za-z]:)?[\\/]?$/.test(p)) return null;
  const at = lastSlash(p);
  if (at < 0) return "";
  const head = p.slice(0, at);
  return /^[A-Za-z]:$/.test(head) || head === "" ? p.slice(0, at + 1) : head.replace(/\//g, "\\");
}

/** Resolves `.` and `..`; a relative path stands below `C:\`. */
function fullPath(p: string): string {
  const rooted = /^[A-Za-z]:/.test(p) ? p : isRooted(p) ? `C:${p}` : `C:\\${p}`;
  const [drive = "C:", ...rest] = rooted.split(/[\\/]+/);
  const out: string[] = [];
  for (const part of rest) {
    if (part === "..") out.pop();
    else if (part !== ".") out.push(part);
  }
  return `${drive}\\${out.join("\\")}`;
}

const nullable =
  (f: (p: string) => Value) =>
  (_: ValueContext, __: Value, [p]: readonly Value[]) =>
    p === null || p === undefined ? null : f(text(p));

defineType({
  fullName: "System.IO.Path",
  staticMembers: () => [
    property("char DirectorySeparatorChar", () => new Char(92)),
    property("char AltDirectorySeparatorChar", () => new Char(47)),
    property("char PathSeparator", () => new Char(59)),
    property("char VolumeSeparatorChar", () => new Char(58)),
    method([
      "static string ChangeExtension(string path, string extension)",
      (_, __, [p, e]) => {
        const path = text(p);
        const bare = path.slice(
          0,
          path.length - (fileName(path).includes(".") ? fileName(path).length - fileName(path).lastIndexOf(".") : 0),
        );
        if (e === null) return bare;
        return bare + (text(e).startsWith(".") || text(e) === "" ? "" : ".") + text(e);
      },
    ]),
    method(
      ["static string Combine(string path1, string path2)", (c, _, args) => combine(c, args)],
      ["static string Combine(string path1, string path2, string path3)", (c, _, args) => combine(c, args)],
      ["static string Combine(params string[] paths)", (c, _, [p]) => combine(c, toItems(p ?? null))],
    ),
    method(["static string GetDirectoryName(string path)", nullable(directory)]),
    method(["static string GetExtension(string path)", nullable(extension)]),
    method(["static string GetFileName(string path)", nullable(fileName)]),
    method([
      "static string GetFileNameWithoutExtension(string path)",
      nullable((p) => {
        const name = fileName(p);
        const dot = name.lastIndexOf(".");
        return dot < 0 ? name : name.slice(0, dot);
      }),
    ]),
    method(["static string GetFullPath(string path)", (_, __, [p]) => fullPath(text(p))]),
    method([
      "static string GetPathRoot(string path)",
      nullable((p) => /^([A-Za-z]:[\\/]?|[\\/]{2}[^\\/]+[\\/][^\\/]+|[\\/])/.exec(p)?.[0] ?? ""),
    ]),
    method(["static string GetTempPath()", () => "C:\\Windows\\Temp\\"]),
    method([
      "static string GetRandomFileName()",
      (c) => {
        const g = c.newGuid().replace(/-/g, "");
        return `${g.slice(0, 8)}.${g.slice(8, 11)}`;
      },
    ]),
    method(["static bool HasExtension(string path)", (_, __, [p]) => extension(text(p)) !== ""]),
    method(["static bool IsPathRooted(string path)", (_, __, [p]) => isRooted(text(p))]),
    method([
      "static char[] GetInvalidFileNameChars()",
      () =>
        new PSArray(
          [...'"<>|\0:*?\\/'].map((c) => new Char(c.charCodeAt(0))),
          typeNamed("System.Char"),
        ),
    ]),
  ],
});
