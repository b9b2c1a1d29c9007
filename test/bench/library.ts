// The library as built: what users run. (tsx, which runs the benchmarks, makes functions dearer than they are.)

/** The main door of the package. */
export const library: typeof import("../../src/index.js") = await import(
  new URL("../../dist/index.js", import.meta.url).href
);
