import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { PSArray, type Value } from "../../values/index.js";
import { SmallInteger } from "../../values/numbers.js";
import { baseOf } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { contentPathParameters, contentText, filesToWrite } from "./content.js";
import { fileBytes, fileOfBytes } from "./file-bytes.js";
import { defaultEncoding, encodingNamed, isByteEncoding } from "./file-encoding.js";
import { streamOf, writeStream } from "./file-streams.js";
import type { FileEncoding, FileNode } from "./file-system.js";
import { findNode, providerPath, writeFile } from "./paths.js";
import { withoutCredentials } from "./provider-credentials.js";
import { providerItems, setProviderItem } from "./provider-items.js";

const parameters = {
  Value: {
    type: "object[]",
    position: 1,
    mandatory: true,
    pipeline: "value,name",
    allowNull: true,
    allowEmptyCollection: true,
  },
  PassThru: { type: "switch" },
  ...contentPathParameters,
  NoNewline: { since: 5, type: "switch" },
  AsByteStream: { since: 7, type: "switch" },
} as const;

/** Set-Content and Add-Content: the same but for what becomes of the old text. */
function contentWriter(verb: "Set" | "Add") {
  return defineCmdlet({
    name: `${verb}-Content`,
    typeName: `Microsoft.PowerShell.Commands.${verb}ContentCommand`,
    source: "Microsoft.PowerShell.Management",
    synopsis: verb === "Set" ? "Writes a file anew." : "Appends to a file.",
    defaultParameterSet: "Path",
    supportsShouldProcess: true,
    parameters,
    create: withoutCredentials((bound, cmdlet) => {
      /** Files in work with the pieces of text that they get. */
      const targets = new Map<string, string[]>();
      /** Files that get bytes. */
      const bytes = new Map<string, readonly number[]>();
      /** The same for items of other drives: whole values. */
      const items = new Map<string, Value[]>();
      return {
        process(): void {
          const how = {
            literal: bound.LiteralPath !== undefined,
            errorId: "GetContentWriterDirectoryNotFoundError",
            force: bound.Force,
            filters: bound,
          };
          for (const path of namesOf(cmdlet, bound.LiteralPath ?? bound.Path)) {
            if (writesItem(path)) continue;
            for (const file of filesToWrite(cmdlet, path, how)) {
              let pieces = targets.get(file);
              if (pieces === undefined) {
                if (!cmdlet.shouldProcess(`Path: ${file}`, `${verb} Content`)) continue;
                pieces = [];
                targets.set(file, pieces);
                const old = contentOf(file);
                if (verb === "Add" && old !== undefined) pieces.push(old.text);
              }
              if (isByteEncoding(cmdlet, bound))
                bytes.set(file, [...(bytes.get(file) ?? oldBytes(file)), ...givenBytes()]);
              else pieces.push(contentText(cmdlet, bound.Value ?? null, bound.NoNewline));
            }
          }
          if (bound.PassThru && bound.Value !== undefined) cmdlet.writeObject(bound.Value, true);
        },
        end(): void {
          for (const [name, values] of items) writeItem(name, values);
          const fallback = defaultEncoding(cmdlet.context, "content");
          for (const [file, content] of bytes) {
            const { text, encoding: kept } = fileOfBytes(content);
            write(file, text, kept);
            targets.delete(file);
          }
          for (const [file, pieces] of targets) {
            // What is added to a file is written as the file is.
            const isAdded = verb === "Add" && contentOf(file) !== undefined && bound.Encoding === undefined;
            const encoding = isAdded ? undefined : encodingNamed(cmdlet.context, bound.Encoding, fallback);
            write(file, pieces.join(""), encoding);
          }
        },
      };

      function oldBytes(file: string): readonly number[] {
        const old = contentOf(file);
        return verb === "Add" && old !== undefined ? fileBytes(old) : [];
      }

      /** What -Stream names, or the file itself. */
      function contentOf(file: string): FileNode | undefined {
        const found = findNode(cmdlet, file);
        return found?.node.kind === "file" ? streamOf(found.node, bound.Stream) : undefined;
      }

      /** Writes the stream that -Stream names, of a file that is made when it is not there, or the file. */
      function write(file: string, text: string, encoding: FileEncoding | undefined): void {
        const there = findNode(cmdlet, file)?.node;
        const isStream =
          bound.Stream !== undefined && (there?.kind !== "file" || streamOf(there, bound.Stream) !== there);
        if (!isStream) {
          writeFile(cmdlet, file, text, encoding);
          return;
        }
        if (there === undefined) writeFile(cmdlet, file, "");
        const node = findNode(cmdlet, file)?.node;
        if (node?.kind === "file") writeStream(cmdlet, file, node, bound.Stream ?? "", text, encoding);
      }

      /** The values of -Value, each of which must be a byte. */
      function givenBytes(): readonly number[] {
        return (bound.Value?.items ?? []).flatMap((item) => {
          const byte = baseOf(item);
          if (byte instanceof SmallInteger && byte.type.fullName === "System.Byte") return [byte.value];
          if (typeof byte === "number" && byte >= 0 && byte < 256) return [byte];
          return cmdlet.throwTerminatingError(
            cmdletError({
              id: "ProviderContentWriteError",
              category: "InvalidOperation",
              exception: "ArgumentException",
              message: "Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.",
            }),
          );
        });
      }

      /** A path of the alias, environment, function or variable drive is kept for the end. */
      function writesItem(path: string): boolean {
        const item = providerPath(cmdlet, path);
        if (item === null) return false;
        const values = items.get(path) ?? [];
        for (const value of bound.Value?.items ?? []) values.push(value);
        items.set(path, values);
        return true;
      }

      function writeItem(path: string, values: readonly Value[]): void {
        const item = providerPath(cmdlet, path);
        if (item === null || !cmdlet.shouldProcess(`Path: ${item.name}`, `${verb} Content`)) return;
        const old = verb === "Add" ? providerItems(cmdlet, item.provider, item.name).map(({ content }) => content) : [];
        const all = [...old, ...values];
        const [only] = all;
        const value = all.length > 1 ? new PSArray(all) : (only ?? null);
        const error = setProviderItem(cmdlet, item.provider, item.name, value);
        if (error !== null) cmdlet.writeError(error);
      }
    }),
  });
}

export const setContent = contentWriter("Set");
export const addContent = contentWriter("Add");
