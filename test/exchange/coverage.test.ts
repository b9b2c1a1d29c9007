// What is declared must be true: parameters that count as emulated are read, and every text says how sure it is.
import { describe, expect, test } from "vitest";
import { coveredParameters, coveredProperties, declaredTexts } from "../../src/exchange/index.js";
import { Task } from "../../src/exchange/noun/task.js";
import { nouns } from "../../src/exchange/nouns.js";
import { IdParameter, idParameterType } from "../../src/exchange/parameters/id-parameter.js";
import type { CmdletRuntime } from "../../src/runtime/cmdlet.js";
import { editionNamed } from "../../src/shell/editions.js";
import { Session } from "../../src/shell/session.js";
import { PowerShellError } from "../../src/values/errors.js";
import { typeNamed } from "../../src/values/types.js";
import type { Value } from "../../src/values/value.js";

/** A task that remembers which parameters were asked for. */
class RecordingTask extends Task {
  readonly asked = new Set<string>();

  override has(parameter: string): boolean {
    this.asked.add(parameter);
    return super.has(parameter);
  }
  override value(parameter: string): Value {
    this.asked.add(parameter);
    return super.value(parameter);
  }
}

/** A cmdlet's runtime without a pipeline around it. */
function runtimeWith(context: CmdletRuntime["context"], given: ReadonlySet<string>): CmdletRuntime {
  const refuse = (): never => {
    throw new Error("not needed here");
  };
  return {
    context,
    isBound: (parameter: string) => given.has(parameter),
    writeObject: () => {},
    writeWarning: () => {},
    shouldProcessDescription: () => true,
    parameterSetName: "",
    get invocationInfo() {
      return refuse();
    },
    get streams() {
      return refuse();
    },
    pipelinePosition: 1,
    pipelineLength: 1,
    expectingInput: false,
    writeError: refuse,
    writeVerbose: () => {},
    writeDebug: () => {},
    writeInformation: () => {},
    throwTerminatingError: refuse,
    shouldProcess: () => true,
    shouldContinue: () => true,
    shouldContinueForAll: () => true,
    stopUpstream: refuse,
  };
}

const identity = (text: string): Value =>
  new IdParameter(typeNamed(idParameterType("DatabaseIdParameter")), text, null);

/** Values with which the verbs get as far as reading all that they read; `null` for what is not named. */
const samples: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["Server", identity("HO-EX2010-MB1")],
  ["Site", identity("HeadOffice")],
  ["Fqdn", "x.exchangeserverpro.net"],
  ["Name", "x"],
  ["Database", identity("MB-HO-01")],
  ["Archive", true],
]);

const firstOf: Readonly<Record<string, string>> = {
  ADSite: "HeadOffice",
  ClientAccessArray: "x",
  ClientAccessServer: "HO-EX2010-MB1",
  ExchangeServer: "HO-EX2010-MB1",
  Mailbox: "Alan Reid",
  MailboxDatabase: "MB-HO-01",
};

const mine = nouns.filter(({ noun }) => Object.hasOwn(firstOf, noun.noun));

