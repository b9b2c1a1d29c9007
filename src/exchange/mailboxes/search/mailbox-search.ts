import { type DirectoryObject, getProperty, isList, listObjects, type PropertyValue } from "../../../topology/index.js";
import { localTime, offsetOfLocal } from "../../../values/local-time.js";
import type { Value } from "../../../values/value.js";
import { message, sentence } from "../../noun/exchange-errors.js";
import type { ExchangeProperty } from "../../noun/exchange-object.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs, taskClassOf, type VerbBehaviour } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { usualSentence } from "../../noun/sentences.js";
import { setVerb } from "../../noun/set-verb.js";
import type { Source } from "../../noun/source.js";
import type { Task } from "../../noun/task.js";
import { change } from "../../noun/write.js";
import { bool, choice, computed, fixed, link, links, spanLimit, text, texts, time } from "../../properties/property.js";
import { unlimited } from "../../properties/scalar-kinds.js";
import { currentUser } from "../../recipients/current-user.js";
import { mailbox } from "../../recipients/mailbox.js";
import { anyRecipient } from "../../recipients/recipient-types.js";
import { schema } from "../../schema.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../../types/byte-quantified-size.js";
import {
  type FoundPart,
  foundAsProperty,
  foundOf,
  searchClass,
  searchState,
  sourcesOf,
  stateOf,
} from "./discovery-search.js";
import { foundIn, loggingLevel, queryFor } from "./search-mailbox.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.MailboxSearchObject";
const since2013 = { since: "2013" } as const;
const adObjectId = "Microsoft.Exchange.Data.Directory.ADObjectId";

const when = (name: string, attribute: string): ExchangeProperty =>
  computed(name, "System.Nullable[datetime]", ({ object }, context) => {
    const ticks = getProperty(schema, object, attribute);
    return typeof ticks === "bigint" ? localTime(context, ticks) : null;
  });
const isDone = (source: Source): boolean => stateOf(source.topology, source.object).state.endsWith("Succeeded");
const items = ({ object }: Source): number => foundOf(object).reduce((sum, part) => sum + part.items, 0);
const bytes = ({ object }: Source): bigint => foundOf(object).reduce((sum, part) => sum + part.size, 0n);
const sizeIf = (name: string, has: (source: Source) => boolean): ExchangeProperty =>
  computed(name, byteQuantifiedSizeName, (source) => new ByteQuantifiedSize(has(source) ? bytes(source) : 0n));
const numberIf = (name: string, has: (source: Source) => boolean): ExchangeProperty =>
  computed(name, "long", (source): Value => (has(source) ? items(source) : 0));
const hasCopied = (source: Source): boolean => stateOf(source.topology, source.object).state === "Succeeded";

/** A search of mailboxes, and since 2013 what holds their items. Names documented, order and view from memory. */
export const mailboxSearch = defineNoun({
  noun: "MailboxSearch",
  called: "mailbox search",
  class: {
    name: searchClass,
    objectClass: ["top"],
    objectCategory: "Mailbox-Search",
    container: { below: "organization", path: ["CN=Discovery Searches"] },
    properties: {
      Found: { holds: "record", many: true },
      StartedAt: { holds: "bigint" },
      EndedAt: { holds: "bigint" },
      IsStopped: { holds: "boolean" },
    },
  },
  tasks: "Tasks",
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Identity", "Microsoft.Exchange.Data.Directory.SearchObjectId", ({ object }) => object.name),
    text("Description", since2013),
    text("CreatedBy", { parameter: null }),
    computed("Name", "string", ({ object }) => object.name),
    links("SourceMailboxes", anyRecipient.classes, { prints: "canonical", query: anyRecipient }),
    bool("AllSourceMailboxes", { default: false, since: "2016" }),
    bool("AllPublicFolderSources", { default: false, since: "2016" }),
    link("TargetMailbox", "User", { prints: "canonical", query: mailbox.identity }),
    text("SearchQuery"),
    text("Language", { parameter: null, default: "en-US" }),
    texts("Senders"),
    texts("Recipients"),
    time("StartDate"),
    time("EndDate"),
    texts("MessageTypes"),
    bool("SearchDumpster", { default: false, until: "2010" }),
    bool("IncludeUnsearchableItems", { default: false }),
    bool("DoNotIncludeArchive", { default: false, until: "2010" }),
    bool("EstimateOnly", { default: false }),
    bool("ExcludeDuplicateMessages", { default: true }),
    choice("LogLevel", loggingLevel, { default: "Basic" }),
    links("StatusMailRecipients", anyRecipient.classes, { prints: "canonical", query: anyRecipient }),
    computed("Status", searchState.fullName, ({ topology, object }) => searchState(stateOf(topology, object).state)),
    text("LastRunBy", { parameter: null }),
    when("LastStartTime", "StartedAt"),
    when("LastEndTime", "EndedAt"),
    computed("NumberMailboxesToSearch", "int", ({ topology, object }) => sourcesOf(topology, object).length),
    computed("PercentComplete", "int", ({ topology, object }) => stateOf(topology, object).percent),
    numberIf("ResultNumber", hasCopied),
    numberIf("ResultNumberEstimate", isDone),
    sizeIf("ResultSize", hasCopied),
    sizeIf("ResultSizeEstimate", isDone),
    sizeIf("ResultSizeCopied", hasCopied),
    fixed("ResultsLink", "string", () => ""),
    fixed("Errors", "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => null),
    bool("IncludeKeywordStatistics", { default: false, ...since2013 }),
    bool("InPlaceHoldEnabled", { default: false, ...since2013 }),
    spanLimit("ItemHoldPeriod", { default: unlimited, ...since2013 }),
    text("InPlaceHoldIdentity", since2013),
    fixed("InPlaceHoldErrors", "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => null, since2013),
    fixed("ManagedByOrganization", "string", () => "", { since: "2013" }),
    fixed("FailedToHoldMailboxes", `Microsoft.Exchange.Data.MultiValuedProperty[${adObjectId}]`, () => null, since2013),
    computed("LastModifiedTime", "datetime", ({ object }, context) => localTime(context, object.whenChanged)),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "Unchanged", since2013),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "CreatedBy" }, { property: "Status", alignment: "left" }],
      until: "2010",
    },
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name" },
        { property: "CreatedBy" },
        { property: "InPlaceHoldEnabled", alignment: "left" },
        { property: "Status", alignment: "left" },
      ],
      since: "2013",
    },
  ],
});

