import type { ExecutionContext } from "../../runtime/execution-context.js";
import { compareText } from "../../values/index.js";
import { organizationOf } from "../organization.js";
import { type Machine, servicesOf } from "./machines.js";

/** A process of an emulated server. The numbers are invented, and the same each time. */
export interface EmulatedProcess {
  readonly name: string;
  readonly id: number;
  readonly session: number;
  readonly handles: number;
  /** Private bytes. */
  readonly memory: number;
  readonly cpuSeconds: number;
  readonly path: string | null;
}

/** What runs on every machine besides services. */
const always = ["csrss", "Idle", "lsass", "lsm", "services", "smss", "System", "wininit", "winlogon"] as const;
/** What runs in the session of the administrator at the console. */
const interactive = ["dwm", "explorer", "powershell", "conhost"] as const;

const kilobyte = 1024;

/** The processes of a machine by name: the system's, one for each running service of its own, the shell. */
export function processesOf(context: ExecutionContext, machine: Machine): readonly EmulatedProcess[] {
  const services = servicesOf(organizationOf(context).current, machine).filter(({ status }) => status === "Running");
  const own = services.map(({ process }) => process).filter((name) => name !== "svchost" && name !== "lsass");
  const shared = Math.ceil(services.filter(({ process }) => process === "svchost").length / 3);
  const names = [...new Set([...always, ...own]), ...Array.from({ length: shared }, () => "svchost")];
  const all = [
    ...names.map((name) => ({ name, session: 0 })),
    ...interactive.map((name) => ({ name, session: 1 })),
  ].sort((a, b) => compareText(a.name, b.name, true));
  return all.map(({ name, session }, place) => invented(name, session, place));
}

function invented(name: string, session: number, place: number): EmulatedProcess {
  const seed = hash(`${name}${place}`);
  const isExchange = /exchange|store|transport/i.test(name);
  const id = name === "Idle" ? 0 : name === "System" ? 4 : 400 + place * 36 + (seed % 9) * 4;
  return {
    name,
    id,
    session,
    handles: name === "Idle" ? 0 : 60 + (seed % 540) + (isExchange ? 900 : 0),
    memory: (name === "Idle" ? 0 : 1800 + (seed % 24_000) + (isExchange ? 90_000 : 0)) * kilobyte,
    cpuSeconds: name === "Idle" ? 0 : (seed % 9000) / 100 + (isExchange ? 140 : 0),
    path: pathOf(name, isExchange),
  };
}

function pathOf(name: string, isExchange: boolean): string | null {
  if (name === "Idle" || name === "System") return null;
  if (name === "powershell") return "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
  return isExchange
    ? `C:\\Program Files\\Microsoft\\Exchange Server\\V14\\bin\\${name}.exe`
    : `C:\\Windows\\system32\\${name}.exe`;
}

/** A number of a text that is the same everywhere (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
