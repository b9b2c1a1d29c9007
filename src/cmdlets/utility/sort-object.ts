import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import {
  expressionKey,
  type PropertyKeyDefinition,
  type PropertyParameter,
  parsePropertyParameters,
} from "../../formatting/property-expressions.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { isNull, isTrue, type Value } from "../../values/index.js";
import { compareKeys, expandParameters, type KeyedObject, keysOf, orDefaultKeys } from "../object-keys.js";
import { introsort } from "../object-order.js";

const direction = (name: string): PropertyKeyDefinition => ({ name, accept: (value) => isTrue(value) });

const parameters = {
  Stable: { since: 7, type: "switch", sets: ["Default"] },
  Descending: { type: "switch" },
  Unique: { type: "switch" },
  Top: {
    since: 7,
    type: "int",
    sets: ["Top"],
    mandatory: true,
    validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }],
  },
  Bottom: {
    since: 7,
    type: "int",
    sets: ["Bottom"],
    mandatory: true,
    validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }],
  },
  InputObject: { type: "psobject", pipeline: "value" },
  Property: { type: "object[]", position: 0 },
  Culture: { type: "string", coverage: "accepted" },
  CaseSensitive: { type: "switch" },
} as const satisfies ParameterDeclarations;

/** SPEC E.4, H.4. */
export const sortObject = defineCmdlet({
  name: "Sort-Object",
  typeName: "Microsoft.PowerShell.Commands.SortObjectCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Sorts objects by properties.",
  defaultParameterSet: "Default",
  parameters,
  create: (bound, cmdlet) => new Sorting(bound, cmdlet),
});

class Sorting implements CmdletBody {
  private properties: readonly PropertyParameter[] = [];
  private readonly objects: Value[] = [];
  private readonly keyed: KeyedObject[] = [];
  /** Objects that have none of the keys: behind all others, as they came. */
  private readonly keyless: Value[] = [];

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  begin(): void {
    this.properties = parsePropertyParameters(
      this.bound.Property,
      [expressionKey, direction("ascending"), direction("descending")],
      (record) => this.cmdlet.throwTerminatingError(record),
    );
  }

  process(): void {
    const object = this.bound.InputObject;
    if (object === undefined || isNull(object)) return;
    this.objects.push(object);
  }

  /** Keys wait for the end, as a wildcard means what any of the objects has. */
  private evaluateKeys(): void {
    const { context } = this.cmdlet;
    this.properties = expandParameters(context, this.objects, orDefaultKeys(context, this.objects, this.properties));
    const expressions = this.properties.map((property) => property.expression);
    for (const object of this.objects) {
      const keys =
        this.properties.length === 0 ? [{ value: object, exists: true }] : keysOf(this.cmdlet, object, expressions);
      if (keys.every((key) => !key.exists)) this.keyless.push(object);
      else this.keyed.push({ object, keys, index: this.keyed.length });
    }
  }

  end(): void {
    const { Top, Bottom } = this.bound;
    const { context } = this.cmdlet;
    this.evaluateKeys();
    const ignoreCase = !this.bound.CaseSensitive;
    const isDescending = this.directions();
    const order = (a: KeyedObject, b: KeyedObject): number =>
      compareKeys(context, a.keys, b.keys, isDescending, ignoreCase);
    if (this.bound.Stable || Top !== undefined || Bottom !== undefined) {
      this.keyed.sort((a, b) => order(a, b) || a.index - b.index);
    } else introsort(this.keyed, order);
    let sorted: Value[] = [];
    let previous: KeyedObject | null = null;
    for (const entry of this.keyed) {
      if (this.bound.Unique && previous !== null && order(previous, entry) === 0) continue;
      previous = entry;
      sorted.push(entry.object);
    }
    sorted = sorted.concat(this.bound.Unique ? this.keyless.slice(0, 1) : this.keyless);
    if (Top !== undefined) sorted = sorted.slice(0, Top);
    if (Bottom !== undefined) sorted = sorted.slice(-Bottom);
    for (const object of sorted) this.cmdlet.writeObject(object);
  }

  /** Per key; -Descending is what keys without a direction of their own do. */
  private directions(): readonly boolean[] {
    const overall = this.bound.Descending;
    if (this.properties.length === 0) return [overall];
    return this.properties.map(({ entries }) => {
      const ascending = entries.get("ascending");
      if (ascending !== undefined) return ascending !== true;
      const descending = entries.get("descending");
      return descending === undefined ? overall : descending === true;
    });
  }
}
