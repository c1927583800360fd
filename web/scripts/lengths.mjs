// A file of sources that has grown over 400 lines is two files: say which, and fail.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MOST = 400;
const root = fileURLToPath(new URL("..", import.meta.url));
/** Written by a tool from the server's contracts. */
const GENERATED = ["schema.ts", "flow.ts", "live.ts"].map((name) => `packages/api/src/${name}`);

const long = ["apps", "packages"]
  .flatMap((folder) =>
    readdirSync(`${root}${folder}`).flatMap((name) =>
      readdirSync(`${root}${folder}/${name}/src`, { recursive: true }).map(
        (path) => `${folder}/${name}/src/${path.replaceAll("\\", "/")}`,
      ),
    ),
  )
  .filter((path) => /\.(ts|tsx|css)$/.test(path) && !GENERATED.includes(path))
  .map((path) => ({ path, lines: readFileSync(root + path, "utf8").split("\n").length - 1 }))
  .filter(({ lines }) => lines > MOST);

for (const { path, lines } of long) console.error(`${path} has ${lines} lines; at most ${MOST}`);
if (long.length > 0) process.exit(1);
