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
  isConnected = false;
  get type(): DotNetType {
    return typeNamed(clientName);
  }
  finish(context: ValueContext, attempt: ConnectionAttempt): void {
    if (attempt.outcome !== "connected") throw socketError(context, attempt);
    this.setConnected(true);
  }
  setConnected(isConnected: boolean): void {
    keepFields(this);
    this.isConnected = isConnected;
  }
}
heapClass("TcpClient", TcpClient);

/** An attempt under way: IAsyncResult, its wait handle, or a task. Who waits long enough learns how it ended. */
class PendingConnection extends DotNetObject {
  isCompleted = false;
  constructor(
    readonly client: TcpClient,
    readonly attempt: ConnectionAttempt,
    private readonly typeName: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.typeName);
  }
  /** Lets time pass until the attempt has ended, or the milliseconds are over; -1: without end. */
  wait(context: ValueContext, milliseconds: number): boolean {
    const needed = this.attempt.seconds * 1000;
    const isLong = milliseconds < 0 || milliseconds >= needed;
    sockets(context).wait((isLong ? needed : milliseconds) / 1000);
    if (isLong) this.complete();
    return isLong;
  }
  private complete(): void {
    if (this.isCompleted) return;
    keepFields(this);
    this.isCompleted = true;
    if (this.attempt.outcome === "connected") this.client.setConnected(true);
  }
}
heapClass("PendingConnection", PendingConnection);

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

function connect(context: ValueContext, client: TcpClient, host: Value | undefined, port: Value | undefined): null {
  const attempt = sockets(context).connect(hostOf(host), number(port));
  sockets(context).wait(attempt.seconds);
  client.finish(context, attempt);
  return null;
}

function begin(
  context: ValueContext,
  client: TcpClient,
  typeName: string,
  [host, port]: readonly Value[],
): PendingConnection {
  return new PendingConnection(client, sockets(context).connect(hostOf(host), number(port)), typeName);
}

const close = (_: ValueContext, self: TcpClient): null => {
  self.setConnected(false);
  return null;
};

defineType({
  fullName: clientName,
  interfaces: ["System.IDisposable"],
  constructors: () => [
    overload(`${clientName} new()`, () => new TcpClient()),
    overload(`${clientName} new(string hostname, int port)`, (context, _, [host, port]) => {
      const client = new TcpClient();
      connect(context, client, host, port);
      return client;
    }),
  ],
  members: () => [
    property<TcpClient>("bool Connected", (self) => self.isConnected),
    method<TcpClient>(
      ["void Connect(string hostname, int port)", (c, self, [host, port]) => connect(c, self, host, port)],
      ["void Connect(ipaddress address, int port)", (c, self, [host, port]) => connect(c, self, host, port)],
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
      (context, self, [pending]) => {
        if (!(pending instanceof PendingConnection)) return null;
        pending.wait(context, -1);
        self.finish(context, pending.attempt);
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
    property<PendingConnection>("bool IsCompleted", (self) => self.isCompleted),
    property<PendingConnection>(
      `${handleName} AsyncWaitHandle`,
      (self) => new PendingConnection(self.client, self.attempt, handleName),
    ),
  ],
});

defineType({
  fullName: handleName,
  members: () => [
    method<PendingConnection>(
      ["bool WaitOne()", (context, self) => self.wait(context, -1)],
      ["bool WaitOne(int millisecondsTimeout)", (context, self, [time]) => self.wait(context, number(time))],
      [
        "bool WaitOne(int millisecondsTimeout, bool exitContext)",
        (context, self, [time]) => self.wait(context, number(time)),
      ],
    ),
    method<PendingConnection>(["void Close()", () => null]),
  ],
});

defineType({
  fullName: taskName,
  members: () => [
    property<PendingConnection>("bool IsCompleted", (self) => self.isCompleted),
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
