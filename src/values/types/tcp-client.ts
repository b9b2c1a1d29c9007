import { ticksPerSecond } from "../date-time.js";
import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { keepFields } from "../journal.js";
import { netError } from "../net-errors.js";
import { method, overload, property } from "../signatures.js";
import { IPAddress } from "../simple-values.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ConnectionAttempt, Sockets, ValueContext } from "../value-context.js";

const clientName = "System.Net.Sockets.TcpClient";
const resultName = "System.IAsyncResult";
const handleName = "System.Threading.WaitHandle";
const taskName = "System.Threading.Tasks.Task";

/** System.Net.Sockets.TcpClient: whether a port answers. Nothing is read or written through it. */
export class TcpClient extends DotNetObject {
  private pending: PendingConnection | null = null;
  get type(): DotNetType {
    return typeNamed(clientName);
  }
  /** Whether its last attempt has ended by now, and well. */
  isConnected(context: ValueContext): boolean {
    return this.pending?.isCompleted(context) === true && this.pending.attempt.outcome === "connected";
  }
  follow(pending: PendingConnection | null): void {
    keepFields(this);
    this.pending = pending;
  }
}
heapClass("TcpClient", TcpClient);

/** An attempt under way: IAsyncResult or a task. It ends when its time of the emulated clock has come. */
class PendingConnection extends DotNetObject {
  constructor(
    readonly attempt: ConnectionAttempt,
    /** 100-ns ticks of the emulated local time. */
    private readonly endsAt: bigint,
    private readonly typeName: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.typeName);
  }
  isCompleted(context: ValueContext): boolean {
    return context.now() >= this.endsAt;
  }
  /** Lets time pass until the attempt has ended, or the milliseconds are over; -1: without end. Whether it has ended. */
  wait(context: ValueContext, milliseconds: number): boolean {
    const needed = Number(this.endsAt - context.now()) / Number(ticksPerSecond);
    const seconds = milliseconds < 0 ? needed : Math.min(needed, milliseconds / 1000);
    if (seconds > 0) sockets(context).wait(seconds);
    return this.isCompleted(context);
  }
  /** Waits for the end, and throws when it is none that one wants. */
  finish(context: ValueContext): void {
    this.wait(context, -1);
    if (this.attempt.outcome !== "connected") throw socketError(context, this.attempt);
  }
}
heapClass("PendingConnection", PendingConnection);

/** System.Threading.WaitHandle of an attempt. */
class ConnectionWaitHandle extends DotNetObject {
  constructor(readonly pending: PendingConnection) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(handleName);
  }
}
heapClass("ConnectionWaitHandle", ConnectionWaitHandle);

function sockets(context: ValueContext): Sockets {
  const { sockets: found } = context.services ?? {};
  if (found === undefined) throw netError("System.NotSupportedException", "NotEmulated: there is no network.");
  return found;
}

/** Windows' texts of what can go wrong; .NET (Core) puts brackets and `port` otherwise, which these texts follow. */
function socketError({ facts }: ValueContext, { outcome, address, port }: ConnectionAttempt) {
  const isCore = facts.exceptionTexts === "core";
  const place = isCore ? ` [::ffff:${address}]:${port}` : ` ${address}:${port}`;
  const texts = {
    hostNotFound: `No such host is known${isCore ? "." : ""}`,
    refused: `No connection could be made because the target machine actively refused it${isCore ? "." : ""}${place}`,
    timedOut:
      "A connection attempt failed because the connected party did not properly respond after a period of time, or " +
      `established connection failed because connected host has failed to respond${isCore ? "." : ""}${place}`,
    connected: "",
  };
  return netError("System.Net.Sockets.SocketException", texts[outcome]);
}

const number = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
const hostOf = (value: Value | undefined): string =>
  value instanceof IPAddress ? value.text : typeof value === "string" ? value : "";

function begin(
  context: ValueContext,
  client: TcpClient,
  typeName: string,
  [host, port]: readonly Value[],
): PendingConnection {
  const attempt = sockets(context).connect(hostOf(host), number(port));
  const endsAt = context.now() + BigInt(Math.round(attempt.seconds * Number(ticksPerSecond)));
  const pending = new PendingConnection(attempt, endsAt, typeName);
  client.follow(pending);
  return pending;
}

