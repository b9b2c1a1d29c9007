import type { ViewShape } from "../views/view.js";
import type { PropertyParameter } from "./property-parameter.js";

/** Which of an enumerable object and its elements is shown. */
export type Expansion = "CoreOnly" | "EnumOnly" | "Both";

/** What a Format-* command was asked for; the default formatter's has `shape: null`. */
export interface FormatCommand {
  readonly shape: ViewShape | null;
  /** Elements of -Property; none: the view's or the default ones. */
  readonly properties: readonly PropertyParameter[];
  readonly groupBy: PropertyParameter | null;
  readonly viewName: string | null;
  /** `null`: as the view says. */
  readonly autoSize: boolean | null;
  readonly hideHeaders: boolean;
  readonly repeatHeader: boolean;
  readonly wrap: boolean;
  readonly force: boolean;
  readonly showError: boolean;
  readonly displayError: boolean;
  readonly expand: Expansion;
  /** Format-Wide -Column; 0: not given. */
  readonly columns: number;
  /** Format-Custom -Depth. */
  readonly depth: number;
}

/** What Out-* do with objects that nobody formatted. */
export const defaultFormat: FormatCommand = {
  shape: null,
  properties: [],
  groupBy: null,
  viewName: null,
  autoSize: null,
  hideHeaders: false,
  repeatHeader: false,
  wrap: false,
  force: false,
  showError: false,
  displayError: false,
  expand: "EnumOnly",
  columns: 0,
  depth: 5,
};
