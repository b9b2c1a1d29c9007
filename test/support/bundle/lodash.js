// What Chevrotain needs of lodash, in the words of the language: the bundle takes this in place of 227 files of the
// library. Collections are arrays, objects or nothing, as there; paths, shorthands and other extras are left out because
// Chevrotain uses none. A function that a later Chevrotain asks for and that is missing here fails the build.

const entriesOf = (collection) =>
  Array.isArray(collection) ? collection.map((value, index) => [index, value]) : Object.entries(collection ?? {});

export const { isArray } = Array;
export const { assign } = Object;
export const keys = (object) => Object.keys(object ?? {});
export const values = (object) => Object.values(object ?? {});
export const has = (object, name) => object != null && Object.hasOwn(object, name);
export const identity = (value) => value;
export const noop = () => undefined;

export const isFunction = (value) => typeof value === "function";
export const isString = (value) => typeof value === "string";
export const isUndefined = (value) => value === undefined;
export const isRegExp = (value) => value instanceof RegExp;
export const isObject = (value) => isFunction(value) || (typeof value === "object" && value !== null);
export const isEmpty = (value) => value == null || (value.length ?? Object.keys(value).length) === 0;

/** Stops when the function returns `false`. */
export const forEach = (collection, act) => {
  for (const [key, value] of entriesOf(collection)) if (act(value, key, collection) === false) break;
  return collection;
};
export const map = (collection, act) => entriesOf(collection).map(([key, value]) => act(value, key, collection));
export const flatMap = (collection, act) => map(collection, act).flat();
export const filter = (collection, test) => values(collection).filter((value) => test(value));
export const reject = (collection, test) => values(collection).filter((value) => !test(value));
export const find = (collection, test) => values(collection).find((value) => test(value));
export const some = (collection, test) => values(collection).some((value) => test(value));
export const every = (collection, test) => entriesOf(collection).every(([key, value]) => test(value, key, collection));
export const includes = (collection, value) => values(collection).includes(value);
export const reduce = (collection, act, ...initial) => {
  const step = (result, [key, value]) => act(result, value, key, collection);
  if (initial.length > 0) return entriesOf(collection).reduce(step, initial[0]);
  const [first, ...rest] = entriesOf(collection);
  return rest.reduce(step, first?.[1]);
};
export const groupBy = (collection, keyOf) => {
  const groups = {};
  for (const value of values(collection)) {
    const key = keyOf(value);
    if (!Object.hasOwn(groups, key)) groups[key] = [];
    groups[key].push(value);
  }
  return groups;
};

export const first = (array) => array?.[0];
export const last = (array) => array?.[array.length - 1];
export const drop = (array, count = 1) => (array ?? []).slice(count);
export const dropRight = (array, count = 1) => (array ?? []).slice(0, Math.max(0, (array ?? []).length - count));
export const flatten = (array) => (array ?? []).flat();
export const compact = (array) => (array ?? []).filter(Boolean);
export const uniq = (array) => [...new Set(array)];
export const difference = (array, without) => (array ?? []).filter((value) => !without.includes(value));

/** A shallow copy of the same kind; what has no parts is itself. */
export const clone = (value) => {
  if (!isObject(value) || isFunction(value)) return value;
  return Array.isArray(value) ? [...value] : Object.assign(Object.create(Object.getPrototypeOf(value)), value);
};
export const pickBy = (object, test) =>
  Object.fromEntries(Object.entries(object ?? {}).filter(([name, value]) => test(value, name)));
/** Fills in what is undefined. */
export const defaults = (object, ...sources) => {
  for (const source of sources) {
    for (const [name, value] of Object.entries(source ?? {})) if (object[name] === undefined) object[name] = value;
  }
  return object;
};
export const upperFirst = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
