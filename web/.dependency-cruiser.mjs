// Which room may import from which: docs/decisions/0040-web-contracts.md. Run by `npm run check`.

const FEATURES = "^apps/console/src/features";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two modules that need each other, types included, are one module or want a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "a-feature-by-its-door",
      comment: "Another feature is used by its index.ts; better, move to shared/ what both need.",
      severity: "error",
      from: { path: `${FEATURES}/([^/]+)/` },
      to: { path: `${FEATURES}/`, pathNot: `${FEATURES}/($1/|[^/]+/index\\.ts$)` },
    },
    {
      name: "features-in-one-direction",
      comment: "Two features that use each other by their doors are a circle all the same.",
      severity: "error",
      scope: "folder",
      from: { path: `${FEATURES}/[^/]+$` },
      to: { path: `${FEATURES}/[^/]+$`, circular: true },
    },
    {
      name: "features-know-no-app",
      comment: "The app puts features together; none of them needs to know how.",
      severity: "error",
      from: { path: `${FEATURES}/` },
      to: { path: "^apps/console/src/(app/|main)" },
    },
    {
      name: "shared-knows-neither",
      comment: "What is shared knows nobody who shares it.",
      severity: "error",
      from: { path: "^apps/console/src/shared/" },
      to: { path: "^apps/console/src/(app/|features/|main)" },
    },
    {
      name: "the-app-by-doors-pages-and-words",
      comment:
        "The app takes of a feature its index.ts, its pages (each a bundle) and its locales.",
      severity: "error",
      from: { path: "^apps/console/src/(app/|main)" },
      to: {
        path: `${FEATURES}/`,
        pathNot: `${FEATURES}/[^/]+/(index\\.ts|[^/]+-page\\.tsx|locales/[^/]+\\.ts)$`,
      },
    },
    {
      name: "packages-know-no-app",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^apps/" },
    },
    {
      name: "apps-apart",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "a-package-by-its-name",
      comment: "What a package shows stands in its package.json: no path leads past it.",
      severity: "error",
      from: { path: "^(apps|packages)/([^/]+)/" },
      to: { path: "^packages/", pathNot: "^$1/$2/", dependencyTypes: ["local"] },
    },
    {
      name: "no-tests-in-sources",
      severity: "error",
      from: { path: "^(apps|packages)/[^/]+/src/" },
      to: { path: "^(apps|packages)/[^/]+/tests/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
