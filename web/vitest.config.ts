import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{apps,packages}/*/tests/**/*.test.{ts,tsx}"],
    setupFiles: ["apps/console/tests/browser.ts"],
  },
});
