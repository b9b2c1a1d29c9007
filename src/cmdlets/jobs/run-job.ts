import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { notEmulated } from "../../runtime/errors.js";
import { extensionOf } from "../../runtime/extension.js";
import { engineOf } from "../../runtime/script-command.js";
import type { Host } from "../../runtime/streams.js";
import { PSList } from "../../values/collections.js";
import type { Value } from "../../values/index.js";
import { typeNamed } from "../../values/types.js";
import { fileSystemKey } from "../management/file-system.js";
import type { JobEvent, JobRun } from "./job.js";

/** A console of which nothing is seen until the job's text is received. */
function recordingHost({ width, height, name }: Host, events: JobEvent[]): Host {
  return {
    width,
    height,
    name,
    write: (text) => events.push(["host", text]),
    writeMessage: (kind, text) => events.push([kind, text]),
    writeQuestion: (text) => events.push(["host", text]),
    ask() {
      throw notEmulated("a question in a job", "Give the job what it needs with -ArgumentList or $using:.");
    },
  };
}

/**
 * Runs something whose streams are kept instead of shown: objects, errors and the console's text, in their order. Its
 * errors are in `$Error` when they are received, and where it goes to is no place of the session.
 * @param run what to run with the runtime that keeps; whether nothing ended it before its end
 */
export function recorded(cmdlet: CmdletRuntime, run: (recorder: CmdletRuntime) => boolean): JobRun {
  const events: JobEvent[] = [];
  const keep = (kind: JobEvent[0]) => ({ write: (value: Value): void => void events.push([kind, value]) });
  const streams = {
    output: keep("output"),
    error: keep("error"),
    warning: null,
    verbose: null,
    debug: null,
    information: null,
  };
  const recorder = Object.create(cmdlet, {
    writeObject: { value: (value: Value): void => void events.push(["output", value]) },
    writeError: { value: (record: Value): void => void events.push(["error", record]) },
    streams: { value: streams },
  }) as CmdletRuntime;
  const engine = engineOf(cmdlet.context);
  const files = extensionOf(cmdlet.context, fileSystemKey);
  const { host } = engine;
  const { list } = engine.errorLog;
  const { location } = files;
  engine.host = recordingHost(host, events);
  engine.errorLog.list = new PSList(typeNamed("System.Collections.ArrayList"), []);
  try {
    return { events, hasFailed: !run(recorder) };
  } finally {
    engine.host = host;
    engine.errorLog.list = list;
    files.location = location;
  }
}
