/** A value, or the function that makes it when it is first needed: what nobody uses then costs nothing. */
export type Lazy<T> = T | (() => T);

/** The function that makes something at its first call, and gives the same afterwards. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What is given, or what the function that is given makes. */
export function madeOf<T extends object>(lazy: Lazy<T>): T {
  return typeof lazy === "function" ? (lazy as () => T)() : lazy;
}
