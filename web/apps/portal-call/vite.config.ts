import { defineConfig } from "vite";

/** One script and one style sheet under fixed names: the portal's templates name them. */
export default defineConfig({
  build: {
    target: "es2022",
    lib: {
      entry: "src/main.ts",
      formats: ["iife"],
      name: "lianxinCall",
      fileName: () => "portal-call.js",
      cssFileName: "portal-call",
    },
  },
});
