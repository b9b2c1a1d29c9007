import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import {
  expressionKey,
  type PropertyParameter,
  parsePropertyParameters,
} from "../../formatting/property-expressions.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import {
  caseSensitiveKey,
  displayText,
  type ErrorRecord,
  isNull,
  newHashtable,
  PSDictionary,
  SwitchParameter,
  typeNamed,
  type Value,
} from "../../values/index.js";
import { baseOf, DotNetObject } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import {
  compareKeys,
  expandParameters,
  type KeyedObject,
  keysOf,
  type ObjectKey,
  orDefaultKeys,
} from "../object-keys.js";
import { bucketText } from "../unique-objects.js";
import { groupOrder } from "./group-facts.js";
import { GroupInfo } from "./group-info.js";

const parameters = {
  NoElement: { type: "switch" },
  AsHashTable: { type: "switch", sets: ["HashTable"], aliases: ["AHT"] },
  AsString: { type: "switch", sets: ["HashTable"] },
  InputObject: { type: "psobject", pipeline: "value" },
  Property: { type: "object[]", position: 0 },
  Culture: { type: "string", coverage: "accepted" },
  CaseSensitive: { type: "switch" },
} as const satisfies ParameterDeclarations;

/** SPEC E.5. */
export const groupObject = defineCmdlet({
  name: "Group-Object",
  typeName: "Microsoft.PowerShell.Commands.GroupObjectCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Puts objects with equal properties together.",
  parameters,
  create: (bound, cmdlet) => new Grouping(bound, cmdlet),
});

class Group {
  readonly members: Value[] = [];
  constructor(readonly keys: readonly ObjectKey[]) {}
}

class Grouping implements CmdletBody {
  private properties: readonly PropertyParameter[] = [];
  private readonly objects: Value[] = [];
  private readonly entries: KeyedObject[] = [];
  /** Type names of the keys seen, by place: groups are sorted only while a key has one type throughout. */
  private readonly keyTypes: Set<string>[] = [];

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  begin(): void {
    const { bound, cmdlet } = this;
    this.properties = parsePropertyParameters(bound.Property, [expressionKey], (record) =>
      cmdlet.throwTerminatingError(record),
    );
    if (bound.AsString && !bound.AsHashTable) {
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "ArgumentException",
          category: "InvalidArgument",
          exception: "ArgumentException",
          message:
            "The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter.",
          target: new SwitchParameter(true),
        }),
      );
    }
  }

  process(): void {
    const object = this.bound.InputObject;
    if (object === undefined || isNull(object)) return;
    this.objects.push(object);
  }

  /** Keys wait for the end, as a wildcard means what any of the objects has. */
  private evaluateKeys(): void {
    const { cmdlet } = this;
    const properties = orDefaultKeys(cmdlet.context, this.objects, this.properties);
    const expressions = expandParameters(cmdlet.context, this.objects, properties).map((p) => p.expression);
    for (const object of this.objects) {
      const keys = properties.length === 0 ? [{ value: object, exists: true }] : keysOf(cmdlet, object, expressions);
      keys.forEach((key, i) => {
        this.keyTypes[i] ??= new Set();
        if (!isNull(key.value)) this.keyTypes[i]?.add(typeNameOf(baseOf(key.value)));
      });
      this.entries.push({ object, keys, index: this.entries.length });
    }
  }

  end(): void {
    this.evaluateKeys();
    const groups = this.makeGroups();
    if (this.bound.AsHashTable) this.writeHashtable(groups);
    else for (const group of groups) this.cmdlet.writeObject(this.infoOf(group));
  }

  private makeGroups(): readonly Group[] {
    const ignoreCase = !this.bound.CaseSensitive;
    const { context } = this.cmdlet;
    const same = (a: readonly ObjectKey[], b: readonly ObjectKey[]): number =>
      compareKeys(context, a, b, [], ignoreCase);
    const isSorted = groupOrder(context.facts) === "sorted" && this.keyTypes.every((types) => types.size < 2);
    if (isSorted) {
      this.entries.sort((a, b) => same(a.keys, b.keys) || a.index - b.index);
    }
    const groups: Group[] = [];
    const buckets = new Map<string, Group[]>();
    for (const { object, keys } of this.entries) {
      const bucketKey = keys.map((key) => bucketText(context, baseOf(key.value))).join("\u0000");
      const bucket = buckets.get(bucketKey) ?? [];
      buckets.set(bucketKey, bucket);
      let group = bucket.find((candidate) => same(candidate.keys, keys) === 0);
      if (group === undefined) {
        group = new Group(keys);
        bucket.push(group);
        groups.push(group);
      }
      group.members.push(object);
    }
    return groups;
  }

  private infoOf(group: Group): GroupInfo {
    return new GroupInfo(
      group.keys.filter((key) => key.exists).map((key) => key.value),
      this.nameOf(group),
      this.bound.NoElement ? null : group.members,
      group.members.length,
    );
  }

  private nameOf({ keys }: Group): string {
    const { context } = this.cmdlet;
    return keys
      .filter((key) => key.exists && !isNull(key.value))
      .map((key) => displayText(context, key.value))
      .join(", ");
  }

  private writeHashtable(groups: readonly Group[]): void {
    const { cmdlet, bound } = this;
    // 5.1's table ignores case in every case.
    const table =
      bound.CaseSensitive && cmdlet.context.facts.languageVersion >= 7
        ? new PSDictionary(typeNamed("System.Collections.Hashtable"), caseSensitiveKey)
        : newHashtable();
    for (const group of groups) {
      const info = this.infoOf(group);
      const key = bound.AsString ? info.name : (group.keys[0]?.value ?? null);
      if (isNull(key) || table.has(key)) {
        cmdlet.throwTerminatingError(duplicateKeyError());
      }
      table.set(baseOf(key), info.members());
    }
    cmdlet.writeObject(table);
  }
}

function typeNameOf(value: Value): string {
  return value instanceof DotNetObject ? value.type.fullName : typeof value;
}

const duplicateText =
  "The objects grouped by this property cannot be expanded because there is a key duplication. Provide a valid value for the property, and then try again.";

function duplicateKeyError(): ErrorRecord {
  return cmdletError({
    id: duplicateText,
    category: "InvalidArgument",
    exception: "Exception",
    message: duplicateText,
  });
}
