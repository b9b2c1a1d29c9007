import {
  compare,
  compareText,
  isNull,
  PowerShellError,
  PSCustomObject,
  toText,
  type Value,
  type ValueContext,
} from "../values/index.js";
import { baseOf } from "../values/value.js";

/**
 * How Sort-Object, Group-Object, Compare-Object and Select-Object -Unique order two values: the second is converted to
 * the first's type; where that is impossible, their texts are compared. Never throws for PowerShell's kind of failure.
 */
export function compareObjects(context: ValueContext, left: Value, right: Value, ignoreCase: boolean): number {
  const a = baseOf(left);
  const b = baseOf(right);
  if (typeof a === "string" && typeof b === "string") return compareText(a, b, ignoreCase);
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (isNull(a) && isNull(b)) return 0;
  try {
    return compare(context, a, b, ignoreCase);
  } catch (thrown) {
    if (!(thrown instanceof PowerShellError)) throw thrown;
    return compareText(orderText(context, a), orderText(context, b), ignoreCase);
  }
}

/** Objects that are only their members have no text of their own here: all of them are equal. */
function orderText(context: ValueContext, value: Value): string {
  return value instanceof PSCustomObject ? "" : toText(context, value);
}

/**
 * .NET's unstable sort, which decides the order of equal elements: insertion sort up to 16, quicksort by the median of
 * three above, heapsort when that goes too deep (SPEC H.4). Sorts in place.
 */
export function introsort<T>(items: T[], order: (a: T, b: T) => number): void {
  if (items.length > 1) sortRange(items, 0, items.length - 1, 2 * (Math.floor(Math.log2(items.length)) + 1), order);
}

const insertionLimit = 16;

function sortRange<T>(items: T[], start: number, stop: number, levels: number, order: (a: T, b: T) => number): void {
  const low = start;
  let high = stop;
  let depth = levels;
  while (high > low) {
    const size = high - low + 1;
    if (size <= insertionLimit) {
      if (size === 2) swapIfGreater(items, low, high, order);
      else if (size === 3) {
        swapIfGreater(items, low, high - 1, order);
        swapIfGreater(items, low, high, order);
        swapIfGreater(items, high - 1, high, order);
      } else insertionSort(items, low, high, order);
      return;
    }
    if (depth === 0) {
      heapSort(items, low, high, order);
      return;
    }
    depth--;
    const pivot = partition(items, low, high, order);
    sortRange(items, pivot + 1, high, depth, order);
    high = pivot - 1;
  }
}

function partition<T>(items: T[], low: number, high: number, order: (a: T, b: T) => number): number {
  const middle = low + ((high - low) >> 1);
  swapIfGreater(items, low, middle, order);
  swapIfGreater(items, low, high, order);
  swapIfGreater(items, middle, high, order);
  const pivot = items[middle] as T;
  swap(items, middle, high - 1);
  let left = low;
  let right = high - 1;
  while (left < right) {
    while (order(items[++left] as T, pivot) < 0 && left < high);
    while (order(pivot, items[--right] as T) < 0 && right > low);
    if (left >= right) break;
    swap(items, left, right);
  }
  if (left !== high - 1) swap(items, left, high - 1);
  return left;
}

function insertionSort<T>(items: T[], low: number, high: number, order: (a: T, b: T) => number): void {
  for (let i = low; i < high; i++) {
    const value = items[i + 1] as T;
    let j = i;
    while (j >= low && order(value, items[j] as T) < 0) {
      items[j + 1] = items[j] as T;
      j--;
    }
    items[j + 1] = value;
  }
}

function heapSort<T>(items: T[], low: number, high: number, order: (a: T, b: T) => number): void {
  const size = high - low + 1;
  for (let i = size >> 1; i >= 1; i--) siftDown(items, i, size, low, order);
  for (let i = size; i > 1; i--) {
    swap(items, low, low + i - 1);
    siftDown(items, 1, i - 1, low, order);
  }
}

function siftDown<T>(items: T[], from: number, size: number, low: number, order: (a: T, b: T) => number): void {
  const value = items[low + from - 1] as T;
  let i = from;
  while (i <= size >> 1) {
    let child = 2 * i;
    if (child < size && order(items[low + child - 1] as T, items[low + child] as T) < 0) child++;
    if (!(order(value, items[low + child - 1] as T) < 0)) break;
    items[low + i - 1] = items[low + child - 1] as T;
    i = child;
  }
  items[low + i - 1] = value;
}

function swapIfGreater<T>(items: T[], i: number, j: number, order: (a: T, b: T) => number): void {
  if (order(items[i] as T, items[j] as T) > 0) swap(items, i, j);
}

function swap<T>(items: T[], i: number, j: number): void {
  const value = items[i] as T;
  items[i] = items[j] as T;
  items[j] = value;
}
