import { createBrowserRouter } from "react-router";
import { CrashPage, LoadingPage, MissingPage } from "./shell/fallbacks";
import { Shell } from "./shell/shell";

/** Every page is a bundle of its own, fetched when it is first opened. */
export function consoleRouter(onSignOut: () => void) {
  return createBrowserRouter(
    [
      {
        element: <Shell onSignOut={onSignOut} />,
        errorElement: <CrashPage />,
        children: [
          {
            // A page that breaks leaves the shell, and with it the call bar, standing.
            errorElement: <CrashPage />,
            hydrateFallbackElement: <LoadingPage />,
            children: [
              {
                index: true,
                lazy: async () => ({ Component: (await import("./home")).Home }),
              },
              {
                path: "calls/:id?",
                lazy: async () => ({
                  Component: (await import("../features/calls/calls-page")).CallsPage,
                }),
              },
              {
                path: "cases/:id?",
                lazy: async () => ({
                  Component: (await import("../features/cases/cases-page")).CasesPage,
                }),
              },
              {
                path: "messages",
                lazy: async () => ({
                  Component: (await import("../features/messages/messages-page")).MessagesPage,
                }),
              },
              {
                path: "flows",
                lazy: async () => ({
                  Component: (await import("../features/flows/flows-page")).FlowsPage,
                }),
              },
              {
                path: "flows/:code",
                lazy: async () => ({
                  Component: (await import("../features/flows/editor-page")).EditorPage,
                }),
              },
              {
                path: "calls/:id/trace",
                lazy: async () => ({
                  Component: (await import("../features/flows/trace-page")).TracePage,
                }),
              },
              {
                path: "audit",
                lazy: async () => ({
                  Component: (await import("../features/audit/audit-page")).AuditPage,
                }),
              },
              {
                path: "alarms",
                lazy: async () => ({
                  Component: (await import("../features/alarms/alarms-page")).AlarmsPage,
                }),
              },
              {
                path: "prompts/:code?",
                lazy: async () => ({
                  Component: (await import("../features/prompts/prompts-page")).PromptsPage,
                }),
              },
              {
                path: "lines/answers",
                lazy: async () => ({
                  Component: (await import("../features/lines/answers-page")).AnswersPage,
                }),
              },
              {
                path: "lines/calendars/:code?",
                lazy: async () => ({
                  Component: (await import("../features/calendars/calendars-page")).CalendarsPage,
                }),
              },
              {
                path: "lines/queues/:code?",
                lazy: async () => ({
                  Component: (await import("../features/queues/queues-page")).QueuesPage,
                }),
              },
              {
                path: "lines/:number?",
                lazy: async () => ({
                  Component: (await import("../features/lines/lines-page")).LinesPage,
                }),
              },
              {
                path: "people/:id?",
                lazy: async () => ({
                  Component: (await import("../features/people/people-page")).PeoplePage,
                }),
              },
              {
                path: "centres/:code?",
                lazy: async () => ({
                  Component: (await import("../features/centres/centres-page")).CentresPage,
                }),
              },
              {
                path: "knowledge/:code?",
                lazy: async () => ({
                  Component: (await import("../features/knowledge/knowledge-page")).KnowledgePage,
                }),
              },
              {
                path: "polls/:code?",
                lazy: async () => ({
                  Component: (await import("../features/polls/polls-page")).PollsPage,
                }),
              },
              {
                path: "surveys",
                lazy: async () => ({
                  Component: (await import("../features/surveys/surveys-page")).SurveysPage,
                }),
              },
              {
                path: "security",
                lazy: async () => ({
                  Component: (await import("../features/security/security-page")).SecurityPage,
                }),
              },
              {
                path: "agents",
                lazy: async () => ({
                  Component: (await import("../features/agents/agents-page")).AgentsPage,
                }),
              },
              {
                path: "notices",
                lazy: async () => ({
                  Component: (await import("../features/notices/notices-page")).NoticesPage,
                }),
              },
              {
                path: "connections/:code?",
                lazy: async () => ({
                  Component: (await import("../features/connections/connections-page"))
                    .ConnectionsPage,
                }),
              },
              {
                path: "dispositions/:code?",
                lazy: async () => ({
                  Component: (await import("../features/dispositions/dispositions-page"))
                    .DispositionsPage,
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
