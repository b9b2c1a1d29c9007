export { heapClass, heapClassNames, heapConstant } from "./heap-class.js";
export { type CodeReference, HeapError, type HeapImage, type HeapSurroundings } from "./heap-image.js";
export { readHeap } from "./heap-reader.js";
export { type HeapForm, writeHeap } from "./heap-writer.js";
