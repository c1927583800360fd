// Write what the console takes from the server's contracts: openapi.json -> schema.ts.
// With --check nothing is written; a difference is an error.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("../packages/api/openapi.json", import.meta.url);
const target = new URL("../packages/api/src/schema.ts", import.meta.url);
const head = "// Written by `npm run generate` from openapi.json. Do not edit.\n\n";

const fresh = head + astToString(await openapiTS(source));
const known = await readFile(target, "utf8").catch(() => "");
if (fresh === known) process.exit(0);
if (process.argv.includes("--check")) {
  console.error(`${fileURLToPath(target)} is not what openapi.json gives: run npm run generate`);
  process.exit(1);
}
await writeFile(target, fresh);
