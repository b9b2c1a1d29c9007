import type { Redirection, RedirectionStream } from "../../../grammar/syntax-tree.js";
import { isNull } from "../../values/objects.js";
import { toText } from "../../values/text.js";
import { notEmulated } from "../errors.js";
import type { Frame } from "../frame.js";
import type { RedirectedStreams } from "../pipeline.js";
import { nullPipe } from "../pipes.js";
import type { CommandStreams, Pipe } from "../streams.js";
import { compileExpression } from "./expressions.js";
import type { Evaluate, Unit } from "./unit.js";

type StreamName = "output" | "error" | "warning" | "verbose" | "debug" | "information";

const streamNames: Readonly<Record<Exclude<RedirectionStream, "All">, StreamName>> = {
  Output: "output",
  Error: "error",
  Warning: "warning",
  Verbose: "verbose",
  Debug: "debug",
  Information: "information",
};
const allStreams: readonly StreamName[] = ["output", "error", "warning", "verbose", "debug", "information"];

function namesOf(stream: RedirectionStream): readonly StreamName[] {
  return stream === "All" ? allStreams : [streamNames[stream]];
}

/** Compiles the redirections of a command; files are opened when it starts, merges see them. */
export function compileRedirections(
  unit: Unit,
  nodes: readonly Redirection[],
): (frame: Frame) => (streams: CommandStreams) => RedirectedStreams {
  const files = nodes
    .filter((node) => node.kind === "FileRedirection")
    .map((node) => ({
      names: namesOf(node.fromStream),
      append: node.append,
      location: compileExpression(unit, node.location),
    }));
  const merges = nodes
    .filter((node) => node.kind === "MergingRedirection")
    .map(({ fromStream }) => namesOf(fromStream));
  const redirectsErrors = [...files.map(({ names }) => names), ...merges].some((names) => names.includes("error"));
  return (frame) => (streams) => {
    const redirected: Record<StreamName, Pipe | null> = { ...streams };
    const opened: { end(): void }[] = [];
    for (const { names, append, location } of files) {
      const target = openTarget(frame, location, append, opened);
      for (const name of names) redirected[name] = target;
    }
    for (const names of merges) for (const name of names) redirected[name] = redirected.output;
    const { output, error, ...texts } = redirected;
    const isErrorRedirected = streams.isErrorRedirected === true || redirectsErrors;
    return {
      streams: { ...streams, ...texts, output: output ?? nullPipe, error: error ?? nullPipe, isErrorRedirected },
      close: () => {
        for (const file of opened.splice(0)) file.end();
      },
    };
  };
}

function openTarget(frame: Frame, location: Evaluate, append: boolean, opened: { end(): void }[]): Pipe {
  const path = location(frame);
  if (isNull(path)) return nullPipe;
  const { services } = frame.engine;
  if (services.openRedirection === undefined) throw notEmulated("redirections to files");
  const file = services.openRedirection(frame.engine, toText(frame.engine, path), append);
  opened.push(file);
  return file;
}
