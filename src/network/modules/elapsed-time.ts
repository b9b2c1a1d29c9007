import { clockKey } from "../../cmdlets/session-services.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { ticksPerSecond } from "../../values/date-time.js";

/** Lets the emulated clock move on while a cmdlet waits: for an answer that does not come, between two packets. */
export function waitFor({ context }: CmdletRuntime, seconds: number): void {
  const ticks = BigInt(Math.round(seconds * Number(ticksPerSecond)));
  if (ticks > 0n) extensionOf(context, clockKey).advance(ticks);
}
