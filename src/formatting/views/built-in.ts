import { dotNetViews } from "./dotnet-views.js";
import { providerViews } from "./file-views.js";
import { helpViews } from "./help-views.js";
import { powerShellViews } from "./powershell-views.js";
import type { FormatView } from "./view.js";

/** Views that every edition has. What differs stands in the edition's FormattingFacts. */
export const builtInViews: readonly FormatView[] = [...dotNetViews, ...powerShellViews, ...helpViews, ...providerViews];
