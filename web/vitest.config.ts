import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{apps,packages}/*/tests/**/*.test.{ts,tsx}"],
    maxWorkers: "100%", // left to itself, vitest keeps one processor of two for nobody
    testTimeout: 20_000, // a form takes a second, and several when the machine is busy
    setupFiles: ["apps/console/tests/browser.ts"],
  },
});
