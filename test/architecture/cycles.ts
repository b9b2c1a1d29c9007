// Groups of files that import each other in a circle.

/** The strongly connected groups of more than one file, by Tarjan's algorithm. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  const groups: string[][] = [];

  const enter = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) ?? 0);
    stack.push(file);
    open.add(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) {
        enter(next);
        lower(file, lowest.get(next) ?? 0);
      } else if (open.has(next)) lower(file, order.get(next) ?? 0);
    }
    if (lowest.get(file) === order.get(file)) close(file);
  };
  const lower = (file: string, to: number): void => {
    lowest.set(file, Math.min(lowest.get(file) ?? 0, to));
  };
  const close = (file: string): void => {
    const group = stack.splice(stack.indexOf(file));
    for (const member of group) open.delete(member);
    if (group.length > 1) groups.push(group.sort());
  };

  for (const file of graph.keys()) if (!order.has(file)) enter(file);
  return groups;
}
