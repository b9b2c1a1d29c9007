import type { DirectoryObject } from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import type { Value } from "../../values/value.js";
import { type ExchangeSentence, message } from "../noun/exchange-errors.js";
import { byFilter, type Filter, onServer } from "../noun/filters.js";
import { type GetOptions, getVerb } from "../noun/get-verb.js";
import { type Noun, taskClassOf, type Verb, type VerbBehaviour } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { serverAbove } from "../types/ad-object-id.js";
import { Courier } from "./mail-flow/courier.js";
import { settled } from "./mail-flow/dispatch.js";
import { paged, pagingParameters } from "./queue-paging.js";
import { localHubServer } from "./transport-servers.js";

/** What the cmdlets of queues and messages share: they look at a server's queues as they are now. */

export const viewerNamespace = "Microsoft.Exchange.Data.QueueViewer";
export const nullableTime = "System.Nullable[datetime]";

/** A queue or message that isn't there. */
export const noSuchIdentity = message({
  text: () => "There is no object with the specified identity.",
  exception: "Microsoft.Exchange.Data.Common.LocalizedException",
  category: "InvalidData",
  certainty: "unknown",
  evidence: "the text of the queue viewer is not known",
});

/** A time that the directory keeps in UTC, as local time. */
export const shownTime =
  (property: string) =>
  (source: Source): Value => {
    const ticks = stored(source, property);
    return typeof ticks === "bigint" ? new DateTime(ticks, "Local") : null;
  };

/** Lets the transport do what is due before anyone looks. */
export function letTransportRun(task: Task): void {
  task.commit(settled(task.topology, task.cmdlet.context));
}

/** Whether an object is on the server whose queues are meant when none is named. */
function isLocal(task: Task, object: DirectoryObject): boolean {
  return serverAbove(task.topology, object)?.guid === localHubServer(task)?.guid;
}

/** Get: without a server the local one's. */
export function getOfQueues(noun: Noun, options: GetOptions): VerbBehaviour {
  const verb = getVerb(noun, {
    ...options,
    limited: true,
    arrange: (task, objects) => {
      const identity = task.value("Identity");
      const namesServer =
        (identity instanceof IdParameter && (identity.guid !== null || identity.text.includes("\\"))) ||
        task.has("Server") ||
        task.has("Queue");
      const shown = namesServer ? objects : [...objects].filter((object) => isLocal(task, object));
      return paged(task, noun, shown);
    },
    emulated: [...(options.emulated ?? []), ...pagingParameters],
    // How many there are in all is not shown.
    accepted: [...(options.accepted ?? []), "ReturnPageInfo"],
  });
  return {
    ...verb,
    process: (task) => {
      letTransportRun(task);
      verb.process(task);
    },
  };
}

export interface QueueAction {
  readonly sentence: ExchangeSentence<[name: string]>;
  readonly confirms?: boolean;
  readonly emulated?: readonly string[];
  readonly act: (courier: Courier, object: DirectoryObject, task: Task) => void;
}

/** Suspend, Resume, Retry, Remove: what -Identity names, or on a server what -Filter fits. */
export function actOnQueues(
  noun: Noun,
  verb: Verb,
  find: (task: Task) => readonly DirectoryObject[],
  all: (task: Task) => readonly DirectoryObject[],
  action: QueueAction,
): VerbBehaviour {
  return {
    taskClass: taskClassOf(noun, verb),
    emulated: ["Identity", "Filter", "Server", ...(action.emulated ?? [])],
    accepted: [],
    defaultParameterSet: "Identity",
    ...(action.confirms === true ? { confirms: true } : {}),
    process: (task) => {
      letTransportRun(task);
      for (const object of task.has("Identity") ? named(task, find) : filtered(task, noun, all)) {
        task.requireWrite(object);
        if (!task.shouldProcess(action.sentence.text(noun.displayIdentity(task.source(object))))) continue;
        const courier = new Courier(task.topology, task.cmdlet.context);
        action.act(courier, object, task);
        task.commit(courier.topology);
      }
    },
  };
}

function named(task: Task, find: (task: Task) => readonly DirectoryObject[]): readonly DirectoryObject[] {
  const found = find(task);
  if (found.length === 0) throw task.failure(noSuchIdentity, []);
  return found;
}

function filtered(task: Task, noun: Noun, all: (task: Task) => readonly DirectoryObject[]): readonly DirectoryObject[] {
  const keeps = (filter: Filter) => ("keep" in filter ? filter.keep : () => true);
  const onIt = task.has("Server") ? keeps(onServer(task)) : (object: DirectoryObject) => isLocal(task, object);
  const fits = keeps(byFilter(task, noun));
  return all(task).filter((object) => onIt(object) && fits(object));
}

/** The objects that -Identity means; without a server's name those of the local server. */
export function identified(task: Task, noun: Noun): readonly DirectoryObject[] {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) return [];
  const found = task.matches(identity, noun.identity);
  const namesServer = identity.guid !== null || identity.text.includes("\\");
  return namesServer ? found : found.filter((object) => isLocal(task, object));
}