describe("emulated parameters are read", () => {
  const verbs = mine.flatMap(({ noun, verbs: behaviours }) =>
    Object.entries(behaviours).map(([verb, behaviour]) => [`${verb}-${noun.noun}`, noun.noun, behaviour] as const),
  );

  // Enable-Mailbox reads them of a user without a mailbox, and there is none: recipients/mailbox-writing.test.ts.
  // Connect-Mailbox of one that was disabled: mailboxes/mailbox-statistics.test.ts.
  test.each(verbs.filter(([cmdlet]) => cmdlet !== "Enable-Mailbox" && cmdlet !== "Connect-Mailbox"))(
    "%s",
    (cmdlet, noun, behaviour) => {
      const context = new Session(editionNamed("Exchange2010"), {}).engine;
      if (noun === "ClientAccessArray" && !cmdlet.startsWith("New")) {
        // There is an array to find only once it was made.
        const make = mine.find((registered) => registered.noun.noun === noun)?.verbs.New;
        runQuietly(() =>
          make?.process(
            new RecordingTask(runtimeWith(context, new Set()), Object.fromEntries(samples), {
              name: cmdlet,
              taskClass: "x",
              release: "2010",
            }),
          ),
        );
      }
      const asked = new Set<string>();
      // One at a time, so that no refusal of one hides another.
      for (const parameter of behaviour.emulated) {
        const given: Record<string, Value> = {};
        for (const each of behaviour.emulated) given[each] = samples.get(each) ?? null;
        const name = cmdlet === "Get-Mailbox" ? "" : (firstOf[noun] ?? "");
        // Without an identity all objects are read.
        if (name !== "") given.Identity = identity(name);
        const bound = cmdlet.startsWith("New-") ? behaviour.emulated : ["Identity", parameter];
        const task = new RecordingTask(runtimeWith(context, new Set(bound)), given, {
          name: cmdlet,
          taskClass: "x",
          release: "2010",
        });
        runQuietly(() => behaviour.process(task));
        for (const one of task.asked) asked.add(one);
      }
      expect(behaviour.emulated.filter((parameter) => !asked.has(parameter))).toEqual([]);
    },
  );

  function runQuietly(run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof PowerShellError)) throw error;
    }
  }
});

describe("the table of coverage", () => {
  test.each(["2010", "2013", "2016", "2019"] as const)("%s: every parameter of the release has its row", (release) => {
    const rows = coveredParameters(release);
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.map(({ cmdlet, parameter }) => `${cmdlet} -${parameter}`)).size).toBe(rows.length);
  });

  test("what is refused of the databases and arrays in 2010", () => {
    const refused = coveredParameters("2010").filter(
      ({ cmdlet, coverage }) =>
        coverage === "refused" && /-(MailboxDatabase|ClientAccessArray|ClientAccessServer)$/.test(cmdlet),
    );
    expect(refused.map(({ cmdlet, parameter }) => `${cmdlet} -${parameter}`)).toEqual([]);
  });

  test("names in the lists of the nouns are parameters of some release", () => {
    const known = new Set(
      ["2010", "2013", "2016", "2019"].flatMap((release) =>
        coveredParameters(release as "2010").map(({ cmdlet, parameter }) => `${cmdlet} -${parameter}`),
      ),
    );
    const unknown = nouns.flatMap(({ noun, verbs }) =>
      Object.entries(verbs).flatMap(([verb, { emulated, accepted }]) =>
        [...emulated, ...accepted]
          .map((parameter) => `${verb}-${noun.noun} -${parameter}`)
          .filter((name) => !known.has(name)),
      ),
    );
    expect(unknown).toEqual([]);
  });

  test("properties say how sure they are", () => {
    const unsure = coveredProperties("2010").filter(
      ({ noun, certainty }) => noun === "ClientAccessArray" && certainty !== "captured",
    );
    expect(unsure.map(({ property, certainty }) => `${property}: ${certainty}`)).toEqual([
      "ExchangeLegacyDN: memory",
      "WhenChangedUTC: derived",
      "WhenCreatedUTC: derived",
      "OrganizationId: derived",
      "OriginatingServer: derived",
      "IsValid: derived",
    ]);
  });

  test("texts say where they are from; those of our own wording can be listed", () => {
    const texts = declaredTexts();
    expect(texts.filter(({ evidence }) => evidence === "")).toEqual([]);
    expect(texts.find(({ template }) => template.startsWith("Couldn't find database"))).toEqual({
      template: 'Couldn\'t find database "{0}". Make sure you have typed it correctly.',
      certainty: "captured",
      evidence: "facts/nouns.json (general) errors",
    });
    expect(texts.filter(({ certainty }) => certainty === "unknown").length).toBeGreaterThan(5);
  });
});
