import { parse, parseWithTokens } from "../../grammar/index.js";
import { createParameterBinder } from "../binding/binder.js";
import { commonParameterMetadata } from "../binding/common-parameters.js";
import {
  addDisplaySets,
  addFileMembers,
  type CommandHistory,
  clockKey,
  coreCmdlets,
  defaultAliases,
  driveOf,
  exchangeAliases,
  executionPoliciesKey,
  type FileSystem,
  fileSystemKey,
  fileSystemOf,
  findNotEmulatedCommand,
  findShellFunction,
  historyKey,
  initialJobs,
  initialPolicies,
  invocationText,
  jobsKey,
  type LoadedModules,
  loadedModulesKey,
  openRedirection,
  remotingKey,
  requirable,
  type SeededNumbers,
  seededNumbersKey,
  transcriptsKey,
} from "../cmdlets/index.js";
import { findScript, sessionFiles } from "../cmdlets/management/session-files.js";
import { autoLoadedCommand } from "../cmdlets/modules/auto-load.js";
import {
  accountIn,
  activeDirectoryCmdlets,
  activeDirectoryModule,
  allowedPart,
  connectionsKey,
  exchangeCmdletSource,
  exchangeViews,
  findActiveDirectoryCmdlet,
  findExSetup,
  findImported,
  findManagementShellCommand,
  firstConnection,
  importedCommands,
  initialPSSessions,
  Organization,
  organizationKey,
  type PSSessions,
  psSessionsKey,
  remotingOf,
  schema,
  serverCmdlets,
  serverViews,
  sessionCmdlets,
  sessionViews,
} from "../exchange/index.js";
import {
  builtInViews,
  createOutDefault,
  Formatting,
  formattingKey,
  messageText,
  positionMessage,
  ViewTable,
} from "../formatting/index.js";
import {
  availableModules,
  connectionsIn,
  findModuleCommand,
  findProgram,
  labCmdlets,
  labViews,
  loadedModuleCmdlets,
  sessionNames,
  sessionSockets,
  settle,
  windowsDisplaySets,
  windowsViews,
} from "../network/index.js";
import { Engine } from "../runtime/engine.js";
import type { ParameterBinder } from "../runtime/execution-context.js";
import { Extensions } from "../runtime/extension.js";
import { nullPipe } from "../runtime/pipes.js";
import {
  getProperty,
  listObjects,
  setClock,
  startingPointsOf,
  type Topology,
  ticksFromIso,
} from "../topology/index.js";
import { type Culture, cultureOfName, emulatedCultures } from "../values/culture.js";
import { ticksPerSecond } from "../values/date-time.js";
import { TypeTable } from "../values/members.js";
import { Answers } from "./answers.js";
import { ConsoleHost } from "./console.js";
import { customCmdletSource } from "./custom-cmdlets/index.js";
import type { Edition } from "./editions.js";
import { defineEnvironment, type EmulatedHost } from "./environment.js";
import { addExchangeFolders } from "./exchange-folders.js";
import { History } from "./history.js";
import { OutputObject } from "./output-object.js";
import { RandomSource } from "./random-source.js";
import { defineSessionVariables } from "./session-variables.js";
import type { ShellOptions } from "./shell.js";
import { BuiltIns } from "./surroundings.js";
import { timeZoneNamed, type UtcOffset } from "./time-zone.js";
import { TranscriptWriter } from "./transcript-writer.js";

const defaultWidth = 120;
const defaultHeight = 50;
/** Narrower than this the formatter prints nothing but blank lines. */
const leastWidth = 6;

function cultureFor(name: string, { values }: Edition): Culture {
  const culture = cultureOfName(name, values);
  if (culture !== undefined) return culture;
  throw new RangeError(
    `The cultures ${emulatedCultures().join(", ")} and "" (the invariant one) are emulated; this one is not: ${name}.`,
  );
}

/** One session with its layers wired together: the only place that knows all of them. */
export class Session {
  readonly console: ConsoleHost;
  readonly organization: Organization;
  readonly fileSystem: FileSystem;
  readonly engine: Engine;
  readonly answers: Answers;
  readonly formatting: Formatting;
  readonly random: RandomSource;
  readonly seededNumbers: SeededNumbers = { current: null };
  history = new History();
  readonly policies = initialPolicies();
  readonly psSessions: PSSessions;
  readonly jobs = initialJobs();
  readonly modules: LoadedModules = {
    names: new Set(),
    available: () => [
      activeDirectoryModule(this.edition.values.languageVersion),
      ...availableModules(this.organization, this.edition.values.languageVersion),
    ],
  };
  readonly transcripts = new TranscriptWriter(() => this.engine);
  private readonly utcOffset: UtcOffset;
  /** What the session begins with and shares with no other. */
  readonly builtIns: BuiltIns;

