import { createBrowserRouter } from "react-router";
import { CrashPage, MissingPage } from "./shell/fallbacks";
import { Shell } from "./shell/shell";

/** Every page is a bundle of its own, fetched when it is first opened. */
export function consoleRouter(onSignOut: () => void) {
  return createBrowserRouter(
    [
      {
        element: <Shell onSignOut={onSignOut} />,
        errorElement: <CrashPage />,
        hydrateFallbackElement: <span />,
        children: [
          {
            // A page that breaks leaves the shell, and with it the call bar, standing.
            errorElement: <CrashPage />,
            children: [
              {
                index: true,
                lazy: async () => ({ Component: (await import("./desk/desk-page")).DeskPage }),
              },
              {
                path: "calls/:id?",
                lazy: async () => ({ Component: (await import("./calls/calls-page")).CallsPage }),
              },
              {
                path: "cases/:id?",
                lazy: async () => ({ Component: (await import("./cases/cases-page")).CasesPage }),
              },
              {
                path: "messages",
                lazy: async () => ({
                  Component: (await import("./messages/messages-page")).MessagesPage,
                }),
              },
              {
                path: "flows",
                lazy: async () => ({ Component: (await import("./flows/flows-page")).FlowsPage }),
              },
              {
                path: "flows/:code",
                lazy: async () => ({ Component: (await import("./flows/editor-page")).EditorPage }),
              },
              {
                path: "calls/:id/trace",
                lazy: async () => ({ Component: (await import("./flows/trace-page")).TracePage }),
              },
              {
                path: "audit",
                lazy: async () => ({ Component: (await import("./audit/audit-page")).AuditPage }),
              },
              {
                path: "alarms",
                lazy: async () => ({
                  Component: (await import("./alarms/alarms-page")).AlarmsPage,
                }),
              },
              {
                path: "prompts/:code?",
                lazy: async () => ({
                  Component: (await import("./prompts/prompts-page")).PromptsPage,
                }),
              },
              {
                path: "lines/answers",
                lazy: async () => ({
                  Component: (await import("./lines/answers-page")).AnswersPage,
                }),
              },
              {
                path: "lines/calendars/:code?",
                lazy: async () => ({
                  Component: (await import("./lines/calendars-page")).CalendarsPage,
                }),
              },
              {
                path: "lines/:number?",
                lazy: async () => ({ Component: (await import("./lines/lines-page")).LinesPage }),
              },
              {
                path: "centres/:code?",
                lazy: async () => ({
                  Component: (await import("./centres/centres-page")).CentresPage,
                }),
              },
              {
                path: "knowledge/:code?",
                lazy: async () => ({
                  Component: (await import("./knowledge/knowledge-page")).KnowledgePage,
                }),
              },
              {
                path: "polls/:code?",
                lazy: async () => ({ Component: (await import("./polls/polls-page")).PollsPage }),
              },
              {
                path: "surveys",
                lazy: async () => ({
                  Component: (await import("./surveys/surveys-page")).SurveysPage,
                }),
              },
              {
                path: "notices",
                lazy: async () => ({
                  Component: (await import("./notices/notices-page")).NoticesPage,
                }),
              },
              {
                path: "connections/:code?",
                lazy: async () => ({
                  Component: (await import("./connections/connections-page")).ConnectionsPage,
                }),
              },
              { path: "*", element: <MissingPage /> },
            ],
          },
        ],
      },
    ],
    { basename: "/desk" },
  );
}
