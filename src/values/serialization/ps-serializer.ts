import { PSArray } from "../collections.js";
import { netError } from "../net-errors.js";
import { method } from "../signatures.js";
import { defineType } from "../types.js";
import type { Value } from "../value.js";
import { deserialize, serialize } from "./clixml.js";

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");

defineType({
  fullName: "System.Management.Automation.PSSerializer",
  staticMembers: () => [
    method(
      [
        "static string Serialize(System.Object source)",
        (context, _, [source]) => serialize(context, [source ?? null], 1),
      ],
      [
        "static string Serialize(System.Object source, int depth)",
        (context, _, [source, depth]) => {
          if (typeof depth !== "number" || depth < 1) {
            throw netError(
              "System.Management.Automation.PSArgumentException",
              "Value of depth parameter must be greater than or equal to 1.",
            );
          }
          return serialize(context, [source ?? null], depth);
        },
      ],
    ),
    method([
      "static System.Object Deserialize(string source)",
      (context, _, [source]) => {
        const values = deserialize(context, text(source));
        return values.length === 1 ? (values[0] ?? null) : new PSArray([...values]);
      },
    ]),
    method([
      "static System.Object[] DeserializeAsList(string source)",
      (context, _, [source]) => new PSArray([...deserialize(context, text(source))]),
    ]),
  ],
});
