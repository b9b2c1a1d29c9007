import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { SecureString } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { decryptedText, encryptedText } from "./encrypted-text.js";

const keys = {
  SecureKey: { type: "securestring", sets: ["Secure"], coverage: "refused" },
  Key: { type: "byte[]", sets: ["Open"], coverage: "refused" },
} as const;

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
      const plain = decryptedText(text);
      if (plain === null) cmdlet.throwTerminatingError(notEncrypted());
      else cmdlet.writeObject(new SecureString(plain));
    },
  }),
});

function forceRequired() {
  return cmdletError({
    id: "ImportSecureString_ForceRequired",
    category: "InvalidArgument",
    exception: "ArgumentException",
    message:
      "The system cannot protect plain text input. To suppress this warning and convert the plain text to a SecureString, reissue the command specifying the Force parameter. For more information, type: get-help ConvertTo-SecureString.",
  });
}

function notEncrypted() {
  return cmdletError({
    id: "ImportSecureString_InvalidArgument",
    category: "InvalidArgument",
    exception: "PSArgumentException",
    message: "Input string was not in a correct format.",
  });
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
      cmdlet.writeObject(parameters.AsPlainText ? secure.text : encryptedText(secure.text));
    },
  }),
});