  constructor(
    readonly edition: Edition,
    readonly options: ShellOptions,
  ) {
    const width = options.width ?? defaultWidth;
    if (!Number.isInteger(width) || width < leastWidth) {
      throw new RangeError(
        `The width of the window is a whole number of columns, at least ${leastWidth}; it was ${width}.`,
      );
    }
    const facts = edition.formatting;
    this.answers = new Answers(options.ask, [...(options.answers ?? [])]);
    this.formatting = new Formatting(facts, viewsOf(edition));
    this.random = new RandomSource(options.seed ?? 1);
    this.console = new ConsoleHost(
      width,
      options.height ?? defaultHeight,
      this.answers,
      (kind, text, columns) => messageText(kind, text, { facts, width: columns }),
      options.write,
      (text) => this.transcripts.write(text),
    );
    this.utcOffset = timeZoneNamed(options.timeZone ?? "UTC");
    this.organization = new Organization(startOf(options, edition), edition.exchange, options.user ?? null);
    this.fileSystem = fileSystemOf(Object.entries(options.files ?? {}), this.now());
    if (edition.exchange !== null) addExchangeFolders(this.fileSystem, edition.exchange, this.now());
    this.psSessions = initialPSSessions(ownConnection(this.organization, edition));
    this.engine = new Engine({
      facts: edition.values,
      runtimeFacts: edition.runtime,
      host: this.console,
      services: {
        binder: this.binder(options),
        startOutDefault: (context) => createOutDefault(context),
        importedCommands: () => [
          ...importedCommands(this.psSessions),
          ...activeDirectoryCmdlets(this.modules.names, edition.values.languageVersion),
          ...loadedModuleCmdlets(this.organization, this.modules.names, edition.values.languageVersion),
        ],
        findBuiltInCommand: (name) =>
          findImported(this.psSessions, name) ??
          findActiveDirectoryCmdlet(name, this.modules.names, edition.values.languageVersion) ??
          (edition.exchange === null ? undefined : findManagementShellCommand(name)) ??
          findShellFunction(name) ??
          findProgram(this.organization, name) ??
          findExSetup(this.organization, name) ??
          findModuleCommand(this.organization, name, this.modules.names, edition.values.languageVersion) ??
          findNotEmulatedCommand(name, edition.values.languageVersion),
        openRedirection,
        findScript,
        autoLoad: autoLoadedCommand,
        requirable,
        files: sessionFiles(() => this.engine),
        environment: {
          get: (name) => this.engine.drives.environment.get(name.toUpperCase())?.value ?? null,
          set: (name, value) => this.engine.drives.setEnvironment(name, value),
        },
        names: sessionNames(this.organization),
        sockets: sessionSockets(this.organization, (seconds) =>
          this.advanceClock(BigInt(Math.round(seconds * Number(ticksPerSecond)))),
        ),
        driveOf: (path) => driveOf(this.fileSystem, path),
        commonParameters: commonParameterMetadata,
        isTypeHidden: (type) => edition.exchange === null && type.fullName.startsWith("Microsoft.Exchange."),
        historyId: () => this.history.lastId,
        positionText: (invocation) => positionMessage(invocation, facts.errors),
        extensions: new Extensions()
          .with(formattingKey, this.formatting)
          .with(organizationKey, this.organization)
          .with(connectionsKey, connectionsIn(this.organization))
          .with(fileSystemKey, this.fileSystem)
          .with(executionPoliciesKey, this.policies)
          .with(transcriptsKey, this.transcripts)
          .with(psSessionsKey, this.psSessions)
          .with(jobsKey, this.jobs)
          .with(loadedModulesKey, this.modules)
          .with(remotingKey, remotingOf(this.psSessions))
          .with(seededNumbersKey, this.seededNumbers)
          .with(historyKey, this.commandHistory())
          .with(clockKey, {
            timeZone: options.timeZone ?? "UTC",
            startOfMachine: startOfDay(this.now()),
            offsetsIn: timeZoneNamed,
            advance: (ticks) => this.advanceClock(ticks),
          }),
      },
      parse: (text) => parse(text, { edition: edition.name }),
      parseWithTokens: (text) => parseWithTokens(text, { edition: edition.name }),
      typeTable: typesOf(edition),
      now: () => this.now(),
      utcOffset: this.utcOffset,
      userName: accountIn(options.user ?? "Administrator"),
      newGuid: () => this.random.guid(),
      random: () => this.random.next(),
      ...(options.culture === undefined ? {} : { culture: cultureFor(options.culture, edition) }),
      ...(options.limits === undefined ? {} : { limits: options.limits }),
    });
    const { session } = this.engine;
    const { languageVersion } = edition.values;
    for (const cmdlet of [...coreCmdlets, ...serverCmdlets, ...sessionCmdlets])
      if ((cmdlet.since ?? 2) <= languageVersion) session.addCmdlet(cmdlet);
    if (options.cmdlets !== undefined) session.addCmdlets(customCmdletSource(options.cmdlets));
    session.narrow = (cmdlet) => allowedPart(cmdlet, this.organization.session.rights);
    if (edition.exchange !== null) {
      session.addCmdlets(exchangeCmdletSource(edition.exchange));
      for (const cmdlet of labCmdlets) session.addCmdlet(cmdlet);
    }
    const aliases = [...defaultAliases(languageVersion), ...(edition.exchange === null ? [] : exchangeAliases)];
    for (const alias of aliases) session.globalScope.setAlias(alias);
    defineSessionVariables(this.engine, edition, this.fileSystem.location);
    const [own] = this.psSessions.state.sessions;
    if (own !== undefined) session.globalScope.setVariable("remoteSession", own);
    defineEnvironment(this.engine.drives, edition, hostOf(this.organization));
    this.builtIns = new BuiltIns(this);
  }

