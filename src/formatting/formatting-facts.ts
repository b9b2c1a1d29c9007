import { type DisplayCells, eastAsianCells, singleCells } from "./layout/display-cells.js";
import type { LineBreaking } from "./layout/line-breaking.js";
import { exceptionMessageView } from "./views/dotnet-views.js";
import { fileViews2, fileViews5, fileViews7 } from "./views/file-views.js";
import { jobViews, jobViews2 } from "./views/job-views.js";
import { moduleViews2, moduleViews5, moduleViews7, snapInView } from "./views/module-views.js";
import {
  cmdletList5,
  cmdletList7,
  commandView2,
  commandView3,
  commandView5,
  historyView5,
  historyView7,
} from "./views/powershell-views.js";
import type { FormatView } from "./views/view.js";

/**
 * In what the editions' console text differs. Editions are data: no code asks for a name. Sources: SPEC A (tagged
 * differences), D.1, D.2, D.6 and I; the corpus' `out51`; captures of Exchange 2010 to 2019.
 */
export interface FormattingFacts {
  /** Behind a cut text: `…` (6.2 on) or `...`. Costs its width in cells. */
  readonly ellipsis: string;
  /** Every cell of a table or wide row is padded, the last one too (up to 6.0). */
  readonly lastColumnPadded: boolean;
  /** A table whose first column has no width measures the first rows (5.0 on); free columns share the screen otherwise. */
  readonly implicitAutoSize: boolean;
  /** `classic` (up to 6.1): one more blank line around group labels, before list and wide groups and after every group. */
  readonly blankLines: "classic" | "single";
  /** Whether East Asian characters count for two cells (6.0 on). */
  readonly cells: DisplayCells;
  /** Long text of lists, wrapped cells, labels and errors breaks between words (3.0 on), or hard at the edge (2.0). */
  readonly lineBreaking: LineBreaking;
  /** A warning names the columns that did not fit (2.0). */
  readonly warnsOfRemovedColumns: boolean;
  /** Entries of a dictionary in a cell: `{[a, 1]}` or the keys, `{a}`. */
  readonly dictionaryElements: "pairs" | "keys";
  /** Text of a null in `{…}`. */
  readonly nullElement: string;
  /** Width of Out-String and Out-File without -Width for lists: no limit (6.0 on), or one less than the window. */
  readonly unboundedOutString: boolean;
  /** WARNING, VERBOSE and DEBUG lines break between words at the window's width (up to 5.1). */
  readonly wrapsMessages: boolean;
  /** Error text breaks at the window's width (up to 5.1). */
  readonly wrapsErrors: boolean;
  /** First part of the id of the record behind `-ShowError`. */
  readonly expressionErrorId: string;
  /** -ShowError and -DisplayError also tell of properties whose getter failed (up to 5.1), not only of scripts. */
  readonly reportsGetterErrors: boolean;
  readonly errors: ErrorLayoutFacts;
  /** Views that only this edition has. */
  readonly views: readonly FormatView[];
}

/** How error records are laid out. */
export interface ErrorLayoutFacts {
  /** Cells before the `+ CategoryInfo` lines. */
  readonly indent: number;
  /** The `+` lines are split every window width − 6 characters before they are wrapped (2.0 to 5.1). */
  readonly chopsDetails: boolean;
  /** A line of one space ends a record whose text came from the exception. */
  readonly endsWithSpaceLine: boolean;
  /** `+ text` with an underline below (3.0 on), or ` <<<< ` behind the token (2.0). */
  readonly position: "underline" | "marker";
  /** Marks of cut source text in the position block. */
  readonly positionEllipsis: string;
  /** Longer lines are cut to a window of so many characters around the extent. */
  readonly positionWidth: number;
  /** Parse errors show the position block first, the message behind it (3.0 on). */
  readonly parseErrorPositionFirst: boolean;
  /** What stands before ` : `: the command as it was typed (3.0 on), or its real name (`cd x` says `Set-Location : `). */
  readonly prefix: "typed" | "realName";
  /** CommandNotFound errors carry the `name : ` prefix (3.0 on). */
  readonly commandNotFoundPrefix: boolean;
}

/** PowerShell 7.6. */
export const powerShell7Formatting: FormattingFacts = {
  ellipsis: "\u2026",
  lastColumnPadded: false,
  implicitAutoSize: true,
  blankLines: "single",
  cells: eastAsianCells,
  lineBreaking: "words",
  warnsOfRemovedColumns: false,
  dictionaryElements: "pairs",
  nullElement: "$null",
  unboundedOutString: true,
  wrapsMessages: false,
  wrapsErrors: false,
  expressionErrorId: "PSPropertyExpressionError",
  reportsGetterErrors: false,
  views: [commandView5, cmdletList7, historyView7, ...moduleViews7, ...jobViews, ...fileViews7],
  errors: {
    indent: 0,
    chopsDetails: false,
    endsWithSpaceLine: false,
    position: "underline",
    positionEllipsis: "\u2026",
    positionWidth: 69,
    parseErrorPositionFirst: true,
    prefix: "typed",
    commandNotFoundPrefix: true,
  },
};

/** Windows PowerShell 5.1. */
export const windowsPowerShell5Formatting: FormattingFacts = {
  ellipsis: "...",
  lastColumnPadded: true,
  implicitAutoSize: true,
  blankLines: "classic",
  cells: singleCells,
  lineBreaking: "words",
  warnsOfRemovedColumns: false,
  dictionaryElements: "pairs",
  nullElement: "$null",
  unboundedOutString: false,
  wrapsMessages: true,
  wrapsErrors: true,
  expressionErrorId: "mshExpressionError",
  reportsGetterErrors: true,
  views: [
    commandView5,
    cmdletList5,
    historyView5,
    exceptionMessageView,
    snapInView,
    ...moduleViews5,
    ...jobViews,
    ...fileViews5,
  ],
  errors: {
    indent: 4,
    chopsDetails: true,
    endsWithSpaceLine: true,
    position: "underline",
    positionEllipsis: "...",
    positionWidth: 69,
    parseErrorPositionFirst: true,
    prefix: "typed",
    commandNotFoundPrefix: true,
  },
};

/** Windows PowerShell 3.0 and 4.0. */
export const windowsPowerShell4Formatting: FormattingFacts = {
  ...windowsPowerShell5Formatting,
  implicitAutoSize: false,
  dictionaryElements: "keys",
  // facts/captures.jsonl, new-pssession.4 and .5
  errors: { ...windowsPowerShell5Formatting.errors, positionWidth: 80 },
  views: [
    commandView3,
    cmdletList5,
    historyView5,
    exceptionMessageView,
    snapInView,
    ...moduleViews5,
    ...jobViews,
    ...fileViews2,
  ],
};

/** Windows PowerShell 2.0, the shell of Exchange 2010. */
export const windowsPowerShell2Formatting: FormattingFacts = {
  ...windowsPowerShell4Formatting,
  lineBreaking: "anywhere",
  warnsOfRemovedColumns: true,
  nullElement: "",
  views: [
    commandView2,
    cmdletList5,
    historyView5,
    exceptionMessageView,
    snapInView,
    ...moduleViews2,
    ...jobViews2,
    ...fileViews2,
  ],
  errors: {
    ...windowsPowerShell4Formatting.errors,
    position: "marker",
    parseErrorPositionFirst: false,
    prefix: "realName",
    commandNotFoundPrefix: false,
  },
};
