import type { DotNetType } from "../values/dotnet-type.js";
import { heapClass } from "../values/heap/heap-class.js";
import { defineType, typeNamed } from "../values/types.js";
import { DotNetObject } from "../values/value.js";

/** The streams whose records are a text and nothing more. */
export type StreamRecordKind = "Warning" | "Verbose" | "Debug";

const namespace = "System.Management.Automation";

/** WarningRecord, VerboseRecord, DebugRecord: what `3>&1` and -WarningVariable give. Its text is the message. */
export class StreamRecord extends DotNetObject {
  constructor(
    readonly kind: StreamRecordKind,
    readonly message: string,
    /** It came out of a stream, and shows as that stream does; a record in a -WarningVariable shows as its text. */
    readonly isFromStream: boolean,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`${namespace}.${this.kind}Record`);
  }
  toNetText(): string {
    return this.message;
  }
}
heapClass("StreamRecord", StreamRecord);

defineType({
  fullName: `${namespace}.InformationalRecord`,
  members: () => [
    {
      kind: "Property",
      name: "Message",
      typeName: "string",
      get: (_context, self) => (self instanceof StreamRecord ? self.message : null),
      set: null,
    },
  ],
});
for (const kind of ["Warning", "Verbose", "Debug"]) {
  defineType({ fullName: `${namespace}.${kind}Record`, base: `${namespace}.InformationalRecord` });
}
