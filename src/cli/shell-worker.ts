// The shell of the prompt and of scripts, in a thread of its own: the terminal stays awake while a line runs.
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { restoreShell } from "../index.js";
import { asJson, exitCodeOf } from "./script-result.js";
import { Flag, type Report, type Request, type WorkerStart } from "./terminal/worker-messages.js";

if (parentPort === null) throw new Error("This runs as a worker of the command only.");
const port = parentPort;
const { snapshot, flags } = workerData as WorkerStart;
const report = (message: Report): void => port.postMessage(message);

const shell = restoreShell(snapshot, {
  write: (text) => report({ kind: "wrote", text }),
  ask: (question) => {
    report({ kind: "asks", question });
    return awaitAnswer();
  },
  interrupt: () => Atomics.load(flags, Flag.interrupt) === 1,
});

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
