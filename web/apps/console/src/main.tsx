import { ApiError } from "@lianxin/api";
import { startI18n } from "@lianxin/i18n";
import { ThemeProvider } from "@lianxin/ui";
import "@lianxin/ui/styles.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { ConsoleApp } from "./app/app";
import "./app/styles.css";
import { en } from "./app/locales/en";
import { zh } from "./app/locales/zh";

startI18n({ zh, en });

/** Once more when the server or the network failed; never when the answer was no. */
function again(failures: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return failures < 1 && !refused;
}

const client = new QueryClient({
  defaultOptions: {
    queries: { retry: again, staleTime: 10_000, refetchOnWindowFocus: false },
  },
});

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <QueryClientProvider client={client}>
    <ThemeProvider>
      <ConsoleApp />
    </ThemeProvider>
  </QueryClientProvider>,
);
