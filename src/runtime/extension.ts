import type { ExecutionContext } from "./execution-context.js";

/**
 * A typed key under which an upper layer keeps something of its own in a session: the organization, the files. The
 * runtime does not know what it is; cmdlets of that layer find it again with {@link extensionOf}.
 */
export class ExtensionKey<T> {
  /** Keeps keys of different types apart for the compiler. */
  declare readonly valueType: T;
  constructor(readonly name: string) {}
}

/** What the shell gave its session under each key. */
export class Extensions {
  private readonly byKey = new Map<ExtensionKey<unknown>, unknown>();

  with<T>(key: ExtensionKey<T>, value: T): this {
    this.byKey.set(key, value);
    return this;
  }
  get<T>(key: ExtensionKey<T>): T {
    if (!this.byKey.has(key)) throw new Error(`the session has no ${key.name}`);
    return this.byKey.get(key) as T;
  }
}

/** What the shell gave this session under a key; throws when it gave nothing: a mistake in our wiring. */
export function extensionOf<T>(context: ExecutionContext, key: ExtensionKey<T>): T {
  return context.services.extensions.get(key);
}
