// The shell of the prompt and of scripts, in a thread of its own: the terminal stays awake while a line runs.
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { createShell, type Question, restoreShell, type Shell } from "../index.js";
import { isAboutFiles } from "./file-errors.js";
import { organizationNamed } from "./organization-file.js";
import { asJson, exitCodeOf } from "./script-result.js";
import { Flag, type FreshShell, type Report, type Request, type WorkerStart } from "./terminal/worker-messages.js";

if (parentPort === null) throw new Error("This runs as a worker of the command only.");
const port = parentPort;
const { begin, flags } = workerData as WorkerStart;
const report = (message: Report): void => port.postMessage(message);

const front = {
  write: (text: string) => report({ kind: "wrote", text }),
  ask: (question: Question) => {
    report({ kind: "asks", question });
    return awaitAnswer();
  },
};
const interrupt = (): boolean => Atomics.load(flags, Flag.interrupt) === 1;
const shell = begun();

/** The shell; `null` when it cannot be made, which is reported. */
function begun(): Shell | null {
  if ("snapshot" in begin) return restoreShell(begin.snapshot, { ...front, interrupt });
  try {
    return fresh(begin.fresh);
  } catch (error) {
    if (!(error instanceof Error) || !isAboutFiles(error)) throw error;
    report({ kind: "refused", message: error.message });
    return null;
  }
}

function fresh({ org, ...options }: FreshShell): Shell {
  const topology = org === undefined ? {} : { topology: organizationNamed(org, options.edition) };
  return createShell({ ...options, ...topology, ...front, limits: { interrupt } });
}

/** Sleeps until the answer is there. */
function awaitAnswer(): string | undefined {
  for (;;) {
    Atomics.wait(flags, Flag.answered, 0);
    Atomics.store(flags, Flag.answered, 0);
    const received: unknown = receiveMessageOnPort(port)?.message;
    if (isAnswer(received)) return received.text;
  }
}

function isAnswer(message: unknown): message is Extract<Request, { kind: "answer" }> {
  return typeof message === "object" && message !== null && "kind" in message && message.kind === "answer";
}

port.on("message", (request: Request) => {
  if (shell === null) return;
  switch (request.kind) {
    case "run": {
      Atomics.store(flags, Flag.interrupt, 0);
      shell.width = request.width;
      const { text, status, exitCode } = shell.run(request.entry);
      const code = status === "exited" ? (exitCode ?? 0) : undefined;
      report({ kind: "ran", prompt: shell.prompt, shown: text, exitCode: code });
      return;
    }
    case "script": {
      const result = shell.runScript(request.path, request.call);
      const exitCode = exitCodeOf(result);
      report({ kind: "script ran", exitCode, json: asJson(result, exitCode), files: shell.files });
      return;
    }
    case "complete":
      report({ kind: "completed", completion: shell.complete(request.text, request.cursor) });
      return;
    case "answer":
      // It came when nobody waited any longer.
      return;
  }
});
