import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { cmdletError } from "../error-record.js";
import { addMember, asObject } from "../instance-members.js";
import { footerText } from "./transcript-text.js";
import { transcriptsKey } from "./transcription.js";

export const stopTranscript = defineCmdlet({
  name: "Stop-Transcript",
  typeName: "Microsoft.PowerShell.Commands.StopTranscriptCommand",
  source: "Microsoft.PowerShell.Host",
  synopsis: "Ends the transcript that was started last.",
  supportsShouldProcess: false,
  parameters: {},
  create: (_parameters, cmdlet) => ({
    begin(): void {
      const stopped = extensionOf(cmdlet.context, transcriptsKey).stop(footerText(cmdlet.context));
      if (stopped === undefined) cmdlet.throwTerminatingError(notTranscribing());
      else {
        const message = asObject(`Transcript stopped, output file is ${stopped.path}`);
        addMember(message, { kind: "NoteProperty", name: "Path", value: stopped.path });
        cmdlet.writeObject(message);
      }
    },
  }),
});

function notTranscribing() {
  return cmdletError({
    id: "InvalidOperation",
    category: "InvalidOperation",
    exception: "PSInvalidOperationException",
    message: "An error occurred stopping transcription: The host is not currently transcribing.",
  });
}
