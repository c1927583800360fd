export { KnowledgeFinder } from "./finder";
export { putInto, type Quote } from "./quote";
