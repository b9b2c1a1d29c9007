import { equals } from "../../values/comparison.js";
import { enumerate } from "../../values/enumeration.js";
import { PowerShellError } from "../../values/errors.js";
import { AutomationNull, isNull } from "../../values/objects.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { TextToken } from "../packets.js";
import type { FormatView, GroupBy } from "../views/view.js";
import { type CellExpression, evaluate, expressionText, resolveExpression, viewExpression } from "./cell-expression.js";
import { controlTokens } from "./custom-generator.js";
import type { CellSource } from "./generator.js";

/** Splits the objects of a document into groups: runs with the same key (SPEC A.2, 6). */
export class Grouping {
  /** Key of the open group; `undefined` when no object had one yet. */
  private key: Value | undefined = undefined;
  /** Name of the property that gave the key, in the object's spelling. */
  private name = "";

  private constructor(
    private readonly source: CellSource,
    private readonly expression: CellExpression,
    private readonly label: string | null,
    private readonly view: GroupBy | null,
  ) {}

  /** By -GroupBy, which borrows the label or the control of the view's grouping, or by the view; `null` when neither groups. */
  static of(source: CellSource, view: FormatView | null): Grouping | null {
    const { groupBy } = source.command;
    const own = view?.groupBy;
    if (groupBy !== null) {
      return new Grouping(source, groupBy.expression, groupBy.label ?? own?.label ?? null, own ?? null);
    }
    if (own === undefined) return null;
    return new Grouping(source, viewExpression(source.context, own), own.label ?? null, own);
  }

  /** Reads an object's key; `true` when it differs from that of the open group. A missing key counts as null once there was one. */
  update(value: Value): boolean {
    const { context } = this.source;
    const [resolved] = resolveExpression(context, this.expression, value);
    const evaluated = resolved === undefined ? undefined : evaluate(context, resolved, value);
    const missing = evaluated === undefined || evaluated.error !== null;
    if (missing && this.key === undefined) return false;
    const key = missing ? null : evaluated.value;
    const same = this.key === undefined ? isNull(key) : this.isSame(this.key, key);
    this.key = key === AutomationNull ? null : key;
    if (!same && resolved !== undefined) this.name = expressionText(resolved);
    return !same;
  }

  /** What stands above the group that begins with an object; `null` when no object had a key yet. */
  labelFor(value: Value): readonly TextToken[] | null {
    if (this.key === undefined) return null;
    if (this.view?.control !== undefined) return controlTokens(this.source, this.view.control, value);
    const text = this.source.valueText(this.key, null, false);
    return [{ kind: "text", text: `   ${this.label ?? this.name}: ${text}` }];
  }

  /** Loosely, ignoring case; what cannot be compared is compared by its text. */
  private isSame(a: Value, b: Value): boolean {
    if (isNull(a) || isNull(b)) return isNull(a) && isNull(b);
    const { context } = this.source;
    if (enumerate(a) === null && enumerate(b) === null) {
      try {
        if (equals(context, a, b, true)) return true;
      } catch (thrown) {
        if (!(thrown instanceof PowerShellError)) throw thrown;
      }
    }
    return toText(context, a).toLowerCase() === toText(context, b).toLowerCase();
  }
}
