import { httpsClientNamed, removeClient } from "../change/clients.js";
import { Evaluation } from "../evaluation.js";
import { connectHttps, type HttpsAttempt } from "../https-client.js";
import { networkOf } from "../network.js";
import { keepEvaluation } from "../settle.js";
import type { LabBench } from "./bench.js";

/** A client of a web service. */
export interface LabClient {
  readonly name: string;
  /** Asks once: a request is a connection of its own. The names that it learns are kept. */
  connect(): HttpsAttempt;
  remove(): void;
}

/** A client of a bench by its name. */
export class ClientFace implements LabClient {
  constructor(
    private readonly bench: LabBench,
    readonly name: string,
  ) {}
  connect(): HttpsAttempt {
    let attempt: HttpsAttempt | null = null;
    this.bench.change((topology) => {
      const evaluation = new Evaluation(networkOf(topology));
      attempt = connectHttps(evaluation, httpsClientNamed(topology, this.name));
      return keepEvaluation(evaluation, []);
    });
    if (attempt === null) throw new Error(`The client "${this.name}" did nothing.`);
    return attempt;
  }
  remove(): void {
    this.bench.change((topology) => removeClient(topology, httpsClientNamed(topology, this.name).object));
  }
}