function connect(context: ValueContext, client: TcpClient, values: readonly Value[]): null {
  begin(context, client, resultName, values).finish(context);
  return null;
}

const close = (_: ValueContext, self: TcpClient): null => {
  self.follow(null);
  return null;
};

defineType({
  fullName: clientName,
  interfaces: ["System.IDisposable"],
  constructors: () => [
    overload(`${clientName} new()`, () => new TcpClient()),
    overload(`${clientName} new(string hostname, int port)`, (context, _, values) => {
      const client = new TcpClient();
      connect(context, client, values);
      return client;
    }),
  ],
  members: () => [
    property<TcpClient>("bool Connected", (self, context) => self.isConnected(context)),
    method<TcpClient>(
      ["void Connect(string hostname, int port)", (c, self, values) => connect(c, self, values)],
      ["void Connect(ipaddress address, int port)", (c, self, values) => connect(c, self, values)],
    ),
    method<TcpClient>(
      [
        `${resultName} BeginConnect(string host, int port, System.AsyncCallback requestCallback, System.Object state)`,
        (c, self, values) => begin(c, self, resultName, values),
      ],
      [
        `${resultName} BeginConnect(ipaddress address, int port, System.AsyncCallback requestCallback, System.Object state)`,
        (c, self, values) => begin(c, self, resultName, values),
      ],
    ),
    method<TcpClient>([
      `void EndConnect(${resultName} asyncResult)`,
      (context, _self, [pending]) => {
        if (pending instanceof PendingConnection) pending.finish(context);
        return null;
      },
    ]),
    method<TcpClient>(
      [`${taskName} ConnectAsync(string host, int port)`, (c, self, values) => begin(c, self, taskName, values)],
      [`${taskName} ConnectAsync(ipaddress address, int port)`, (c, self, values) => begin(c, self, taskName, values)],
    ),
    method<TcpClient>(["void Close()", close]),
    method<TcpClient>(["void Dispose()", close]),
    method<TcpClient>([
      "System.Net.Sockets.NetworkStream GetStream()",
      () => {
        throw netError("System.NotSupportedException", "NotEmulated: nothing is read or written through a connection.");
      },
    ]),
  ],
});

defineType({ fullName: "System.AsyncCallback", base: "System.MulticastDelegate" });

defineType({
  fullName: resultName,
  members: () => [
    property<PendingConnection>("bool IsCompleted", (self, context) => self.isCompleted(context)),
    property<PendingConnection>(`${handleName} AsyncWaitHandle`, (self) => new ConnectionWaitHandle(self)),
  ],
});

defineType({
  fullName: handleName,
  members: () => [
    method<ConnectionWaitHandle>(
      ["bool WaitOne()", (context, self) => self.pending.wait(context, -1)],
      ["bool WaitOne(int millisecondsTimeout)", (context, self, [time]) => self.pending.wait(context, number(time))],
      [
        "bool WaitOne(int millisecondsTimeout, bool exitContext)",
        (context, self, [time]) => self.pending.wait(context, number(time)),
      ],
    ),
    method<ConnectionWaitHandle>(["void Close()", () => null]),
  ],
});

defineType({
  fullName: taskName,
  members: () => [
    property<PendingConnection>("bool IsCompleted", (self, context) => self.isCompleted(context)),
    method<PendingConnection>(
      [
        "void Wait()",
        (context, self) => {
          waitForTask(context, self, -1);
          return null;
        },
      ],
      ["bool Wait(int millisecondsTimeout)", (context, self, [time]) => waitForTask(context, self, number(time))],
    ),
  ],
});

/** A task that failed throws when somebody waits for it. */
function waitForTask(context: ValueContext, task: PendingConnection, milliseconds: number): boolean {
  const isDone = task.wait(context, milliseconds);
  if (isDone && task.attempt.outcome !== "connected") {
    throw netError("System.AggregateException", "One or more errors occurred.");
  }
  return isDone;
}