  /** The binder; with `onBind` it tells what it bound. */
  private binder({ onBind }: ShellOptions): ParameterBinder {
    const binder = createParameterBinder(this.edition.binding);
    if (onBind === undefined) return binder;
    return {
      ...binder,
      bind: (metadata, invocation) => {
        const bound = binder.bind(metadata, invocation);
        onBind(
          metadata.name,
          new Map([...bound.values].map(([name, value]) => [name, new OutputObject(this.engine, value)])),
        );
        return bound;
      },
    };
  }

  get prompt(): string {
    return `${this.edition.promptPrefix}${this.fileSystem.location}>`;
  }

  /** Notes in the history when the entry that runs ended. */
  entryEnded(): void {
    this.history.end(this.now());
  }

  /** Keeps an entry for Get-History. */
  remember(text: string): void {
    this.history.begin(text, this.now());
    if (this.transcripts.open.length > 0) {
      this.transcripts.writeLine(`${this.prompt}${text}\n`, invocationText(this.engine));
    }
  }

  /** What the cmdlets of the history work on. */
  private commandHistory(): CommandHistory {
    const session = this;
    return {
      get entries() {
        return session.history.entries;
      },
      add: (entry) => session.history.add(entry),
      remove: (ids) => session.history.remove(ids),
      replaceRunning: (commandLine) => session.history.replaceRunning({ commandLine }),
    };
  }

  /** Local time of the emulated clock. */
  private now(): bigint {
    const { clock } = this.organization.current;
    return clock + this.utcOffset(clock);
  }

  /** The clock moves on; what follows from what was done before happens before that. */
  private advanceClock(ticks: bigint): void {
    this.organization.current = settle(this.organization.current);
    this.organization.passTime(this.organization.current.clock + ticks);
  }

  /** Runs a script whose output and text nobody sees; an error that ends it is thrown. */
  runProfile(text: string): void {
    this.answers.begin([]);
    // Nobody sees it: all of its text counts as handed out.
    this.console.begin(Number.POSITIVE_INFINITY);
    const { tree, source } = this.engine.parseEntry(text);
    const outcome = this.engine.runEntry(tree, source, nullPipe);
    if (outcome.status === "terminated") throw new Error(`The profile ended with an error: ${outcome.record.message}`);
  }
}

function startOfDay(ticks: bigint): bigint {
  return ticks - (ticks % 864_000_000_000n);
}

/** The connection that Exchange's own shell starts with. */
function ownConnection({ current, session }: Organization, { exchange, values }: Edition) {
  return exchange === null ? null : firstConnection(current, session, exchange, values.languageVersion);
}

/** The shell runs on the server that its remote session goes to. */
function hostOf({ current, session }: Organization): EmulatedHost {
  const [domain] = listObjects(current, "Domain");
  const [controller] = listObjects(current, "DomainController");
  const netBIOSName = domain === undefined ? null : getProperty(schema, domain, "NetBIOSName");
  return {
    computerName: session.serverName === "" ? "EX01" : session.serverName.toUpperCase(),
    logonServer: controller?.name.toUpperCase() ?? "",
    domain: domain?.name ?? "",
    netBIOSName: typeof netBIOSName === "string" ? netBIOSName : "",
  };
}

function typesOf(edition: Edition): TypeTable {
  const types = new TypeTable();
  addDisplaySets(types);
  addDisplaySets(types, windowsDisplaySets);
  addFileMembers(types, edition.values.languageVersion);
  return types;
}

/** The organization that a session begins with, at the time that it begins: left out, one of the edition's release. */
function startOf({ topology: given, now }: ShellOptions, { exchange }: Edition): Topology {
  const topology = given ?? startingPointsOf(exchange ?? "2010").headOffice;
  return now === undefined ? topology : setClock(topology, ticksFromIso(now, "now"));
}

function viewsOf(edition: Edition): ViewTable {
  const views = new ViewTable([
    ...builtInViews,
    ...serverViews(edition.values.languageVersion),
    ...sessionViews(edition.values.languageVersion),
    ...windowsViews(edition.values.languageVersion),
  ]);
  return edition.exchange === null ? views : views.append([...exchangeViews(edition.exchange), ...labViews]);
}
