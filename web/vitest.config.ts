import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{apps,packages}/*/tests/**/*.test.{ts,tsx}"],
    testTimeout: 20_000, // a form takes a second, and several when the machine is busy
    setupFiles: ["apps/console/tests/browser.ts"],
  },
});
