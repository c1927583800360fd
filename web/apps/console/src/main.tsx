import { startI18n } from "@lianxin/i18n";
import { ThemeProvider } from "@lianxin/ui";
import "@lianxin/ui/styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { ConsoleApp } from "./app/app";
import "./app/styles.css";
import { en } from "./app/locales/en";
import { zh } from "./app/locales/zh";
import { consoleQueryClient } from "./shared/data/query-client";

startI18n({ zh, en });

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <QueryClientProvider client={consoleQueryClient()}>
    <ThemeProvider>
      <ConsoleApp />
    </ThemeProvider>
  </QueryClientProvider>,
);
