import { describe, expect, it } from "vitest";
import { guidAt } from "../../src/topology/guid.js";
import {
  defineClass,
  isoFromTicks,
  type PropertyValue,
  parseGuid,
  reference,
  Schema,
  sameValue,
  ticksFromIso,
} from "../../src/topology/index.js";
import { takeValue } from "../../src/topology/value.js";

const take = (value: PropertyValue): PropertyValue => takeValue(value, () => "Thing.Value");

describe("values", () => {
  it("are copied and frozen, so that nobody can change what the organization holds", () => {
    const list = ["a", { kind: "size", bytes: 5n }];
    const taken = take(list);
    list.push("b");
    expect(taken).toEqual(["a", { kind: "size", bytes: 5n }]);
    expect(Object.isFrozen(taken)).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ["not a number", Number.NaN, "Thing.Value: a number must be finite, and this is NaN."],
    ["a date", new Date(0), "Thing.Value: a record must be a plain object, not an instance of a class."],
    [
      "no kind",
      { bytes: 1 },
      'Thing.Value: a record needs a "kind" that says what it is, for example { kind: "unlimited" }.',
    ],
    [
      "undefined",
      [undefined],
      "Thing.Value[0]: a value is text, number, boolean, bigint, list, record or null, not undefined.",
    ],
    [
      "a strange field",
      { kind: "x", "a b": 1 },
      'Thing.Value: "a b" is no name for a field of a record: use letters and digits.',
    ],
  ])("refuse %s", (_, value, message) => {
    expect(() => take(value as PropertyValue)).toThrow(message);
  });

  it("refuse endless nesting instead of exhausting the stack", () => {
    const loop: PropertyValue[] = [];
    loop.push(loop);
    expect(() => take(loop)).toThrow("lists and records nest at most 16 deep");
  });

  it("are the same by content", () => {
    expect(sameValue([1, { kind: "a", b: 2n }], [1, { kind: "a", b: 2n }])).toBe(true);
    expect(sameValue(reference("1"), reference("2"))).toBe(false);
    expect(sameValue([], null)).toBe(false);
  });
});

describe("GUIDs", () => {
  it("are the same for the same seed and number, and differ otherwise", () => {
    const drawn = Array.from({ length: 2000 }, (_, number) => guidAt(1, number));
    expect(guidAt(1, 0)).toBe(drawn[0]);
    expect(new Set([...drawn, ...drawn.map((_, number) => guidAt(2, number))]).size).toBe(4000);
    expect(
      drawn.every((guid) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(guid)),
    ).toBe(true);
  });

  it("are read in every spelling", () => {
    expect(parseGuid("{57FC1A1C-45E3-441F-B6CE-B1A31A23751E}")).toBe("57fc1a1c-45e3-441f-b6ce-b1a31a23751e");
    expect(parseGuid("57fc1a1c45e3441fb6ceb1a31a23751e")).toBe("57fc1a1c-45e3-441f-b6ce-b1a31a23751e");
    expect(parseGuid("57fc1a1c-45e3")).toBeNull();
  });
});

describe("points in time", () => {
  it.each([
    ["2013-06-03T09:00:00Z", 635_058_468_000_000_000n, "2013-06-03T09:00:00Z"],
    ["2013-06-03T11:00+02:00", 635_058_468_000_000_000n, "2013-06-03T09:00:00Z"],
    ["2013-06-03T09:00:00.1234567Z", 635_058_468_001_234_567n, "2013-06-03T09:00:00.1234567Z"],
    ["0001-01-01", 0n, "0001-01-01T00:00:00Z"],
    ["9999-12-31T23:59:59.9999999Z", 3_155_378_975_999_999_999n, "9999-12-31T23:59:59.9999999Z"],
  ])("%s is %i ticks", (text, ticks, written) => {
    expect(ticksFromIso(text)).toBe(ticks);
    expect(isoFromTicks(ticks)).toBe(written);
  });

  it.each(["yesterday", "2013-02-31", "2013-06-03T25:00:00Z", "2013-06-03T09:00:00", "0000-01-01"])(
    "%s is none",
    (text) => {
      expect(() => ticksFromIso(text, "now")).toThrow(
        `now: "${text}" is no point in time. Write it as 2013-06-03T09:00:00Z.`,
      );
    },
  );
});

describe("classes", () => {
  const connector = {
    name: "SendConnector",
    objectClass: ["top", "msExchRoutingSMTPConnector"],
    objectCategory: "ms-Exch-Routing-SMTP-Connector",
    container: { below: "organization", path: ["CN=Connections"] },
    properties: { Enabled: { holds: "boolean", default: true } },
  } as const;

  it("are checked when they are declared", () => {
    expect(() => defineClass({ ...connector, name: "send connector" })).toThrow(
      '"send connector" is no name for a class',
    );
    expect(() => defineClass({ ...connector, properties: { Name: { holds: "string" } } })).toThrow(
      'SendConnector.Name: "Name" is no name for a property of its own: every object has it without a declaration.',
    );
    expect(() => defineClass({ ...connector, properties: { Cost: { holds: "number", default: "1" } } })).toThrow(
      "SendConnector.Cost: it holds number, not string.",
    );
    expect(() => defineClass({ ...connector, indexes: { fqdn: { property: "Fqdn" } } })).toThrow(
      'SendConnector.indexes.fqdn: there is no property "Fqdn" to index.',
    );
  });

  it("are extended without touching where they were declared", () => {
    const schema = new Schema([defineClass(connector)]);
    const extended = schema.extend({ name: "SendConnector", properties: { Comment: { holds: "string" } } });
    expect(Object.keys(extended.get("SendConnector").properties)).toEqual(["Enabled", "Comment"]);
    expect(Object.keys(schema.get("SendConnector").properties)).toEqual(["Enabled"]);
    const again = extended.extend({ name: "SendConnector", properties: { Comment: { holds: "string" } } });
    expect(again.classes).toEqual(extended.classes);
    expect(again.get("SendConnector").properties).toEqual(extended.get("SendConnector").properties);
    const contradicting = extended.extend({ name: "SendConnector", properties: { Comment: { holds: "number" } } });
    expect(() => contradicting.get("SendConnector").properties).toThrow(
      "SendConnector.Comment: the property is declared already, and differently.",
    );
    expect(() => schema.extend({ name: "Nonsense" })).toThrow('There is no class "Nonsense" in the schema.');
  });

  it("have properties that are asked for when they are first needed, once", () => {
    const asked: string[] = [];
    const properties = () => {
      asked.push("class");
      return connector.properties;
    };
    const schema = new Schema([defineClass({ ...connector, properties })]).extend({
      name: "SendConnector",
      properties: () => {
        asked.push("extension");
        return { Comment: { holds: "string" } };
      },
    });
    expect(asked).toEqual([]);
    expect(Object.keys(schema.get("SendConnector").properties)).toEqual(["Enabled", "Comment"]);
    expect(Object.keys(schema.get("SendConnector").properties)).toEqual(["Enabled", "Comment"]);
    expect(asked).toEqual(["class", "extension"]);
  });
});