const runtime = "Microsoft.Exchange.Management.Tasks.MailboxSearchTaskException";
const messages = {
  running: message({
    text: (name: string) => `The mailbox search "${name}" is running. Stop it first.`,
    exception: runtime,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  notRunning: message({
    text: (name: string) => `The mailbox search "${name}" isn't running.`,
    exception: runtime,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  holds: message({
    text: (name: string) => `The mailbox search "${name}" holds items. Disable its In-Place Hold before you remove it.`,
    exception: runtime,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-MailboxSearch), the text is not known",
  }),
  noSources: message({
    text: () => "An In-Place Hold needs mailboxes. Use the SourceMailboxes parameter.",
    exception: runtime,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (New-MailboxSearch -InPlaceHoldEnabled), the text is not known",
  }),
} as const;

const own = (search: DirectoryObject, name: string): PropertyValue => getProperty(schema, search, name);
const isRunning = (task: Task, search: DirectoryObject): boolean =>
  stateOf(task.topology, search).state.endsWith("InProgress");
const named = (value: PropertyValue): readonly string[] =>
  (isList(value) ? value : []).map((each) => String(each).toLowerCase());

/** What the mailboxes have that a search asks for: its query, its people and its time. */
function foundBy(task: Task, search: DirectoryObject): readonly FoundPart[] {
  const query = queryFor(task, String(own(search, "SearchQuery") ?? ""));
  const [senders, recipients] = [named(own(search, "Senders")), named(own(search, "Recipients"))];
  const [from, to] = [own(search, "StartDate"), own(search, "EndDate")];
  const utc = (local: bigint): bigint => local - offsetOfLocal(task.cmdlet.context, local);
  const narrows = senders.length + recipients.length > 0 || typeof from === "bigint" || typeof to === "bigint";
  const fits: typeof query = (each) => {
    if (query !== null && !query(each)) return false;
    if (senders.length > 0 && !senders.includes(each.from.toLowerCase())) return false;
    if (recipients.length > 0 && !each.to.some((one) => recipients.includes(one.toLowerCase()))) return false;
    if (typeof from === "bigint" && each.received < utc(from)) return false;
    return typeof to !== "bigint" || each.received <= utc(to);
  };
  return sourcesOf(task.topology, search).flatMap((user) =>
    foundIn(user, query === null && !narrows ? null : fits).map((part) => ({ mailbox: user.guid, ...part })),
  );
}

function start(task: Task, search: DirectoryObject): void {
  const user = currentUser(task);
  change(task, search, {
    properties: {
      Found: foundAsProperty(foundBy(task, search)),
      StartedAt: task.topology.clock,
      EndedAt: null,
      IsStopped: null,
      LastRunBy: user?.name ?? null,
    },
  });
}

/** The mailboxes of a hold know it by its identity; those that are no longer meant forget it. */
function hold(task: Task, search: DirectoryObject): void {
  const identity = String(own(search, "InPlaceHoldIdentity") ?? "");
  const isOn = own(search, "InPlaceHoldEnabled") === true;
  const held = new Set(isOn ? sourcesOf(task.topology, search).map(({ guid }) => guid) : []);
  if (identity === "") return;
  for (const user of listObjects(task.topology, "User")) {
    const kept = own(user, "InPlaceHolds");
    const present = (isList(kept) ? kept : []).map(String);
    const others = present.filter((each) => each !== identity);
    const wanted = held.has(user.guid) ? [...others, identity] : others;
    if (wanted.length !== present.length) change(task, user, { properties: { InPlaceHolds: wanted } });
  }
}

function checkHold(task: Task, enabled: PropertyValue, sources: PropertyValue): void {
  if (enabled === true && (!isList(sources) || sources.length === 0)) throw task.failure(messages.noSources, []);
}

const questions = {
  starting: sentence({
    text: (name: string) => `Starting mailbox search "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
} as const;

function switching(verb: "Start" | "Stop", act: (task: Task, search: DirectoryObject) => void): VerbBehaviour {
  const question = verb === "Start" ? questions.starting : usualSentence(mailboxSearch, "Stop");
  return {
    taskClass: taskClassOf(mailboxSearch, verb),
    emulated: ["Identity"],
    // A search begins anew, and nobody is asked whether what it found may go.
    accepted: verb === "Start" ? ["Force", "Resume", "StatisticsStartIndex"] : [],
    process: (task) => {
      const search = task.resolve("Identity", mailboxSearch.identity, (identity) => task.notFound(identity));
      if (verb === "Start" && isRunning(task, search)) throw task.failure(messages.running, [search.name]);
      if (verb === "Stop" && !isRunning(task, search)) throw task.failure(messages.notRunning, [search.name]);
      task.requireWrite(search);
      if (task.shouldProcess(question.text(search.name))) act(task, search);
    },
  };
}

export const mailboxSearchVerbs: NounVerbs = {
  Get: getVerb(mailboxSearch, {
    limited: true,
    defaultParameterSet: "SearchObjectIdentity",
    accepted: ["ShowDeletionInProgressSearches"],
    filters: {
      InPlaceHoldIdentity: (task) => {
        const wanted = (task.text("InPlaceHoldIdentity") ?? "").toLowerCase();
        return { keep: (search) => String(own(search, "InPlaceHoldIdentity") ?? "").toLowerCase() === wanted };
      },
    },
  }),
  New: newVerb(mailboxSearch, {
    // Texts are searched whatever their language.
    accepted: ["Force", "Language"],
    make: (task, given) => {
      checkHold(task, given.InPlaceHoldEnabled ?? null, given.SourceMailboxes ?? null);
      queryFor(task, task.text("SearchQuery") ?? "");
      const user = currentUser(task);
      const isHold = given.InPlaceHoldEnabled === true && given.InPlaceHoldIdentity === undefined;
      return {
        class: searchClass,
        name: task.text("Name") ?? "",
        properties: {
          CreatedBy: user?.name ?? null,
          ...(isHold ? { InPlaceHoldIdentity: task.cmdlet.context.newGuid().replaceAll("-", "") } : {}),
        },
      };
    },
    after: (task, search) => {
      hold(task, search);
      // Documented: since 2013 a search waits for Start-MailboxSearch.
      if (task.info.release === "2010") start(task, search);
    },
  }),
  Set: setVerb(mailboxSearch, {
    accepted: ["Force", "Language", "StatisticsStartIndex"],
    check: (task, search, { properties = {} }) => {
      if (isRunning(task, search)) throw task.failure(messages.running, [search.name]);
      const after = (name: string): PropertyValue =>
        Object.hasOwn(properties, name) ? (properties[name] ?? null) : own(search, name);
      checkHold(task, after("InPlaceHoldEnabled"), after("SourceMailboxes"));
      queryFor(task, String(after("SearchQuery") ?? ""));
    },
    after: (task, search) => {
      const lacks = own(search, "InPlaceHoldEnabled") === true && own(search, "InPlaceHoldIdentity") === null;
      const identity = task.cmdlet.context.newGuid().replaceAll("-", "");
      hold(task, lacks ? change(task, search, { properties: { InPlaceHoldIdentity: identity } }) : search);
    },
  }),
  Start: switching("Start", start),
  Stop: switching("Stop", (task, search) => {
    change(task, search, { properties: { IsStopped: true } });
  }),
  Remove: removeVerb(mailboxSearch, {
    check: (task, search) => {
      if (isRunning(task, search)) throw task.failure(messages.running, [search.name]);
      if (own(search, "InPlaceHoldEnabled") === true) throw task.failure(messages.holds, [search.name]);
    },
  }),
};
