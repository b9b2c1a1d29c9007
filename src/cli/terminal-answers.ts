import { closeSync, openSync, readSync } from "node:fs";
import { writeOut } from "./standard-streams.js";

/** The terminal under its own name, where the system has one; elsewhere standard input is read itself. */
const terminalName = process.platform === "win32" ? "\\\\.\\CONIN$" : "/dev/tty";

/**
 * Reads one line from the terminal while everything else waits. The terminal is out of raw mode then: it shows what is
 * typed and knows the backspace key. A secret is read in raw mode, and an asterisk is shown for each character.
 */
export function readTerminalLine(secret: boolean): string {
  const terminal = openSync(terminalName, "r");
  try {
    return secret ? readSecret(terminal) : readBytes(terminal, isLineFeed).replace(/\r?\n$/, "");
  } finally {
    closeSync(terminal);
  }
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const controlC = 0x03;
const backspaces: readonly number[] = [0x08, 0x7f];

function isLineFeed(byte: number): boolean {
  return byte === lineFeed;
}

function readBytes(terminal: number, isLast: (byte: number) => boolean): string {
  const bytes: number[] = [];
  for (let byte = readByte(terminal); byte !== undefined; byte = readByte(terminal)) {
    bytes.push(byte);
    if (isLast(byte)) break;
  }
  return Buffer.from(bytes).toString("utf8");
}

function readSecret(terminal: number): string {
  process.stdin.setRawMode(true);
  try {
    let typed = "";
    for (let byte = readByte(terminal); byte !== undefined; byte = readByte(terminal)) {
      if (byte === lineFeed || byte === carriageReturn) break;
      if (byte === controlC) process.kill(process.pid, "SIGINT");
      if (!backspaces.includes(byte)) {
        typed += String.fromCharCode(byte);
        writeOut("*");
      } else if (typed !== "") {
        typed = typed.slice(0, -1);
        writeOut("\b \b");
      }
    }
    writeOut("\n");
    return Buffer.from(typed, "latin1").toString("utf8");
  } finally {
    process.stdin.setRawMode(false);
  }
}

function readByte(terminal: number): number | undefined {
  const buffer = Buffer.alloc(1);
  return readSync(terminal, buffer) === 0 ? undefined : buffer[0];
}
