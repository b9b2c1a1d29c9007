import type { ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { bytesOf } from "../../values/bytes.js";
import { isAesKey } from "../../values/ciphers/aes.js";
import { SecureString, type Value } from "../../values/index.js";
import { type CmdletErrorInit, cmdletError } from "../error-record.js";
import {
  decryptedText,
  encryptedText,
  keyedPlainText,
  keyedText,
  type Unreadable,
  unicodeBytes,
} from "./encrypted-text.js";

const keys = {
  SecureKey: { type: "securestring", position: 1, sets: ["Secure"] },
  Key: { type: "byte[]", sets: ["Open"] },
} as const satisfies ParameterDeclarations;

interface BoundKeys {
  readonly SecureKey: Value | undefined;
  readonly Key: Value | undefined;
}

/** The bytes of the key that was given; `null`: none was. A secure string's are those of its UTF-16. */
function keyOf({ SecureKey, Key }: BoundKeys): readonly number[] | null {
  if (SecureKey instanceof SecureString) return unicodeBytes(SecureKey.text);
  return Key === undefined || Key === null ? null : bytesOf(Key);
}

const invalidKey =
  "The specified key is not valid. Valid key length settings are either 128 bits, 192 bits, or 256 bits.";

export const convertToSecureString = defineCmdlet({
  name: "ConvertTo-SecureString",
  typeName: "Microsoft.PowerShell.Commands.ConvertToSecureStringCommand",
  source: "Microsoft.PowerShell.Security",
  synopsis: "Makes a secure string of text.",
  defaultParameterSet: "Secure",
  parameters: {
    String: { type: "string", position: 0, mandatory: true, pipeline: "value" },
    AsPlainText: { type: "switch", position: 1, sets: ["PlainText"] },
    Force: { type: "switch", position: 2, sets: ["PlainText"] },
    ...keys,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { String: text = "" } = parameters;
      if (parameters.AsPlainText || parameters.Force) {
        // 7 does not ask for -Force any more.
        if (!parameters.Force && cmdlet.context.facts.languageVersion < 7)
          cmdlet.throwTerminatingError(forceRequired());
        cmdlet.writeObject(new SecureString(text));
        return;
      }
      const key = keyOf(parameters);
      if (key !== null && !isAesKey(key)) {
        cmdlet.writeError(invalid({ id: "ImportSecureString_InvalidArgument", message: invalidKey }));
        return;
      }
      const plain = key === null ? decryptedText(text) : keyedPlainText(text, key);
      if (typeof plain === "string") cmdlet.writeObject(new SecureString(plain));
      else writeUnreadable(cmdlet, plain);
    },
  }),
});

function invalid(init: Pick<CmdletErrorInit, "id" | "message"> & Partial<CmdletErrorInit>) {
  return cmdletError({ category: "InvalidArgument", exception: "PSArgumentException", ...init });
}

function forceRequired() {
  return invalid({
    id: "ImportSecureString_ForceRequired",
    exception: "ArgumentException",
    message:
      "The system cannot protect plain text input. To suppress this warning and convert the plain text to a SecureString, reissue the command specifying the Force parameter. For more information, type: get-help ConvertTo-SecureString.",
  });
}

/**
 * Captured: a wrong key (issue texts of Windows consoles: "Padding is invalid and cannot be removed."), the text of
 * another machine ("Key not valid for use in specified state."), plain text without -AsPlainText (vagrant's tests).
 */
function writeUnreadable(cmdlet: CmdletRuntime, reason: Unreadable): void {
  if (reason.kind === "key") {
    const id = "ImportSecureString_InvalidArgument_CryptographicError";
    cmdlet.writeError(invalid({ id, exception: "CryptographicException", message: reason.message }));
    return;
  }
  const isCore = cmdlet.context.facts.exceptionTexts === "core";
  cmdlet.throwTerminatingError(
    cmdletError({
      id: "System.FormatException",
      category: "NotSpecified",
      exception: "FormatException",
      message: `${isCore ? `The input string '${reason.text}'` : "Input string"} was not in a correct format.`,
    }),
  );
}

export const convertFromSecureString = defineCmdlet({
  name: "ConvertFrom-SecureString",
  typeName: "Microsoft.PowerShell.Commands.ConvertFromSecureStringCommand",
  source: "Microsoft.PowerShell.Security",
  synopsis: "Makes text of a secure string that ConvertTo-SecureString reads.",
  defaultParameterSet: "Secure",
  parameters: {
    SecureString: { type: "securestring", position: 0, mandatory: true, pipeline: "value" },
    AsPlainText: { since: 7, type: "switch", sets: ["AsPlainText"] },
    ...keys,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { SecureString: secure } = parameters;
      if (!(secure instanceof SecureString)) return;
      const key = keyOf(parameters);
      if (parameters.AsPlainText) cmdlet.writeObject(secure.text);
      else if (key === null) cmdlet.writeObject(encryptedText(secure.text));
      else if (isAesKey(key)) cmdlet.writeObject(keyedText(secure.text, key, freshVector(cmdlet)));
      else cmdlet.throwTerminatingError(invalid({ id: "Argument", message: invalidKey }));
    },
  }),
});

/** 16 bytes that no other text of the session has, the same when the session is played again. */
function freshVector(cmdlet: CmdletRuntime): readonly number[] {
  const digits = cmdlet.context.newGuid().replaceAll("-", "");
  return Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}
