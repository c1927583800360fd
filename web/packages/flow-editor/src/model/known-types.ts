import schema from "@lianxin/api/flow.schema.json";
import { readNodeTypes } from "./schema";

/** Every node type, from the schema that the server's Python gives. */
export const NODE_TYPES = readNodeTypes(schema);
