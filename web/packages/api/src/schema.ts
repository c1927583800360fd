// Written by `npm run generate` from openapi.json. Do not edit.

export interface paths {
    "/api/agents/not-ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Not Ready
         * @description How long each agent was not ready on a day, by reason. For supervisors and administrators.
         */
        get: operations["list_not_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Alarms
         * @description What a person must look at, newest first. For administrators.
         */
        get: operations["list_alarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/{alarm_id}/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clear Alarm
         * @description Say that an alarm was looked at; noted. What is still wrong raises a new one.
         */
        post: operations["clear_alarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description Who did what, newest first. What hangs on a confidential case or call is
         *     ``withheld`` from those who may not read it, and is not found by its id; so is the number
         *     that was looked up for the mayor's mailbox.
         */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Calendars
         * @description The calendars of the centre, and whether each is open now.
         */
        get: operations["list_calendars"];
        put?: never;
        /**
         * Make Calendar
         * @description Make a calendar; it begins with the holidays of every year that is shipped.
         */
        post: operations["make_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendar}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Calendar
         * @description One calendar with every date of a year, by default this one.
         */
        get: operations["read_calendar"];
        /**
         * Change Calendar
         * @description Change a calendar's name and week.
         */
        put: operations["change_calendar"];
        post?: never;
        /**
         * Delete Calendar
         * @description Delete a calendar that no line goes by.
         */
        delete: operations["delete_calendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendar}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Calendar Day
         * @description Put a day into a calendar. 409 ``calendar.day_taken`` when that date has one of its kind,
         *     unless ``replace`` says that it goes.
         */
        put: operations["set_calendar_day"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendar}/days/{day_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Calendar Day
         * @description Let a date follow its weekday again.
         */
        delete: operations["remove_calendar_day"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendar}/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Calendar Year
         * @description Put a year's holidays and make-up days in place of those that are there.
         */
        post: operations["take_calendar_year"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/callers/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look Up Caller
         * @description What is known of a telephone number: its last calls and cases. Each look is noted. The number
         *     is in the body, as proxies and browsers keep addresses.
         */
        post: operations["look_up_caller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Calls
         * @description Calls, newest first. ``total`` stops at 10001: there are more. Those of the mayor's mailbox
         *     are there for its readers, and for the agent who took one.
         */
        get: operations["list_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Call
         * @description A call with its ledger, its recordings and its cases.
         */
        get: operations["read_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/disposition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Dispose Call
         * @description Say what a call came to that became no case. For the agents who took it, and supervisors.
         */
        put: operations["dispose_call"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Places
         * @description Where the agent of a call may send its caller (人工转自动): into the flow that it runs.
         */
        get: operations["list_places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trace Call
         * @description The way of a call through the version that it ran. For whoever may see the call; its
         *     steps are ``withheld`` when they led to the mayor's mailbox, or to the state of a case that one
         *     may not read. What tells of such a case, or of a recording of one, is left out.
         */
        get: operations["trace_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cases
         * @description Cases, newest first. ``total`` stops at 10001: there are more.
         */
        get: operations["list_cases"];
        put?: never;
        /**
         * Open Case
         * @description Open a case. The same Idempotency-Key again answers with the same case, without its code.
         */
        post: operations["open_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Case
         * @description A case. Reading a confidential one is noted.
         */
        get: operations["read_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Case
         * @description Change the fields that are named; the state follows from events. 409
         *     ``case.version_conflict`` when somebody was faster: ``details`` then holds their ``version``,
         *     ``by``, ``at``, and ``fields`` with ``yours`` and ``theirs``.
         */
        patch: operations["change_case"];
        trace?: never;
    };
    "/api/cases/{case_id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue Code
         * @description A new code for the citizen; the old one no longer works. Noted.
         */
        post: operations["issue_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Case
         * @description Let an event happen to a case: one of its ``events_possible``. 409 ``case.illegal_state``
         *     when it cannot happen now, ``case.no_reply`` when it would tell of a reply and none is approved.
         *     The same Idempotency-Key again changes nothing more.
         */
        post: operations["move_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Draft Reply
         * @description Write the reply; the citizen is told it once it is approved.
         */
        put: operations["draft_reply"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/reply/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Reply
         * @description Tell the citizen the draft from now on: on the portal, and read aloud by telephone. For
         *     supervisors and administrators who may read the case.
         */
        post: operations["approve_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/centres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Centres
         * @description The centres that one can sign in to. Also sets the cookie ``lianxin_csrf``, whose
         *     value every write sends back in the header X-CSRFToken, the sign-in included.
         */
        get: operations["list_centres"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Connections
         * @description All connections of the centre, by code.
         */
        get: operations["list_connections"];
        put?: never;
        /**
         * Make Connection
         * @description Make a connection. Its host must be on the platform's list.
         */
        post: operations["make_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Connection
         * @description One connection. Its secrets are not in it.
         */
        get: operations["read_connection"];
        /**
         * Change Connection
         * @description Change a connection; running look-ups go on with what they began with.
         */
        put: operations["change_connection"];
        post?: never;
        /**
         * Remove Connection
         * @description Remove a connection with its secrets.
         */
        delete: operations["remove_connection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{code}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Connection
         * @description Ask as a flow would. Noted.
         */
        post: operations["try_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dispositions
         * @description The centre's list in its order. Archived ones are in it: older calls have them.
         */
        get: operations["list_dispositions"];
        put?: never;
        /**
         * Make Disposition
         * @description Put a disposition into the list. For administrators.
         */
        post: operations["make_disposition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispositions/{disposition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Disposition
         * @description Change names, place or archiving; calls that have it keep it. For administrators.
         */
        put: operations["change_disposition"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/faxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Faxes
         * @description Faxes, newest first. For supervisors and administrators.
         */
        get: operations["list_faxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/faxes/{fax_id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Fax Again
         * @description Send a fax that failed or was cancelled.
         */
        post: operations["send_fax_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/faxes/{fax_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Fax
         * @description Send a fax no more that waits.
         */
        post: operations["cancel_fax"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Flows
         * @description The flows of the centre, or those that were put away, the last changed first. For who
         *     reads flows: flow editors, administrators, supervisors.
         */
        get: operations["list_flows"];
        put?: never;
        /**
         * Create Flow
         * @description Make a flow from a template, from another flow, or empty.
         */
        post: operations["create_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Flow
         * @description Make a draft of a file. 422 ``flow.broken`` with every fault and its place in
         *     ``details.faults``; 409 ``flow.code_taken`` unless ``replace`` names the draft's version.
         */
        post: operations["import_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Vocabulary
         * @description All that a flow of the centre can name.
         */
        get: operations["read_vocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Flow
         * @description A flow with its draft. An editor says with ``presence`` that they have it open. 404 with
         *     ``details.put_away`` true: it was put away, and can be had back.
         */
        get: operations["read_flow"];
        put?: never;
        post?: never;
        /**
         * Delete Flow
         * @description Put a flow away that nothing uses. One that was published: needs administrator.
         *     409 ``flow.in_use`` with ``details.by`` [{kind, code}]. ``restore`` has it back.
         */
        delete: operations["delete_flow"];
        options?: never;
        head?: never;
        /**
         * Rename Flow
         * @description Give a flow another name; its code stays. The draft's title is the name: 409
         *     ``flow.draft_conflict`` when somebody changed the draft since ``version``.
         */
        patch: operations["rename_flow"];
        trace?: never;
    };
    "/api/flows/{code}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare Versions
         * @description What is different between two versions, or a version and the draft.
         */
        get: operations["compare_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Draft
         * @description Keep what was drawn, broken or not; its title is the flow's name. 409
         *     ``flow.draft_conflict`` when somebody was faster: ``details`` then holds their
         *     ``version``, ``by``, ``at``, ``spec`` and ``layout``.
         */
        put: operations["save_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Flow
         * @description The flow as a file, application/json: with its layout, scenarios, subflows and the texts
         *     of its prompts. Noted.
         */
        get: operations["export_flow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lint Flow
         * @description What is to be said of a drawing, errors first. Nothing is kept.
         */
        post: operations["lint_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be Present
         * @description Say every 20 s that the draft is open here, and once that it no longer is.
         */
        post: operations["be_present"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Flow
         * @description Publish the draft, now or ``at`` a time. Needs administrator. The same request again gives
         *     the same version; 409 ``flow.already_published`` when another published this draft.
         *     422 ``flow.broken`` with ``details.faults``; 409 ``flow.scenarios_failing`` without a
         *     ``reason``. Flows that embed a subflow are published anew with it.
         */
        post: operations["publish_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Flow
         * @description Have a flow back that was put away.
         */
        post: operations["restore_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review Draft
         * @description Ask for a review; approve or return (administrators). A change of the draft ends both.
         */
        post: operations["review_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Scenarios
         * @description The scenarios of a flow by name: 200 at most.
         */
        get: operations["list_scenarios"];
        put?: never;
        /**
         * Add Scenario
         * @description Keep a scenario with the transcript that it must give.
         */
        post: operations["add_scenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/scenarios/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Scenarios
         * @description Play all scenarios on what is drawn (``spec``), or on the draft.
         */
        post: operations["run_scenarios"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/scenarios/{scenario_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Scenario
         * @description Write a scenario anew.
         */
        put: operations["change_scenario"];
        post?: never;
        /**
         * Delete Scenario
         * @description Drop a scenario.
         */
        delete: operations["delete_scenario"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancel Scheduled
         * @description Call off what is to come into force later. Needs administrator.
         */
        delete: operations["cancel_scheduled"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Simulate Flow
         * @description Play a caller from the beginning through all steps; nothing is kept. A drawing with faults
         *     is played until the caller meets one, ``fault``; 422 ``flow.broken`` only where nobody can
         *     begin, ``flow.bad_scenario`` with ``details.place``.
         */
        post: operations["simulate_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/traffic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Traffic
         * @description Where the callers of a flow are now, and what became of those of today. ``live`` is
         *     false while nothing is known of now.
         */
        get: operations["read_traffic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description What was published of a flow, newest first.
         */
        get: operations["list_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Version
         * @description One version with all that it embeds.
         */
        get: operations["read_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{code}/versions/{number}/roll-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Roll Back Flow
         * @description Publish the content of an earlier version again, at once. Needs administrator. The same
         *     request again gives the same version; 409 ``flow.already_published`` as when publishing.
         */
        post: operations["roll_back_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The state of the parts as this process sees them; 503 while records cannot be reached.
         *
         *     Whoever has not signed in learns the state alone: no part, no version.
         */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Knowledge Tree
         * @description The whole tree without its bodies, in the order of its branches.
         */
        get: operations["knowledge_tree"];
        put?: never;
        /**
         * Make Knowledge
         * @description Make an entry.
         */
        post: operations["make_knowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Knowledge
         * @description A tree from a file, whole or not at all. 422: ``details.faults`` names each mistake.
         */
        post: operations["import_knowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Knowledge Import
         * @description What the import of a file would do, row by row. Nothing is written.
         */
        post: operations["preview_knowledge_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Knowledge
         * @description At most 50 entries that have all of the words; at least two characters.
         */
        get: operations["search_knowledge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Knowledge
         * @description One entry.
         */
        get: operations["read_knowledge"];
        /**
         * Change Knowledge
         * @description Change an entry; published ones are heard changed by the next caller.
         */
        put: operations["change_knowledge"];
        post?: never;
        /**
         * Remove Knowledge
         * @description Remove an entry that has none below it.
         */
        delete: operations["remove_knowledge"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/{code}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Knowledge
         * @description Give the entry the text that it had, as a new version. It stays where it is, and published or
         *     not as it is now. 409 ``knowledge.version_conflict`` when somebody was faster, as for a change.
         */
        post: operations["restore_knowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/{code}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Knowledge Versions
         * @description How the entry was saved, the newest first; the newest 100.
         */
        get: operations["knowledge_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Lines
         * @description The numbers of the centre, their plans, and what answers each. For administrators,
         *     supervisors and flow editors.
         */
        get: operations["list_lines"];
        put?: never;
        /**
         * Open Line
         * @description Let a number be answered by a flow, at all times until it is given a plan.
         */
        post: operations["open_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who Answers
         * @description Who answers a number at a moment: centre, flow version, queues, and why. Numbers of
         *     other centres are not told, except to the platform's operator.
         */
        get: operations["who_answers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lint Lines
         * @description What is wrong, or will be, with the lines and calendars of the centre.
         */
        get: operations["lint_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Line
         * @description Give a line its plan; in force for every call that starts from now on.
         */
        put: operations["change_line"];
        post?: never;
        /**
         * Close Line
         * @description Let a number be answered no more.
         */
        delete: operations["close_line"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines/{line}/emergency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch Emergency
         * @description The emergency switch: on and off are the same act.
         */
        put: operations["switch_emergency"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Messages
         * @description What citizens recorded, newest first, with the case of each.
         */
        get: operations["list_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description Notices, newest first. For supervisors and administrators.
         */
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/gateway": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Gateway
         * @description How the centre sends.
         */
        get: operations["read_gateway"];
        /**
         * Set Gateway
         * @description Say how the centre sends. For administrators.
         */
        put: operations["set_gateway"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notice Rules
         * @description What is sent of which event of a case. For supervisors and administrators.
         */
        get: operations["list_notice_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/rules/{event}/{way}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Notice Rule
         * @description Say what is sent of an event. For administrators. 422 ``notice.template_unfit`` when the
         *     template names what is not known at the event.
         */
        put: operations["set_notice_rule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Templates
         * @description The centre's templates, and the shipped ones that it has not changed.
         */
        get: operations["list_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/templates/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write Template
         * @description Write a template.
         */
        put: operations["write_template"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{notice_id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Notice Again
         * @description Send a failed notice again, under the key that it has.
         */
        post: operations["send_notice_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Outbound
         * @description Which telephones outside the centre rings: callbacks, transfers, faxes, agents' own.
         */
        get: operations["get_outbound"];
        /**
         * Change Outbound
         * @description Change which telephones outside the centre rings; holds from the next leg on.
         */
        put: operations["change_outbound"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List People
         * @description The roster of the centre by 工号. For supervisors and the administrators.
         */
        get: operations["list_people"];
        put?: never;
        /**
         * Take On Person
         * @description Take somebody on. The first password is told once. For administrators.
         */
        post: operations["take_on_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import People
         * @description Take on everybody in a file, or nobody. 422: ``details.faults`` names each mistake. The
         *     passwords are told once.
         */
        post: operations["import_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview People Import
         * @description Whom a file would take on, row by row, and why not. Nothing is written.
         */
        post: operations["preview_people_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/powers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Powers
         * @description What who asks may do to accounts, and which roles and rights they may give.
         */
        get: operations["read_powers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Person
         * @description One account, and what who asks may do to it.
         */
        get: operations["read_person"];
        /**
         * Change Person
         * @description Change an account. With other roles or rights all logins of the person end.
         */
        put: operations["change_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person_id}/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch Person
         * @description Let somebody in, or not any more: then all their logins end.
         */
        put: operations["switch_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person_id}/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Logins
         * @description End all logins of somebody, who may sign in again.
         */
        delete: operations["end_logins"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description Give somebody a first password, told once; all their logins end.
         */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person_id}/second-factor/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Second Factor
         * @description Ask that somebody's second factor is taken away, as after the loss of a telephone; when
         *     another has asked, confirm it: it is gone, and all their logins end.
         */
        post: operations["reset_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person_id}/second-factor/reset/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep Second Factor
         * @description Take back what was asked for, by whomever: the second factor stays.
         */
        post: operations["keep_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/platform/centres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Platform Centres
         * @description Every centre: its size and limits, nothing of its calls. For operators.
         */
        get: operations["list_platform_centres"];
        put?: never;
        /**
         * Found Centre
         * @description Make a centre that answers calls at once. The administrator's password is told once.
         */
        post: operations["found_centre"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/platform/centres/{centre}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Centre
         * @description Change a centre's name, quotas or functions; in force at once.
         */
        patch: operations["change_centre"];
        trace?: never;
    };
    "/api/polls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Polls
         * @description Polls, the one that begins last first.
         */
        get: operations["list_polls"];
        put?: never;
        /**
         * Make Poll
         * @description Make a poll.
         */
        post: operations["make_poll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/polls/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Poll
         * @description One poll, and how many voted on which day.
         */
        get: operations["read_poll"];
        /**
         * Change Poll
         * @description Change a poll; what was voted on stays as it was voted on.
         */
        put: operations["change_poll"];
        post?: never;
        /**
         * Remove Poll
         * @description Remove a poll that nobody has voted in.
         */
        delete: operations["remove_poll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/polls/{code}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Poll Results
         * @description What was voted. 409 ``poll.results_later`` before the end. Noted.
         */
        get: operations["poll_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prompt-studio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Prompt Studio
         * @description What prompts can be made with here, and how much room is left for them.
         */
        get: operations["read_prompt_studio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Prompts
         * @description The centre's prompts by code: its own and the shipped ones.
         */
        get: operations["list_prompts"];
        put?: never;
        /**
         * Create Prompt
         * @description Begin a prompt of the centre's own.
         */
        post: operations["create_prompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prompts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Prompt
         * @description A prompt with its texts and versions.
         */
        get: operations["read_prompt"];
        put?: never;
        post?: never;
        /**
         * Remove Prompt
         * @description Delete the centre's own; what is shipped under the same code is heard again.
         */
        delete: operations["remove_prompt"];
        options?: never;
        head?: never;
        /**
         * Change Prompt
         * @description Change the name, the note or the texts. 409 ``prompt.conflict`` when somebody was faster.
         */
        patch: operations["change_prompt"];
        trace?: never;
    };
    "/api/prompts/{code}/{language}/audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Prompt Audio
         * @description What callers hear, audio/wav, in ranges if asked.
         */
        get: operations["read_prompt_audio"];
        put?: never;
        /**
         * Upload Prompt Audio
         * @description Make a version of a sound file: converted, trimmed, levelled; not in use yet.
         */
        post: operations["upload_prompt_audio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prompts/{code}/{language}/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Prompt Version
         * @description Let callers hear this version from now on; null: what is shipped.
         */
        put: operations["choose_prompt_version"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prompts/{code}/{language}/speech": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Speak Prompt
         * @description Have a version spoken by the engine; it is ready a few seconds later. 409
         *     ``prompt.conflict`` when somebody changed the texts since they were read.
         */
        post: operations["speak_prompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prompts/{code}/{language}/telephone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Prompt Code
         * @description A code with which a version can be spoken into the telephone, once.
         */
        post: operations["give_prompt_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prompts/{code}/{language}/versions/{number}/audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Prompt Version Audio
         * @description The sound of one version, audio/wav, in ranges if asked.
         */
        get: operations["read_prompt_version_audio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prompts/{code}/{language}/versions/{number}/trim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trim Prompt Version
         * @description Cut a version; what is left is a new one.
         */
        post: operations["trim_prompt_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Queues
         * @description The queues of the centre, by code. For administrators, supervisors and flow editors.
         */
        get: operations["list_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{queue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Queue
         * @description Change a queue; in force for the next call that rings at an agent. For administrators.
         */
        put: operations["change_queue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{queue}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Queue Members
         * @description Say who serves a queue; in force at once. For supervisors and administrators.
         */
        put: operations["change_queue_members"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}/audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Audio
         * @description The sound, audio/wav, in ranges if asked. A play from the beginning is noted once. What is
         *     closed to the reader is unknown: 404; 403 where they may know of it and not hear it.
         */
        get: operations["read_audio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Cases by number, title or telephone, calls by telephone, people by 工号 or name, knowledge
         *     by its title; at most five of each, as far as the lists of these would show them. Calls of more
         *     than 90 days ago and cases of more than a year ago are found by a whole number only.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Session
         * @description Who is signed in; 204 when nobody is. A page that says whose it is gets 401 when the
         *     cookie is another's by now.
         */
        get: operations["read_session"];
        put?: never;
        /**
         * Sign In
         * @description Sign in. Wrong passwords bring growing delays: 429 with Retry-After. With
         *     ``password_due`` nothing but ``POST /session/password`` may follow, with ``factor_due`` nothing
         *     but the set-up of a second factor. Who has one gets 401 ``session.code_due`` and sends the same
         *     again with ``code``.
         */
        post: operations["sign_in"];
        /**
         * Sign Out
         * @description Sign out. The live socket of this login is closed, and its tokens are good for nothing.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/live-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Live Ticket
         * @description A ticket for the live socket, good for one minute and one use.
         */
        post: operations["live_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own Logins
         * @description Where one is signed in oneself, the login that was seen last first.
         */
        get: operations["list_own_logins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/logins/{login_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Own Login
         * @description End one of one's own logins, as at a computer where one forgot to sign out.
         */
        delete: operations["end_own_login"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Change one's own password. All other logins of this person end, this one goes on. A wrong
         *     ``old`` counts as a guess at sign-in does.
         */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Second Factor
         * @description Whether one shows a second factor at sign-in.
         */
        get: operations["read_second_factor"];
        put?: never;
        /**
         * Begin Second Factor
         * @description A key for one's telephone. The one of before stays in force until this is confirmed.
         */
        post: operations["begin_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Second Factor
         * @description Put the new key in force. The codes for the loss of the telephone are shown this once.
         */
        post: operations["confirm_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Recovery Codes
         * @description New codes for the loss of the telephone; those of before are good for nothing.
         */
        post: operations["renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Second Factor
         * @description Sign in with the password alone again. Not where a role needs a second factor.
         */
        post: operations["remove_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Surveys
         * @description Answers after calls, newest first. For supervisors. Of a call of the mayor's mailbox it is
         *     not told which it was, nor who took it, to who may not read it.
         */
        get: operations["list_surveys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/means": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Survey Means
         * @description Means by day, agent and question. For supervisors.
         */
        get: operations["survey_means"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Agent */
        Agent: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Number */
            number: string;
        };
        /**
         * AgentNotReady
         * @description ``seconds`` of the day, of all reasons; ``reasons``, the longest first; ``running``: what
         *     they are in now, on the day of today.
         */
        AgentNotReady: {
            agent: components["schemas"]["Agent"];
            /** Reasons */
            reasons: components["schemas"]["NotReadyTime"][];
            running: components["schemas"]["NotReadyNow"] | null;
            /** Seconds */
            seconds: number;
        };
        /**
         * AlarmFilter
         * @description ``cleared``: those that were looked at, or those that stand.
         */
        AlarmFilter: {
            /** Cleared */
            cleared?: boolean | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /**
         * AlarmSummary
         * @description Something to look at. ``code``: ``recording.mismatch``, …; ``names``: today's; ``withheld``
         *     as in the audit trail.
         */
        AlarmSummary: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Cleared At */
            cleared_at: string | null;
            cleared_by: components["schemas"]["Agent"] | null;
            /** Code */
            code: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /** Names */
            names: {
                [key: string]: string;
            };
            /** Object Id */
            object_id: string;
            /** Object Type */
            object_type: string;
            /** Withheld */
            withheld: boolean;
        };
        /**
         * Answering
         * @description What answers a call that starts at ``at``. ``version``: null when never published.
         */
        Answering: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            flow: components["schemas"]["CodeName"] | null;
            /**
             * Part
             * @enum {string}
             */
            part: "day" | "night" | "emergency";
            /** Queues */
            queues: string[];
            /**
             * Reason
             * @enum {string}
             */
            reason: "emergency" | "mode" | "calendar" | "always";
            /** Until */
            until: string | null;
            /** Version */
            version: number | null;
            why: components["schemas"]["Decided"] | null;
        };
        /**
         * AuditEntrySummary
         * @description ``names``: what people called the things that the entry speaks of when it was written, by
         *     ``kind:key``: ``person:5``, ``number:8001`` (工号), ``queue:3``, ``flow_code:article``; behind a
         *     name that two things may have stands the code. ``names_today``: the entry is of before names
         *     were kept, and these are today's; what is gone has none. ``withheld``: it is about something
         *     confidential that the reader may not know: ``object_id``, ``data`` and ``names`` are empty.
         */
        AuditEntrySummary: {
            /** Action */
            action: string;
            /** Address */
            address: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /** Names */
            names: {
                [key: string]: string;
            };
            /** Names Today */
            names_today: boolean;
            /** Object Id */
            object_id: string;
            /** Object Type */
            object_type: string;
            person: components["schemas"]["Agent"] | null;
            /** Withheld */
            withheld: boolean;
        };
        /**
         * AuditFilter
         * @description ``person``: 工号.
         */
        AuditFilter: {
            /** Action */
            action?: string | null;
            /** Cursor */
            cursor?: string | null;
            /** From */
            from?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Object Id */
            object_id?: string | null;
            /** Object Type */
            object_type?: string | null;
            /** Person */
            person?: string | null;
            /** To */
            to?: string | null;
        };
        /** CalendarCreate */
        CalendarCreate: {
            /** Code */
            code: string;
            /**
             * Keeps Holidays
             * @default true
             */
            keeps_holidays: boolean;
            /** Name */
            name: string;
            /**
             * Week
             * @default {}
             */
            week: {
                [key: string]: string[][];
            };
        };
        /** CalendarDayRead */
        CalendarDayRead: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "holiday" | "make_up" | "special";
            /** Name */
            name: string;
            /** Run As */
            run_as: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun") | null;
            /** Spans */
            spans: string[][];
        };
        /**
         * CalendarDayUpdate
         * @description Neither ``spans`` nor ``run_as``: closed all day. ``replace``: the day of this kind that is
         *     there on that date.
         */
        CalendarDayUpdate: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "holiday" | "make_up" | "special";
            /** Name */
            name: string;
            /**
             * Replace
             * @default false
             */
            replace: boolean;
            /** Run As */
            run_as?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun") | null;
            /**
             * Spans
             * @default []
             */
            spans: string[][];
        };
        /**
         * CalendarRead
         * @description ``shipped``: the years whose holidays come with the program.
         */
        CalendarRead: {
            /** Code */
            code: string;
            /** Dates */
            dates: components["schemas"]["Decided"][];
            /** Days */
            days: components["schemas"]["CalendarDayRead"][];
            /** Keeps Holidays */
            keeps_holidays: boolean;
            /** Lines */
            lines: string[];
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Shipped */
            shipped: number[];
            /** Source */
            source: string;
            /** Until */
            until: string | null;
            /** Version */
            version: number;
            /** Week */
            week: {
                [key: string]: string[][];
            };
            /** Year */
            year: number;
            /** Years */
            years: number[];
        };
        /**
         * CalendarSummary
         * @description ``open``: now. ``until``: when that changes. ``years``: those with holidays.
         */
        CalendarSummary: {
            /** Code */
            code: string;
            /** Keeps Holidays */
            keeps_holidays: boolean;
            /** Lines */
            lines: string[];
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Until */
            until: string | null;
            /** Version */
            version: number;
            /** Week */
            week: {
                [key: string]: string[][];
            };
            /** Years */
            years: number[];
        };
        /**
         * CalendarUpdate
         * @description ``version`` is that of the calendar that was read.
         */
        CalendarUpdate: {
            /**
             * Keeps Holidays
             * @default true
             */
            keeps_holidays: boolean;
            /** Name */
            name: string;
            /** Version */
            version: number;
            /**
             * Week
             * @default {}
             */
            week: {
                [key: string]: string[][];
            };
        };
        /**
         * CalendarYearUpdate
         * @description ``file``: the text of a file of holidays; without it, what is shipped.
         */
        CalendarYearUpdate: {
            /** File */
            file?: string | null;
            /** Year */
            year: number;
        };
        /**
         * CallFilter
         * @description ``agent``: 工号. ``disposition``: its code. ``q``: digits of the caller's number.
         */
        CallFilter: {
            /** Agent */
            agent?: string | null;
            /** Caller */
            caller?: string | null;
            /** Cursor */
            cursor?: string | null;
            /** Disposition */
            disposition?: string | null;
            /** From */
            from?: string | null;
            /** Has Recording */
            has_recording?: boolean | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Line */
            line?: string | null;
            /** Outcome */
            outcome?: ("" | "self_served" | "no_choice" | "answered" | "transferred" | "abandoned" | "place_kept" | "unreached" | "message" | "failed" | "fallback" | "fax_sent" | "fax_failed") | null;
            /** Q */
            q?: string | null;
            /** To */
            to?: string | null;
        };
        /** CallMatch */
        CallMatch: {
            /** Caller */
            caller: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Line */
            line: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
        };
        /**
         * CallRead
         * @description ``node_names`` has those of ``events`` as well.
         */
        CallRead: {
            agent: components["schemas"]["Agent"] | null;
            /** Answered At */
            answered_at: string | null;
            /** Caller */
            caller: string;
            /** Case Items */
            case_items: components["schemas"]["CaseSummary"][];
            /** Cases */
            cases: number;
            /** Cause */
            cause: number | null;
            disposition: components["schemas"]["Disposition"] | null;
            /** Ended At */
            ended_at: string | null;
            /**
             * Ended By
             * @enum {string}
             */
            ended_by: "" | "caller" | "agent" | "system";
            /** Events */
            events: components["schemas"]["Step"][];
            /** Flow Version */
            flow_version: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Keys */
            keys: string;
            /** Line */
            line: string;
            /** Node Names */
            node_names: {
                [key: string]: string;
            };
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "" | "self_served" | "no_choice" | "answered" | "transferred" | "abandoned" | "place_kept" | "unreached" | "message" | "failed" | "fallback" | "fax_sent" | "fax_failed";
            /** Queued At */
            queued_at: string | null;
            /** Recording Items */
            recording_items: components["schemas"]["RecordingRead"][];
            /** Recordings */
            recordings: number;
            /**
             * Source
             * @enum {string}
             */
            source: "carrier" | "web" | "callback" | "fax";
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Talk Seconds */
            talk_seconds: number | null;
            /** Talking At */
            talking_at: string | null;
            /** Way */
            way: string[];
        };
        /**
         * CallSummary
         * @description ``talk_seconds``: of all that the citizen and agents have talked, without what was held; null
         *     when they have not. ``way``: the nodes of the flow that the caller chose, as the version names
         *     them that the call ran; ``node_names``: what the centre calls those of them that have a name of
         *     its own, by the node.
         */
        CallSummary: {
            agent: components["schemas"]["Agent"] | null;
            /** Answered At */
            answered_at: string | null;
            /** Caller */
            caller: string;
            /** Cases */
            cases: number;
            disposition: components["schemas"]["Disposition"] | null;
            /** Ended At */
            ended_at: string | null;
            /**
             * Ended By
             * @enum {string}
             */
            ended_by: "" | "caller" | "agent" | "system";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Keys */
            keys: string;
            /** Line */
            line: string;
            /** Node Names */
            node_names: {
                [key: string]: string;
            };
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "" | "self_served" | "no_choice" | "answered" | "transferred" | "abandoned" | "place_kept" | "unreached" | "message" | "failed" | "fallback" | "fax_sent" | "fax_failed";
            /** Queued At */
            queued_at: string | null;
            /** Recordings */
            recordings: number;
            /**
             * Source
             * @enum {string}
             */
            source: "carrier" | "web" | "callback" | "fax";
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Talk Seconds */
            talk_seconds: number | null;
            /** Talking At */
            talking_at: string | null;
            /** Way */
            way: string[];
        };
        /** Caller */
        Caller: {
            /** Calls */
            calls: components["schemas"]["CallSummary"][];
            /** Cases */
            cases: components["schemas"]["CaseSummary"][];
            counts: components["schemas"]["CallerCounts"];
            /** Phone */
            phone: string;
        };
        /** CallerCounts */
        CallerCounts: {
            /** Calls 30D */
            calls_30d: number;
            /** Open Cases */
            open_cases: number;
        };
        /** CallerWanted */
        CallerWanted: {
            /** Phone */
            phone: string;
        };
        /** CaseCode */
        CaseCode: {
            /** Code */
            code: string;
            /** Number */
            number: string;
        };
        /**
         * CaseCreate
         * @description ``call``: the call in which the citizen asked, if any.
         */
        CaseCreate: {
            /**
             * Address
             * @default
             */
            address: string;
            /** Call */
            call?: string | null;
            /**
             * Citizen Name
             * @default
             */
            citizen_name: string;
            /**
             * Content
             * @default
             */
            content: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Secrecy
             * @default internal
             * @enum {string}
             */
            secrecy: "public" | "internal" | "confidential";
            /**
             * Source
             * @default phone
             * @enum {string}
             */
            source: "phone" | "voicemail" | "mailbox" | "web";
            /** Title */
            title: string;
            /**
             * Type
             * @enum {string}
             */
            type: "consultation" | "help" | "complaint" | "report" | "suggestion" | "praise";
            /**
             * Urgency
             * @default normal
             * @enum {string}
             */
            urgency: "normal" | "urgent" | "critical";
        };
        /**
         * CaseEventCreate
         * @description ``version`` is that of the case that was read. ``reason`` where ``events_possible`` says
         *     that one is needed; ``data``: what else belongs to the event.
         */
        CaseEventCreate: {
            /** Data */
            data?: {
                [key: string]: boolean | number | string | null;
            };
            /**
             * Event
             * @enum {string}
             */
            event: "dispatched" | "returned" | "received" | "replied" | "reworked" | "closed" | "rejected" | "reopened";
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * CaseEventPossible
         * @description What who reads the case may do to it now, and whether they must say why.
         */
        CaseEventPossible: {
            /**
             * Event
             * @enum {string}
             */
            event: "dispatched" | "returned" | "received" | "replied" | "reworked" | "closed" | "rejected" | "reopened";
            /** Reason Needed */
            reason_needed: boolean;
        };
        /**
         * CaseEventRead
         * @description ``by`` null: nobody who was signed in. ``before`` null: the case was not there yet.
         */
        CaseEventRead: {
            /**
             * After
             * @enum {string}
             */
            after: "accepted" | "dispatched" | "in_progress" | "replied" | "closed" | "rejected";
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: ("accepted" | "dispatched" | "in_progress" | "replied" | "closed" | "rejected") | null;
            by: components["schemas"]["Agent"] | null;
            /**
             * Event
             * @enum {string}
             */
            event: "opened" | "migrated" | "dispatched" | "returned" | "received" | "replied" | "reworked" | "closed" | "rejected" | "reopened";
            /** Number */
            number: number;
            /** Reason */
            reason: string;
        };
        /**
         * CaseFax
         * @description A fax that was asked for in a call of the case. ``number`` is masked.
         */
        CaseFax: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /** Pages */
            pages: number;
            /** Sent At */
            sent_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "sending" | "sent" | "failed" | "cancelled";
            /** Title */
            title: string;
        };
        /**
         * CaseFilter
         * @description ``q``: at least two characters of title, content, number, phone or name.
         */
        CaseFilter: {
            /** Created By */
            created_by?: string | null;
            /** Cursor */
            cursor?: string | null;
            /** From */
            from?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Phone */
            phone?: string | null;
            /** Q */
            q?: string | null;
            /** Source */
            source?: ("phone" | "voicemail" | "mailbox" | "web") | null;
            /** State */
            state?: ("accepted" | "dispatched" | "in_progress" | "replied" | "closed" | "rejected") | null;
            /** To */
            to?: string | null;
            /** Type */
            type?: ("consultation" | "help" | "complaint" | "report" | "suggestion" | "praise") | null;
            /** Urgency */
            urgency?: ("normal" | "urgent" | "critical") | null;
        };
        /** CaseMatch */
        CaseMatch: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /**
             * State
             * @enum {string}
             */
            state: "accepted" | "dispatched" | "in_progress" | "replied" | "closed" | "rejected";
            /** Title */
            title: string;
            /**
             * Type
             * @enum {string}
             */
            type: "consultation" | "help" | "complaint" | "report" | "suggestion" | "praise";
        };
        /**
         * CaseNotice
         * @description What the citizen was sent of an event, or why not: ``reason`` of one that ``failed`` or was
         *     ``skipped``. ``number`` is masked; ``by`` null: nobody who was signed in.
         */
        CaseNotice: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["Agent"] | null;
            /**
             * Event
             * @enum {string}
             */
            event: "opened" | "dispatched" | "replied" | "closed" | "rejected" | "reopened";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** May Send Again */
            may_send_again: boolean;
            /** Number */
            number: string;
            /** Reason */
            reason: string;
            /** Sent At */
            sent_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "sent" | "failed" | "skipped";
            /** Template */
            template: string;
            /** Text */
            text: string;
            /** Tries */
            tries: number;
            /**
             * Way
             * @constant
             */
            way: "sms";
        };
        /**
         * CaseOpened
         * @description ``code`` is the citizen's, told this once; null when the same request was made before.
         */
        CaseOpened: {
            case: components["schemas"]["CaseRead"];
            /** Code */
            code: string | null;
        };
        /**
         * CaseRead
         * @description ``replies``: the newest first; ``reading``: of the last approved one. ``history`` and
         *     ``faxes`` and ``notices``: the oldest first. ``approvable``: somebody of the centre may read the
         *     case and approve a reply to it.
         */
        CaseRead: {
            /** Address */
            address: string;
            /** Approvable */
            approvable: boolean;
            /** Call */
            call: string | null;
            /** Citizen Name */
            citizen_name: string;
            /** Content */
            content: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["Agent"] | null;
            /** Events Possible */
            events_possible: components["schemas"]["CaseEventPossible"][];
            /** Faxes */
            faxes: components["schemas"]["CaseFax"][];
            /** History */
            history: components["schemas"]["CaseEventRead"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** May Approve */
            may_approve: boolean;
            /** Notices */
            notices: components["schemas"]["CaseNotice"][];
            /** Number */
            number: string;
            /** Phone */
            phone: string;
            /** Phone Extension */
            phone_extension: string;
            reading: components["schemas"]["ReadingStatus"];
            /** Recordings */
            recordings: components["schemas"]["RecordingRead"][];
            /** Replies */
            replies: components["schemas"]["ReplyRead"][];
            /**
             * Secrecy
             * @enum {string}
             */
            secrecy: "public" | "internal" | "confidential";
            /**
             * Source
             * @enum {string}
             */
            source: "phone" | "voicemail" | "mailbox" | "web";
            /**
             * State
             * @enum {string}
             */
            state: "accepted" | "dispatched" | "in_progress" | "replied" | "closed" | "rejected";
            /** Title */
            title: string;
            /**
             * Type
             * @enum {string}
             */
            type: "consultation" | "help" | "complaint" | "report" | "suggestion" | "praise";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            updated_by: components["schemas"]["Agent"] | null;
            /**
             * Urgency
             * @enum {string}
             */
            urgency: "normal" | "urgent" | "critical";
            /** Version */
            version: number;
        };
        /** CaseReference */
        CaseReference: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
        };
        /**
         * CaseSummary
         * @description ``phone_extension``: the digits that are dialled behind ``phone`` (分机), "" for none.
         */
        CaseSummary: {
            /** Call */
            call: string | null;
            /** Citizen Name */
            citizen_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["Agent"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /** Phone */
            phone: string;
            /** Phone Extension */
            phone_extension: string;
            /**
             * Secrecy
             * @enum {string}
             */
            secrecy: "public" | "internal" | "confidential";
            /**
             * Source
             * @enum {string}
             */
            source: "phone" | "voicemail" | "mailbox" | "web";
            /**
             * State
             * @enum {string}
             */
            state: "accepted" | "dispatched" | "in_progress" | "replied" | "closed" | "rejected";
            /** Title */
            title: string;
            /**
             * Type
             * @enum {string}
             */
            type: "consultation" | "help" | "complaint" | "report" | "suggestion" | "praise";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /**
             * Urgency
             * @enum {string}
             */
            urgency: "normal" | "urgent" | "critical";
            /** Version */
            version: number;
        };
        /**
         * CaseUpdate
         * @description ``version`` is that of the case that was read; only what is named is changed.
         */
        CaseUpdate: {
            /** Address */
            address?: string | null;
            /** Citizen Name */
            citizen_name?: string | null;
            /** Content */
            content?: string | null;
            /** Phone */
            phone?: string | null;
            /** Secrecy */
            secrecy?: ("public" | "internal" | "confidential") | null;
            /** Title */
            title?: string | null;
            /** Type */
            type?: ("consultation" | "help" | "complaint" | "report" | "suggestion" | "praise") | null;
            /** Urgency */
            urgency?: ("normal" | "urgent" | "critical") | null;
            /** Version */
            version: number;
        };
        /** CentreCreate */
        CentreCreate: {
            /**
             * Administrator
             * @default 9000
             */
            administrator: string;
            /**
             * Administrator Name
             * @default 系统管理员
             */
            administrator_name: string;
            /**
             * Area Code
             * @default
             */
            area_code: string;
            /**
             * City
             * @default
             */
            city: string;
            /** City Code */
            city_code: string;
            /** Code */
            code: string;
            /**
             * Functions Off
             * @default []
             */
            functions_off: ("polls" | "knowledge" | "look_ups" | "transfers" | "surveys" | "mailbox" | "callbacks" | "web_calls" | "fax")[];
            /** Name */
            name: string;
            /**
             * Numbers
             * @default []
             */
            numbers: string[];
            /**
             * @default {
             *       "agents": null,
             *       "faxes": null,
             *       "lines": null,
             *       "storage_mb": null
             *     }
             */
            quotas: components["schemas"]["Quotas"];
            /**
             * Template
             * @default article
             */
            template: string;
            /**
             * Zone
             * @default Asia/Shanghai
             */
            zone: string;
        };
        /**
         * CentreCreated
         * @description ``password`` is the administrator's, told this once.
         */
        CentreCreated: {
            /** Administrator */
            administrator: string;
            centre: components["schemas"]["CentreRead"];
            /** Password */
            password: string;
        };
        /** CentreRead */
        CentreRead: {
            /** Agents */
            agents: number;
            /** Area Code */
            area_code: string;
            /** City */
            city: string;
            /** City Code */
            city_code: string;
            /** Code */
            code: string;
            /** Dormant Days */
            dormant_days: number;
            /** Functions Off */
            functions_off: string[];
            /** Lines */
            lines: string[];
            /** Name */
            name: string;
            quotas: components["schemas"]["QuotaRead"];
            /** Second Factor Roles */
            second_factor_roles: string[];
            /** Separate Administrators */
            separate_administrators: boolean;
            /** Version */
            version: number;
            /** Zone */
            zone: string;
        };
        /**
         * CentreUpdate
         * @description ``version`` is that of the centre that was read. Only what is named is changed.
         *
         *     ``separate_administrators``: nobody may be two of system, security and audit administrator.
         *     ``dormant_days``: accounts in which nobody has signed in for so long are switched off; 0: none.
         *     ``second_factor_roles``: who has one of them shows a second factor at sign-in.
         */
        CentreUpdate: {
            /** Area Code */
            area_code?: string | null;
            /** City */
            city?: string | null;
            /** Dormant Days */
            dormant_days?: number | null;
            /** Functions Off */
            functions_off?: ("polls" | "knowledge" | "look_ups" | "transfers" | "surveys" | "mailbox" | "callbacks" | "web_calls" | "fax")[] | null;
            /** Name */
            name?: string | null;
            quotas?: components["schemas"]["Quotas"] | null;
            /** Second Factor Roles */
            second_factor_roles?: ("agent" | "supervisor" | "administrator" | "security_administrator" | "audit_administrator" | "flow_editor" | "knowledge_editor" | "operator")[] | null;
            /** Separate Administrators */
            separate_administrators?: boolean | null;
            /** Version */
            version: number;
        };
        /** CentresRead */
        CentresRead: {
            /** Functions */
            functions: string[];
            /** Items */
            items: components["schemas"]["CentreRead"][];
            /** Templates */
            templates: string[];
        };
        /**
         * Choice
         * @description ``number``: the version that callers hear from now on; null: as it is shipped.
         */
        Choice: {
            /** Number */
            number: number | null;
        };
        /**
         * CodeName
         * @description What something is called: by its code, and by people.
         */
        CodeName: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * CompareQuery
         * @description Each ``draft``, or the number of a version.
         */
        CompareQuery: {
            /**
             * After
             * @default draft
             */
            after: string;
            /** Before */
            before: string;
        };
        /**
         * ConnectionCreate
         * @description ``password`` null: kept as it is. ``port`` 0: the usual one.
         */
        ConnectionCreate: {
            /**
             * Base Url
             * @default
             */
            base_url: string;
            /** Code */
            code: string;
            /**
             * Database
             * @default
             */
            database: string;
            /**
             * Headers
             * @default []
             */
            headers: components["schemas"]["ConnectionHeader"][];
            /**
             * Host
             * @default
             */
            host: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "http" | "postgresql" | "mysql";
            /** Name */
            name: string;
            /** Password */
            password?: string | null;
            /**
             * Port
             * @default 0
             */
            port: number;
            /**
             * Queries
             * @default []
             */
            queries: components["schemas"]["NamedQuery"][];
            /**
             * Retries
             * @default 1
             */
            retries: number;
            /**
             * Seconds
             * @default 4
             */
            seconds: number;
            /**
             * Tls
             * @default true
             */
            tls: boolean;
            /**
             * User
             * @default
             */
            user: string;
        };
        /**
         * ConnectionHeader
         * @description ``value`` null: a secret that is kept as it is.
         */
        ConnectionHeader: {
            /** Name */
            name: string;
            /**
             * Secret
             * @default false
             */
            secret: boolean;
            /** Value */
            value?: string | null;
        };
        /** ConnectionHeaderRead */
        ConnectionHeaderRead: {
            /** Name */
            name: string;
            /** Secret */
            secret: boolean;
            /** Value */
            value: string | null;
        };
        /**
         * ConnectionHealthRead
         * @description Of the last 100 look-ups. ``breaker`` open: nobody is asked for a while.
         */
        ConnectionHealthRead: {
            /** Asked */
            asked: number;
            /**
             * Breaker
             * @enum {string}
             */
            breaker: "closed" | "open" | "half_open";
            /** Failed */
            failed: number;
            /** Last Error */
            last_error: string;
            /** Last Error At */
            last_error_at: string | null;
            /** P50 */
            p50: number | null;
            /** P95 */
            p95: number | null;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
        };
        /**
         * ConnectionRead
         * @description Secrets are never shown: ``value`` null, ``has_password``. ``sends_notices``: the centre's
         *     short messages go over it.
         */
        ConnectionRead: {
            /** Base Url */
            base_url: string;
            /** Code */
            code: string;
            /** Database */
            database: string;
            /** Has Password */
            has_password: boolean;
            /** Headers */
            headers: components["schemas"]["ConnectionHeaderRead"][];
            health: components["schemas"]["ConnectionHealthRead"] | null;
            /** Host */
            host: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "http" | "postgresql" | "mysql";
            /** Name */
            name: string;
            /** Port */
            port: number;
            /** Queries */
            queries: components["schemas"]["NamedQueryRead"][];
            /** Retries */
            retries: number;
            /** Seconds */
            seconds: number;
            /** Sends Notices */
            sends_notices: boolean;
            /** Tls */
            tls: boolean;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            updated_by: components["schemas"]["Agent"] | null;
            /** Used By */
            used_by: components["schemas"]["ConnectionUse"][];
            /** User */
            user: string;
            /** Version */
            version: number;
        };
        /**
         * ConnectionUpdate
         * @description ``version`` is that of the connection that was read.
         */
        ConnectionUpdate: {
            /**
             * Base Url
             * @default
             */
            base_url: string;
            /** Code */
            code: string;
            /**
             * Database
             * @default
             */
            database: string;
            /**
             * Headers
             * @default []
             */
            headers: components["schemas"]["ConnectionHeader"][];
            /**
             * Host
             * @default
             */
            host: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "http" | "postgresql" | "mysql";
            /** Name */
            name: string;
            /** Password */
            password?: string | null;
            /**
             * Port
             * @default 0
             */
            port: number;
            /**
             * Queries
             * @default []
             */
            queries: components["schemas"]["NamedQuery"][];
            /**
             * Retries
             * @default 1
             */
            retries: number;
            /**
             * Seconds
             * @default 4
             */
            seconds: number;
            /**
             * Tls
             * @default true
             */
            tls: boolean;
            /**
             * User
             * @default
             */
            user: string;
            /** Version */
            version: number;
        };
        /**
         * ConnectionUse
         * @description A flow that asks it: what callers hear now, or what is being drawn.
         */
        ConnectionUse: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * State
             * @enum {string}
             */
            state: "published" | "draft";
        };
        /**
         * Cut
         * @description Seconds from the beginning: what lies between is kept.
         */
        Cut: {
            /** End */
            end: number;
            /** Start */
            start: number;
        };
        /**
         * Decided
         * @description Why: the rule of the calendar, the date that it looked at, and its hours.
         */
        Decided: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Name */
            name: string;
            /**
             * Rule
             * @enum {string}
             */
            rule: "week" | "holiday" | "make_up" | "special";
            /** Spans */
            spans: string[][];
            /**
             * Weekday
             * @enum {string}
             */
            weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
        };
        /**
         * Difference
         * @description ``head``: fields of the flow itself. A draft is compared without subflows; of two
         *     versions, ``subflows`` names those that differ.
         */
        Difference: {
            /** Head */
            head: components["schemas"]["FieldChange"][];
            /** Nodes */
            nodes: {
                [key: string]: components["schemas"]["NodeChange"];
            };
            /** Subflows */
            subflows: string[];
        };
        /**
         * Disposition
         * @description What a call came to, and what people call it; ``name_en`` may be empty.
         */
        Disposition: {
            /** Code */
            code: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
        };
        /** DispositionCreate */
        DispositionCreate: {
            /**
             * Archived
             * @default false
             */
            archived: boolean;
            /** Code */
            code: string;
            /**
             * Name En
             * @default
             */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Position */
            position?: number | null;
        };
        /**
         * DispositionGiven
         * @description ``disposition``: its code; null takes it from the call again.
         */
        DispositionGiven: {
            /** Disposition */
            disposition: string | null;
        };
        /** DispositionRead */
        DispositionRead: {
            /** Archived */
            archived: boolean;
            /** Code */
            code: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Position */
            position: number;
            /** Version */
            version: number;
        };
        /**
         * DispositionUpdate
         * @description ``version`` is that of the disposition that was read.
         */
        DispositionUpdate: {
            /**
             * Archived
             * @default false
             */
            archived: boolean;
            /**
             * Name En
             * @default
             */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Position */
            position?: number | null;
            /** Version */
            version: number;
        };
        /** DraftHead */
        DraftHead: {
            /**
             * State
             * @enum {string}
             */
            state: "editing" | "review" | "approved";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            updated_by: components["schemas"]["Agent"] | null;
            /** Version */
            version: number;
        };
        /**
         * DraftRead
         * @description ``spec`` may be broken; ``layout`` is the editor's own, null: not laid out yet.
         */
        DraftRead: {
            /** Based On */
            based_on: number | null;
            /** Editors */
            editors: components["schemas"]["Editor"][];
            /** Errors */
            errors: number | null;
            /** Layout */
            layout: unknown;
            /** Note */
            note: string;
            /** Spec */
            spec: unknown;
            /**
             * State
             * @enum {string}
             */
            state: "editing" | "review" | "approved";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            updated_by: components["schemas"]["Agent"] | null;
            /** Version */
            version: number;
            /** Warnings */
            warnings: number | null;
        };
        /**
         * DraftUpdate
         * @description ``version``: of the draft that was changed.
         */
        DraftUpdate: {
            /** Layout */
            layout?: unknown;
            /** Spec */
            spec: unknown;
            /** Version */
            version: number;
        };
        /**
         * Editor
         * @description Somebody who has the draft open, and when their page last said so.
         */
        Editor: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            person: components["schemas"]["Agent"];
        };
        /** Error */
        Error: {
            /** Code */
            code: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /** Message */
            message: string;
        };
        /**
         * ErrorAnswer
         * @description Every answer that is not a success.
         */
        ErrorAnswer: {
            error: components["schemas"]["Error"];
        };
        /** ExportQuery */
        ExportQuery: {
            /**
             * Version
             * @default draft
             */
            version: string;
        };
        /**
         * FactorBegun
         * @description What a telephone's app takes: ``uri`` as a QR code, or ``key`` typed.
         */
        FactorBegun: {
            /** Key */
            key: string;
            /** Uri */
            uri: string;
        };
        /**
         * FactorConfirmation
         * @description ``code``: what the telephone shows for the new key.
         */
        FactorConfirmation: {
            /** Code */
            code: string;
        };
        /**
         * FactorReset
         * @description That somebody has asked for it; another who may reset passwords confirms it until then.
         */
        FactorReset: {
            by: components["schemas"]["Agent"] | null;
            /** Own */
            own: boolean;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * FaxAttempt
         * @description One call to the fax machine. ``pages``: how many it said that it has.
         */
        FaxAttempt: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call */
            call: string | null;
            /**
             * End
             * @enum {string}
             */
            end: "sent" | "busy" | "no_answer" | "refused" | "no_route" | "not_a_fax" | "partly" | "interrupted" | "unknown" | "file";
            /** Error */
            error: string;
            /** Pages */
            pages: number;
        };
        /** FaxFilter */
        FaxFilter: {
            /** Cursor */
            cursor?: string | null;
            /** From */
            from?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Number */
            number?: string | null;
            /** State */
            state?: ("waiting" | "sending" | "sent" | "failed" | "cancelled") | null;
            /** To */
            to?: string | null;
        };
        /**
         * FaxSummary
         * @description ``number`` is masked. ``twice``: a try broke off when paper may have come out. ``withheld``:
         *     its call is one of the mayor's mailbox, or led to a confidential case, and ``number``,
         *     ``title``, ``missing_signs`` and all calls are for the readers of that.
         */
        FaxSummary: {
            /** Attempts */
            attempts: components["schemas"]["FaxAttempt"][];
            /** Call */
            call: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Error */
            last_error: string;
            /** Missing Signs */
            missing_signs: string;
            /**
             * Next At
             * Format: date-time
             */
            next_at: string;
            /** Number */
            number: string;
            /** Pages */
            pages: number;
            /** Sent At */
            sent_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "sending" | "sent" | "failed" | "cancelled";
            /** Title */
            title: string;
            /** Tries */
            tries: number;
            /** Twice */
            twice: boolean;
            /** Withheld */
            withheld: boolean;
        };
        /**
         * FieldChange
         * @description ``before`` and ``after`` are null where the field was, or is, not there.
         */
        FieldChange: {
            /** After */
            after: unknown;
            /** Before */
            before: unknown;
            /** Field */
            field: string;
        };
        /**
         * Finding
         * @description ``node``: "" when it is about the flow itself. ``message``: in the reader's language.
         */
        Finding: {
            /** Code */
            code: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Message */
            message: string;
            /** Node */
            node: string;
            /** Place */
            place: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "error" | "warning" | "hint";
        };
        /** Findings */
        Findings: {
            /** Findings */
            findings: components["schemas"]["Finding"][];
        };
        /**
         * FlowCreate
         * @description ``template``: a shipped flow, or "empty"; ``copy_of``: a flow of the centre.
         */
        FlowCreate: {
            /** Code */
            code: string;
            /**
             * Copy Of
             * @default
             */
            copy_of: string;
            /**
             * Kind
             * @default flow
             * @enum {string}
             */
            kind: "flow" | "subflow";
            /** Name */
            name: string;
            /**
             * Template
             * @default
             */
            template: string;
        };
        /**
         * FlowFilter
         * @description ``put_away``: only the flows that were put away; else only the others.
         */
        FlowFilter: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Put Away
             * @default false
             */
            put_away: boolean;
        };
        /**
         * FlowImport
         * @description ``file``: the text of the file, letter by letter, so that faults have their line; or what
         *     it holds. ``replace``: the version of the draft that it takes the place of.
         */
        FlowImport: {
            /**
             * Code
             * @default
             */
            code: string | "";
            /** File */
            file: string | {
                [key: string]: unknown;
            };
            /**
             * Name
             * @default
             */
            name: string | "";
            /** Replace */
            replace?: number | null;
        };
        /**
         * FlowImportResult
         * @description ``missing_prompts``: what the flow speaks and the centre has no prompt for.
         */
        FlowImportResult: {
            /** Code */
            code: string;
            draft: components["schemas"]["DraftRead"];
            /** Made */
            made: string[];
            /** Missing Prompts */
            missing_prompts: string[];
            /** Name */
            name: string;
        };
        /** FlowRead */
        FlowRead: {
            /** Changed */
            changed: boolean;
            /** Code */
            code: string;
            draft: components["schemas"]["DraftRead"];
            /**
             * Kind
             * @enum {string}
             */
            kind: "flow" | "subflow";
            /** Lines */
            lines: string[];
            /** Name */
            name: string;
            published: components["schemas"]["VersionSummary"] | null;
            scheduled: components["schemas"]["ScheduledHead"] | null;
            /** Used By */
            used_by: string[];
        };
        /**
         * FlowRename
         * @description ``version``: of the draft, whose title is the name.
         */
        FlowRename: {
            /** Name */
            name: string;
            /** Version */
            version: number;
        };
        /**
         * FlowSummary
         * @description ``errors`` and ``warnings`` are those of the draft when it was last saved, null where
         *     nobody has saved it yet. ``changed``: the draft is not what is published.
         */
        FlowSummary: {
            /** Changed */
            changed: boolean;
            /** Code */
            code: string;
            draft: components["schemas"]["DraftHead"];
            /** Errors */
            errors: number | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "flow" | "subflow";
            /** Lines */
            lines: string[];
            /** Name */
            name: string;
            published: components["schemas"]["PublishedHead"] | null;
            scheduled: components["schemas"]["ScheduledHead"] | null;
            /** Used By */
            used_by: string[];
            /** Warnings */
            warnings: number | null;
        };
        /**
         * GatewayRead
         * @description ``ready``: what waits is sent. ``counts``: how many notices are in which state.
         */
        GatewayRead: {
            /** Choices */
            choices: components["schemas"]["CodeName"][];
            /** Connection */
            connection: string;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Key Field */
            key_field: string;
            /** Number Field */
            number_field: string;
            /** Path */
            path: string;
            /** Ready */
            ready: boolean;
            /** Text Field */
            text_field: string;
            /** Version */
            version: number;
        };
        /**
         * GatewayUpdate
         * @description ``version`` 0: it was never set. ``connection``: the code of an HTTP connection, "" to send
         *     nothing.
         */
        GatewayUpdate: {
            /** Connection */
            connection: string;
            /**
             * Key Field
             * @default key
             */
            key_field: string;
            /**
             * Number Field
             * @default to
             */
            number_field: string;
            /**
             * Path
             * @default /messages
             */
            path: string;
            /**
             * Text Field
             * @default text
             */
            text_field: string;
            /** Version */
            version: number;
        };
        /** Health */
        Health: {
            /** Parts */
            parts: components["schemas"]["SystemPart"][];
            /**
             * State
             * @enum {string}
             */
            state: "ok" | "degraded" | "away";
            /** Version */
            version: string;
        };
        /**
         * KnowledgeCreate
         * @description ``parent``: a code, null for the top. Titles and bodies by language; zh is needed.
         */
        KnowledgeCreate: {
            /**
             * Bodies
             * @default {}
             */
            bodies: {
                [key: string]: string;
            };
            /**
             * Body Prompt
             * @default
             */
            body_prompt: string;
            /** Code */
            code: string;
            /** Effective From */
            effective_from?: string | null;
            /** Effective To */
            effective_to?: string | null;
            /**
             * Order
             * @default 0
             */
            order: number;
            /** Parent */
            parent?: string | null;
            /**
             * State
             * @default draft
             * @enum {string}
             */
            state: "draft" | "published";
            /**
             * Title Prompt
             * @default
             */
            title_prompt: string;
            /** Titles */
            titles: {
                [key: string]: string;
            };
        };
        /**
         * KnowledgeFault
         * @description ``row``: as a spreadsheet shows it, the head line being 1, in JSON its place in the list; 0
         *     is the file itself.
         */
        KnowledgeFault: {
            /** Fault */
            fault: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
            /** Value */
            value: string;
        };
        /**
         * KnowledgeImport
         * @description ``text``: CSV with a head line, or a list in JSON: docs/howto/look-ups.md.
         */
        KnowledgeImport: {
            /** Text */
            text: string;
        };
        /** KnowledgeImportResult */
        KnowledgeImportResult: {
            /** Changed */
            changed: number;
            /** Made */
            made: number;
        };
        /** KnowledgeMatch */
        KnowledgeMatch: {
            /** Code */
            code: string;
            /** Excerpt */
            excerpt: string;
            /** Parent */
            parent: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "published";
            /** Title */
            title: string;
        };
        /** KnowledgeNode */
        KnowledgeNode: {
            /** Code */
            code: string;
            /** Languages */
            languages: string[];
            /** Order */
            order: number;
            /** Parent */
            parent: string | null;
            /** Prompt */
            prompt: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "published";
            /** Title */
            title: string;
        };
        /**
         * KnowledgePreview
         * @description What a file would do. Counts and faults are of all rows, ``rows`` the first ones.
         */
        KnowledgePreview: {
            /** Changed */
            changed: number;
            /** Faults */
            faults: components["schemas"]["KnowledgeFault"][];
            /** Made */
            made: number;
            /** Refused */
            refused: number;
            /** Rows */
            rows: components["schemas"]["KnowledgeRow"][];
            /** Unchanged */
            unchanged: number;
        };
        /** KnowledgeRead */
        KnowledgeRead: {
            /** Bodies */
            bodies: {
                [key: string]: string;
            };
            /** Body Prompt */
            body_prompt: string;
            /** Children */
            children: number;
            /** Code */
            code: string;
            /** Effective From */
            effective_from: string | null;
            /** Effective To */
            effective_to: string | null;
            /** Order */
            order: number;
            /** Parent */
            parent: string | null;
            reading: components["schemas"]["ReadingStatus"];
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "published";
            /** Title Prompt */
            title_prompt: string;
            /** Titles */
            titles: {
                [key: string]: string;
            };
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            updated_by: components["schemas"]["Agent"] | null;
            /** Version */
            version: number;
        };
        /**
         * KnowledgeRestore
         * @description ``number``: which version it shall be again. ``version`` is that of the entry that was read;
         *     without one, what another has written meanwhile is written over.
         */
        KnowledgeRestore: {
            /** Number */
            number: number;
            /** Version */
            version?: number | null;
        };
        /**
         * KnowledgeRow
         * @description A row as it was understood. ``fields``: the columns that it would change.
         */
        KnowledgeRow: {
            /** Body */
            body: string;
            /** Code */
            code: string;
            /**
             * Effect
             * @enum {string}
             */
            effect: "new" | "changed" | "unchanged" | "refused";
            /** Faults */
            faults: components["schemas"]["KnowledgeFault"][];
            /** Fields */
            fields: string[];
            /** Parent */
            parent: string | null;
            /** Row */
            row: number;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "published";
            /** Title */
            title: string;
        };
        /** KnowledgeSearch */
        KnowledgeSearch: {
            /** Q */
            q: string;
        };
        /** KnowledgeTitle */
        KnowledgeTitle: {
            /** Code */
            code: string;
            /** Title */
            title: string;
        };
        /**
         * KnowledgeUpdate
         * @description ``version`` is that of the entry that was read. The code stays as it was.
         */
        KnowledgeUpdate: {
            /**
             * Bodies
             * @default {}
             */
            bodies: {
                [key: string]: string;
            };
            /**
             * Body Prompt
             * @default
             */
            body_prompt: string;
            /** Code */
            code: string;
            /** Effective From */
            effective_from?: string | null;
            /** Effective To */
            effective_to?: string | null;
            /**
             * Order
             * @default 0
             */
            order: number;
            /** Parent */
            parent?: string | null;
            /**
             * State
             * @default draft
             * @enum {string}
             */
            state: "draft" | "published";
            /**
             * Title Prompt
             * @default
             */
            title_prompt: string;
            /** Titles */
            titles: {
                [key: string]: string;
            };
            /** Version */
            version: number;
        };
        /** KnowledgeVersionRead */
        KnowledgeVersionRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Body */
            body: string;
            by: components["schemas"]["Agent"] | null;
            /** Number */
            number: number;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "published";
            /** Title */
            title: string;
        };
        /**
         * KnownConnection
         * @description ``queries``: the names of their parameters, by the query's code.
         */
        KnownConnection: {
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Queries */
            queries: {
                [key: string]: string[];
            };
        };
        /** KnownFlow */
        KnownFlow: {
            /** Code */
            code: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "flow" | "subflow";
            /** Name */
            name: string;
            /** Published */
            published: boolean;
        };
        /**
         * KnownPrompt
         * @description ``texts`` and ``audio`` by language; ``audio`` is a URL for the listener's page.
         */
        KnownPrompt: {
            /** Audio */
            audio: {
                [key: string]: string;
            };
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Texts */
            texts: {
                [key: string]: string;
            };
        };
        /**
         * KnownVariable
         * @description A variable that every call has from its first node on.
         */
        KnownVariable: {
            /** Example */
            example: string;
            /** Name */
            name: string;
        };
        /** LineCreate */
        LineCreate: {
            /** Flow */
            flow: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
        };
        /** LineFinding */
        LineFinding: {
            /** Code */
            code: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Place */
            place: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "error" | "warning" | "hint";
        };
        /** LineRead */
        LineRead: {
            answers: components["schemas"]["Answering"];
            calendar: components["schemas"]["CodeName"] | null;
            /** Emergency */
            emergency: boolean;
            emergency_flow: components["schemas"]["CodeName"] | null;
            flow: components["schemas"]["CodeName"];
            /**
             * Mode
             * @enum {string}
             */
            mode: "auto" | "day" | "night";
            /** Name */
            name: string;
            /** Night Bell */
            night_bell: string[];
            /** Night Bell Seconds */
            night_bell_seconds: number;
            night_flow: components["schemas"]["CodeName"] | null;
            /** Number */
            number: string;
            /** Version */
            version: number;
        };
        /**
         * LineUpdate
         * @description ``version`` is that of the line that was read. Flows and calendar by code, "" for none:
         *     without a night's flow the day's answers.
         */
        LineUpdate: {
            /**
             * Calendar
             * @default
             */
            calendar: string;
            /**
             * Emergency Flow
             * @default
             */
            emergency_flow: string;
            /** Flow */
            flow: string;
            /**
             * Mode
             * @default auto
             * @enum {string}
             */
            mode: "auto" | "day" | "night";
            /** Name */
            name: string;
            /**
             * Night Bell
             * @default []
             */
            night_bell: string[];
            /**
             * Night Bell Seconds
             * @default 20
             */
            night_bell_seconds: number;
            /**
             * Night Flow
             * @default
             */
            night_flow: string;
            /** Version */
            version: number;
        };
        /** LintRequest */
        LintRequest: {
            /** Spec */
            spec: unknown;
        };
        /**
         * Listing
         * @description Paging: ``limit`` rows from ``cursor`` on.
         */
        Listing: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /**
         * LiveTicket
         * @description Say ``ticket`` in the first message on ``url``, within ``expires_in`` seconds.
         */
        LiveTicket: {
            /** Expires In */
            expires_in: number;
            /** Ticket */
            ticket: string;
            /** Url */
            url: string;
        };
        /**
         * Login
         * @description ``code``: of the second factor, once the answer without it was ``session.code_due``.
         */
        Login: {
            /** Centre */
            centre: string;
            /**
             * Code
             * @default
             */
            code: string;
            /** Number */
            number: string;
            /** Password */
            password: string;
        };
        /** MessageFilter */
        MessageFilter: {
            /** Caller */
            caller?: string | null;
            /** Cursor */
            cursor?: string | null;
            /** Kind */
            kind?: ("conversation" | "complaint" | "report" | "mailbox" | "message" | "fallback") | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Listened */
            listened?: boolean | null;
        };
        /**
         * MessageSummary
         * @description Something a citizen recorded. ``listened`` tells whether anybody has heard it.
         */
        MessageSummary: {
            /** Caller */
            caller: string;
            case: components["schemas"]["CaseReference"] | null;
            /** Line */
            line: string;
            /** Listened */
            listened: boolean;
            recording: components["schemas"]["RecordingRead"];
        };
        /**
         * MetFault
         * @description What is wrong with the flow where a simulated caller could go no further. ``place`` is a
         *     path in its JSON, ``node`` "" for the flow itself.
         */
        MetFault: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Node */
            node: string;
            /** Place */
            place: string;
        };
        /**
         * Moment
         * @description ``at``: now, unless another moment is asked about.
         */
        Moment: {
            /** At */
            at?: string | null;
        };
        /**
         * NamedQuery
         * @description A named statement with parameters such as ``%(number)s``.
         */
        NamedQuery: {
            /** Code */
            code: string;
            /**
             * Note
             * @default
             */
            note: string;
            /** Sql */
            sql: string;
        };
        /** NamedQueryRead */
        NamedQueryRead: {
            /** Code */
            code: string;
            /** Note */
            note: string;
            /** Parameters */
            parameters: string[];
            /** Sql */
            sql: string;
        };
        /**
         * NodeChange
         * @description What people call a node is told like a field of it, ``/note``: no field has a stroke.
         */
        NodeChange: {
            /**
             * Change
             * @enum {string}
             */
            change: "added" | "removed" | "changed";
            /** Fields */
            fields: components["schemas"]["FieldChange"][];
        };
        /**
         * NodeTraffic
         * @description ``dropped``: callers who hung up on this node.
         */
        NodeTraffic: {
            /** Dropped */
            dropped: number;
            /** Entered */
            entered: number;
        };
        /** NotReadyDay */
        NotReadyDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Items */
            items: components["schemas"]["AgentNotReady"][];
        };
        /**
         * NotReadyFilter
         * @description ``day`` of the centre's calendar; today where none is named.
         */
        NotReadyFilter: {
            /** Day */
            day?: string | null;
        };
        /** NotReadyNow */
        NotReadyNow: {
            /**
             * Reason
             * @enum {string}
             */
            reason: "break" | "meal" | "training" | "meeting" | "other" | "signed_in" | "lost" | "no_answer" | "unreachable";
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /** NotReadyTime */
        NotReadyTime: {
            /**
             * Reason
             * @enum {string}
             */
            reason: "break" | "meal" | "training" | "meeting" | "other" | "signed_in" | "lost" | "no_answer" | "unreachable";
            /** Seconds */
            seconds: number;
            /** Times */
            times: number;
        };
        /** NoticeFilter */
        NoticeFilter: {
            /** Cursor */
            cursor?: string | null;
            /** From */
            from?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Number */
            number?: string | null;
            /** State */
            state?: ("waiting" | "sent" | "failed" | "skipped") | null;
            /** To */
            to?: string | null;
        };
        /**
         * NoticeSummary
         * @description ``number`` is masked. ``text`` is "" until it was first sent. ``case``: of which it tells
         *     ``event``. ``withheld``: it came of a call or case of the mayor's mailbox, or of another that is
         *     confidential, and ``number``, ``text``, ``call`` and ``case`` are for its readers.
         */
        NoticeSummary: {
            /** Call */
            call: string | null;
            /** Case */
            case: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Event */
            event: ("opened" | "dispatched" | "replied" | "closed" | "rejected" | "reopened") | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Error */
            last_error: string;
            /**
             * Next At
             * Format: date-time
             */
            next_at: string;
            /** Number */
            number: string;
            /** Sent At */
            sent_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "sent" | "failed" | "skipped";
            /** Template */
            template: string;
            /** Text */
            text: string;
            /** Tries */
            tries: number;
            /**
             * Way
             * @constant
             */
            way: "sms";
            /** Withheld */
            withheld: boolean;
        };
        /** OutboundRead */
        OutboundRead: {
            /** Allowed Prefixes */
            allowed_prefixes: string[];
            /** Barred */
            barred: ("emergency" | "service" | "service_95" | "service_96" | "shared_cost" | "toll_free" | "premium" | "local" | "landline" | "mobile" | "extension" | "international" | "satellite" | "indirect" | "code" | "unknown")[];
            /** Barred Prefixes */
            barred_prefixes: string[];
            /** Centre A Day */
            centre_a_day: number;
            /** Centre An Hour */
            centre_an_hour: number;
            /** Number A Day */
            number_a_day: number;
            /** Number An Hour */
            number_an_hour: number;
            /** Version */
            version: number;
        };
        /**
         * OutboundUpdate
         * @description ``version`` is that which was read: 0 before anybody has changed it.
         */
        OutboundUpdate: {
            /** Allowed Prefixes */
            allowed_prefixes: string[];
            /** Barred */
            barred: ("emergency" | "service" | "service_95" | "service_96" | "shared_cost" | "toll_free" | "premium" | "local" | "landline" | "mobile" | "extension" | "international" | "satellite" | "indirect" | "code" | "unknown")[];
            /** Barred Prefixes */
            barred_prefixes: string[];
            /** Centre A Day */
            centre_a_day: number;
            /** Centre An Hour */
            centre_an_hour: number;
            /** Number A Day */
            number_a_day: number;
            /** Number An Hour */
            number_an_hour: number;
            /** Version */
            version: number;
        };
        /**
         * OwnFactorRead
         * @description ``on_since`` null: there is none. ``codes_left``: for the loss of the telephone.
         *     ``demanded``: a role of theirs needs one.
         */
        OwnFactorRead: {
            /** Codes Left */
            codes_left: number;
            /** Demanded */
            demanded: boolean;
            /** On Since */
            on_since: string | null;
        };
        /**
         * OwnLogin
         * @description A browser in which one is signed in. ``browser``: what it says of itself, in words, or "".
         *
         *     ``current``: the one that asks. ``until``: when it ends, whatever is done with it.
         */
        OwnLogin: {
            /** Address */
            address: string;
            /**
             * Begun At
             * Format: date-time
             */
            begun_at: string;
            /** Browser */
            browser: string;
            /** Current */
            current: boolean;
            /** Id */
            id: number;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** Page[AlarmSummary] */
        Page_AlarmSummary_: {
            /** Items */
            items: components["schemas"]["AlarmSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[AuditEntrySummary] */
        Page_AuditEntrySummary_: {
            /** Items */
            items: components["schemas"]["AuditEntrySummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[CallSummary] */
        Page_CallSummary_: {
            /** Items */
            items: components["schemas"]["CallSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[CaseSummary] */
        Page_CaseSummary_: {
            /** Items */
            items: components["schemas"]["CaseSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[FaxSummary] */
        Page_FaxSummary_: {
            /** Items */
            items: components["schemas"]["FaxSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[FlowSummary] */
        Page_FlowSummary_: {
            /** Items */
            items: components["schemas"]["FlowSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[MessageSummary] */
        Page_MessageSummary_: {
            /** Items */
            items: components["schemas"]["MessageSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[NoticeSummary] */
        Page_NoticeSummary_: {
            /** Items */
            items: components["schemas"]["NoticeSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[PersonSummary] */
        Page_PersonSummary_: {
            /** Items */
            items: components["schemas"]["PersonSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[PollRead] */
        Page_PollRead_: {
            /** Items */
            items: components["schemas"]["PollRead"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[PromptSummary] */
        Page_PromptSummary_: {
            /** Items */
            items: components["schemas"]["PromptSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[SurveySummary] */
        Page_SurveySummary_: {
            /** Items */
            items: components["schemas"]["SurveySummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** Page[VersionSummary] */
        Page_VersionSummary_: {
            /** Items */
            items: components["schemas"]["VersionSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * PasswordChange
         * @description ``old``: the present one, also where somebody else has given it.
         */
        PasswordChange: {
            /** New */
            new: string;
            /** Old */
            old: string;
        };
        /** PeopleColumn */
        PeopleColumn: {
            /**
             * Column
             * @enum {string}
             */
            column: "number" | "name" | "roles" | "rights" | "expires_on" | "";
            /** Heading */
            heading: string;
        };
        /**
         * PeopleFault
         * @description ``row``: as a spreadsheet shows it, the head line being 1; 0 is the file itself.
         */
        PeopleFault: {
            /** Fault */
            fault: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
            /** Value */
            value: string;
        };
        /**
         * PeopleFilter
         * @description ``q``: how a number begins, or a part of a name; ``active``: those who can come in, or those
         *     who are switched off.
         */
        PeopleFilter: {
            /** Active */
            active?: boolean | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Q */
            q?: string | null;
            /** Role */
            role?: ("agent" | "supervisor" | "administrator" | "security_administrator" | "audit_administrator" | "flow_editor" | "knowledge_editor" | "operator") | null;
        };
        /**
         * PeopleImport
         * @description ``text``: CSV with a head line, see docs/howto/people.md. ``columns``: what headings mean
         *     that are not understood by themselves; "" passes one over.
         */
        PeopleImport: {
            /**
             * Columns
             * @default {}
             */
            columns: {
                [key: string]: "number" | "name" | "roles" | "rights" | "expires_on" | "";
            };
            /** Text */
            text: string;
        };
        /** PeopleImported */
        PeopleImported: {
            /** People */
            people: components["schemas"]["PersonMade"][];
        };
        /**
         * PeoplePreview
         * @description Whom a file would take on. Faults are the first ones.
         */
        PeoplePreview: {
            /** Columns */
            columns: components["schemas"]["PeopleColumn"][];
            /** Faults */
            faults: components["schemas"]["PeopleFault"][];
            /** Refused */
            refused: number;
            /** Rows */
            rows: components["schemas"]["PeopleRow"][];
        };
        /**
         * PeopleRow
         * @description Somebody as the file was understood.
         */
        PeopleRow: {
            /** Expires On */
            expires_on: string | null;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Refused */
            refused: boolean;
            /** Rights */
            rights: string[];
            /** Roles */
            roles: string[];
            /** Row */
            row: number;
        };
        /**
         * PersonCreate
         * @description ``expires_on``: the last day on which they may come in; null: for good.
         */
        PersonCreate: {
            /** Expires On */
            expires_on?: string | null;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /**
             * Rights
             * @default []
             */
            rights: "mailbox"[];
            /**
             * Roles
             * @default []
             */
            roles: ("agent" | "supervisor" | "administrator" | "security_administrator" | "audit_administrator" | "flow_editor" | "knowledge_editor" | "operator")[];
        };
        /**
         * PersonMade
         * @description ``password``: told this once; "": nobody who asks may give one.
         */
        PersonMade: {
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Password */
            password: string;
            /** Row */
            row: number;
        };
        /** PersonMatch */
        PersonMatch: {
            /** Name */
            name: string;
            /** Number */
            number: string;
        };
        /**
         * PersonPassword
         * @description ``password``: told this once; "": nobody who asks may give one.
         */
        PersonPassword: {
            /** Password */
            password: string;
            person: components["schemas"]["PersonRead"];
        };
        /**
         * PersonRead
         * @description ``password_temporary``: the first password was not changed yet. ``factor_since``: since when
         *     they show a second factor. ``factor_reset``: who has asked that it is taken away. ``acts``: what
         *     the reader may do to this account.
         */
        PersonRead: {
            /** Active */
            active: boolean;
            /** Acts */
            acts: ("list" | "add" | "change" | "switch" | "grant" | "reset" | "end_logins" | "read_trail")[];
            /** Expires On */
            expires_on: string | null;
            factor_reset: components["schemas"]["FactorReset"] | null;
            /** Factor Since */
            factor_since: string | null;
            /** Id */
            id: number;
            /** Last Login */
            last_login: string | null;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /**
             * Off Reason
             * @enum {string}
             */
            off_reason: "" | "dormant" | "expired";
            /** Password Temporary */
            password_temporary: boolean;
            /** Rights */
            rights: string[];
            /** Roles */
            roles: string[];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            updated_by: components["schemas"]["Agent"] | null;
            /** Version */
            version: number;
        };
        /** PersonReset */
        PersonReset: {
            /** Version */
            version: number;
        };
        /**
         * PersonSummary
         * @description ``off_reason``: which rule has switched the account off; "" for a person. ``last_login``:
         *     when they signed in last.
         */
        PersonSummary: {
            /** Active */
            active: boolean;
            /** Expires On */
            expires_on: string | null;
            /** Id */
            id: number;
            /** Last Login */
            last_login: string | null;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /**
             * Off Reason
             * @enum {string}
             */
            off_reason: "" | "dormant" | "expired";
            /** Rights */
            rights: string[];
            /** Roles */
            roles: string[];
        };
        /** PersonSwitch */
        PersonSwitch: {
            /** On */
            on: boolean;
            /** Version */
            version: number;
        };
        /**
         * PersonUpdate
         * @description ``version`` is that of the account that was read.
         */
        PersonUpdate: {
            /** Expires On */
            expires_on?: string | null;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /**
             * Rights
             * @default []
             */
            rights: "mailbox"[];
            /**
             * Roles
             * @default []
             */
            roles: ("agent" | "supervisor" | "administrator" | "security_administrator" | "audit_administrator" | "flow_editor" | "knowledge_editor" | "operator")[];
            /** Version */
            version: number;
        };
        /**
         * PlaceRead
         * @description A ``node`` of the flow that a call runs, to which its caller can be sent; ``name`` is what
         *     the centre calls it ("" for what no flow of its own has named), ``type`` is the node's, ``keys``
         *     lead there from where the flow begins (none: not by keys alone).
         */
        PlaceRead: {
            /** Keys */
            keys: string[];
            /** Name */
            name: string;
            /** Node */
            node: string;
            /** Type */
            type: string;
        };
        /** Places */
        Places: {
            /** Items */
            items: components["schemas"]["PlaceRead"][];
        };
        /**
         * Playback
         * @description One sound of what plays now. ``parts``: of a number, a date; played one after another.
         *     ``missing``: nothing is heard.
         */
        Playback: {
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en" | "yue";
            /** Missing */
            missing: boolean;
            /** Parts */
            parts: components["schemas"]["PlaybackPart"][];
            /** Prompt */
            prompt: string;
            /** Seconds */
            seconds: number;
            /** Text */
            text: string;
            /** Url */
            url: string;
        };
        /**
         * PlaybackPart
         * @description A piece of a spoken number or date. ``url`` "": there is no sound of it.
         */
        PlaybackPart: {
            /** Prompt */
            prompt: string;
            /** Url */
            url: string;
        };
        /**
         * PollChoice
         * @description ``key``: what the flow's node counts, by rule the key itself.
         */
        PollChoice: {
            /** Key */
            key: string;
            /** Text */
            text: string;
        };
        /** PollChoiceRead */
        PollChoiceRead: {
            /** Key */
            key: string;
            /** Text */
            text: string;
        };
        /** PollCreate */
        PollCreate: {
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Code */
            code: string;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Questions */
            questions: components["schemas"]["PollQuestion"][];
            /** Title */
            title: string;
            /**
             * Withheld
             * @default refused
             * @enum {string}
             */
            withheld: "refused" | "counted";
        };
        /**
         * PollQuestion
         * @description A choice of keys, or with ``multiple`` several, ended by #.
         */
        PollQuestion: {
            /** Choices */
            choices: components["schemas"]["PollChoice"][];
            /** Code */
            code: string;
            /**
             * Multiple
             * @default false
             */
            multiple: boolean;
            /** Text */
            text: string;
        };
        /** PollQuestionRead */
        PollQuestionRead: {
            /** Choices */
            choices: components["schemas"]["PollChoiceRead"][];
            /** Code */
            code: string;
            /** Multiple */
            multiple: boolean;
            /** Text */
            text: string;
        };
        /**
         * PollRead
         * @description ``turnout``: how many numbers have voted. What they voted is told after the end.
         */
        PollRead: {
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Code */
            code: string;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Questions */
            questions: components["schemas"]["PollQuestionRead"][];
            /** Title */
            title: string;
            /** Turnout */
            turnout: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            updated_by: components["schemas"]["Agent"] | null;
            /** Version */
            version: number;
            /**
             * Withheld
             * @enum {string}
             */
            withheld: "refused" | "counted";
        };
        /** PollResults */
        PollResults: {
            poll: components["schemas"]["PollRead"];
            /** Tallies */
            tallies: components["schemas"]["TallyRead"][];
        };
        /** PollTurnout */
        PollTurnout: {
            /** Days */
            days: components["schemas"]["TurnoutDay"][];
            poll: components["schemas"]["PollRead"];
        };
        /**
         * PollUpdate
         * @description ``version`` is that of the poll that was read.
         */
        PollUpdate: {
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Code */
            code: string;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Questions */
            questions: components["schemas"]["PollQuestion"][];
            /** Title */
            title: string;
            /** Version */
            version: number;
            /**
             * Withheld
             * @default refused
             * @enum {string}
             */
            withheld: "refused" | "counted";
        };
        /**
         * PowersRead
         * @description What the reader may do to accounts, and which roles and rights they may give. ``separate``:
         *     nobody may be two of system, security and audit administrator.
         */
        PowersRead: {
            /** Acts */
            acts: ("list" | "add" | "change" | "switch" | "grant" | "reset" | "end_logins" | "read_trail")[];
            /** Rights */
            rights: string[];
            /** Roles */
            roles: string[];
            /** Separate */
            separate: boolean;
        };
        /**
         * Presence
         * @description ``version``: of the draft, so that a page learns that somebody else has changed it.
         */
        Presence: {
            /** Editors */
            editors: components["schemas"]["Editor"][];
            /**
             * State
             * @enum {string}
             */
            state: "editing" | "review" | "approved";
            /** Version */
            version: number;
        };
        /** PresenceUpdate */
        PresenceUpdate: {
            /**
             * Leaving
             * @default false
             */
            leaving: boolean;
        };
        /**
         * PromptAudio
         * @description What a caller hears of a prompt in one language. ``url`` is null when there is nothing.
         */
        PromptAudio: {
            /**
             * Heard
             * @enum {string}
             */
            heard: "own" | "shipped" | "fallback" | "missing";
            /** Number */
            number: number | null;
            /** Rendering */
            rendering: boolean;
            /** Seconds */
            seconds: number;
            /**
             * Source
             * @enum {string}
             */
            source: "shipped" | "tts" | "upload" | "microphone" | "telephone";
            /** Stale */
            stale: boolean;
            /** Url */
            url: string | null;
            /** Voice */
            voice: string;
        };
        /** PromptAudios */
        PromptAudios: {
            en: components["schemas"]["PromptAudio"];
            yue: components["schemas"]["PromptAudio"];
            zh: components["schemas"]["PromptAudio"];
        };
        /**
         * PromptCodeRead
         * @description Dial ``numbers`` and type ``code`` on the keys; empty: no line has a flow for it.
         */
        PromptCodeRead: {
            /** Code */
            code: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Numbers */
            numbers: string[];
        };
        /** PromptCreate */
        PromptCreate: {
            /** Code */
            code: string;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * @default {
             *       "en": null,
             *       "yue": null,
             *       "zh": null
             *     }
             */
            texts: components["schemas"]["Texts"];
        };
        /**
         * PromptFilter
         * @description ``show``: sentences, own, gaps (a language is missing), parts (of numbers), or all.
         */
        PromptFilter: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Show
             * @default sentences
             * @enum {string}
             */
            show: "sentences" | "own" | "gaps" | "parts" | "all";
        };
        /** PromptRead */
        PromptRead: {
            /** Code */
            code: string;
            languages: components["schemas"]["PromptAudios"];
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Own */
            own: boolean;
            /** Part */
            part: boolean;
            /** Shipped */
            shipped: boolean;
            shipped_texts: components["schemas"]["ShippedTexts"];
            texts: components["schemas"]["PromptTexts"];
            /** Used By */
            used_by: components["schemas"]["PromptUse"][];
            /** Version */
            version: number;
            /** Versions */
            versions: components["schemas"]["PromptVersionRead"][];
        };
        /**
         * PromptStudio
         * @description What prompts can be made with here. ``used`` and ``limit``: bytes; null is no limit.
         */
        PromptStudio: {
            /** Languages */
            languages: ("zh" | "en" | "yue")[];
            /** Limit */
            limit: number | null;
            /** Max Bytes */
            max_bytes: number;
            /** Max Seconds */
            max_seconds: number;
            /** Speech */
            speech: boolean;
            /** Used */
            used: number;
            /** Voices */
            voices: components["schemas"]["Voice"][];
        };
        /**
         * PromptSummary
         * @description ``own``: the centre made it, or changed what is shipped. ``version``: whoever changes name,
         *     note or texts names it.
         */
        PromptSummary: {
            /** Code */
            code: string;
            languages: components["schemas"]["PromptAudios"];
            /** Name */
            name: string;
            /** Own */
            own: boolean;
            /** Part */
            part: boolean;
            /** Shipped */
            shipped: boolean;
            texts: components["schemas"]["PromptTexts"];
            /** Used By */
            used_by: components["schemas"]["PromptUse"][];
            /** Version */
            version: number;
        };
        /** PromptTexts */
        PromptTexts: {
            /** En */
            en: string;
            /** Yue */
            yue: string;
            /** Zh */
            zh: string;
        };
        /**
         * PromptUpdate
         * @description ``version`` is that of the prompt that was read. Only what is named is changed; of
         *     ``texts`` only the languages that are named.
         */
        PromptUpdate: {
            /** Name */
            name?: string | null;
            /** Note */
            note?: string | null;
            texts?: components["schemas"]["Texts"] | null;
            /** Version */
            version: number;
        };
        /** PromptUse */
        PromptUse: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * State
             * @enum {string}
             */
            state: "published" | "draft";
        };
        /**
         * PromptVersionRead
         * @description ``level``: of the voice, dB below full scale; ``peaks``: 0 to 100 over the whole sound.
         */
        PromptVersionRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Current */
            current: boolean;
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en" | "yue";
            /** Level */
            level: number | null;
            /** Made By */
            made_by: string;
            /** Number */
            number: number;
            /** Peaks */
            peaks: number[];
            /** Reason */
            reason: string;
            /** Seconds */
            seconds: number;
            /**
             * Source
             * @enum {string}
             */
            source: "shipped" | "tts" | "upload" | "microphone" | "telephone";
            /** Speed */
            speed: number;
            /**
             * State
             * @enum {string}
             */
            state: "rendering" | "ready" | "failed";
            /** Text */
            text: string;
            /** Url */
            url: string | null;
            /** Voice */
            voice: string;
        };
        /**
         * Proof
         * @description That it is oneself who sits there. ``code``: of the second factor that is in force.
         */
        Proof: {
            /**
             * Code
             * @default
             */
            code: string;
            /** Password */
            password: string;
        };
        /**
         * Publish
         * @description ``reason``: needed when scenarios fail. ``at``: later, with an offset.
         */
        Publish: {
            /** At */
            at?: string | null;
            /** Note */
            note: string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Version */
            version: number;
        };
        /** PublishedHead */
        PublishedHead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["Agent"] | null;
            /** Number */
            number: number;
        };
        /** Question */
        Question: {
            /** At */
            at?: string | null;
            /** Number */
            number: string;
        };
        /**
         * QueueMembers
         * @description ``version`` is that of the queue that was read; ``agents``: the 工号 of all who serve it.
         */
        QueueMembers: {
            /** Agents */
            agents: string[];
            /** Version */
            version: number;
        };
        /**
         * QueueRead
         * @description ``agents``: the 工号 of those who serve it.
         */
        QueueRead: {
            /** Agents */
            agents: string[];
            /** Announce Agent Number */
            announce_agent_number: boolean;
            /** Code */
            code: string;
            /** May Cut Announcement */
            may_cut_announcement: boolean;
            /** Name */
            name: string;
            /** Ring Seconds */
            ring_seconds: number;
            /** Version */
            version: number;
            /** Wrap Up Seconds */
            wrap_up_seconds: number;
        };
        /**
         * QueueUpdate
         * @description ``version`` is that of the queue that was read. ``wrap_up_seconds``: 0 until the agent says
         *     ready. ``may_cut_announcement``: an agent may speak before their number is said to its end.
         */
        QueueUpdate: {
            /** Announce Agent Number */
            announce_agent_number: boolean;
            /** May Cut Announcement */
            may_cut_announcement: boolean;
            /** Name */
            name: string;
            /** Ring Seconds */
            ring_seconds: number;
            /** Version */
            version: number;
            /** Wrap Up Seconds */
            wrap_up_seconds: number;
        };
        /** QuotaRead */
        QuotaRead: {
            /** Agents */
            agents: number | null;
            /** Faxes */
            faxes: number | null;
            /** Lines */
            lines: number | null;
            /** Storage Mb */
            storage_mb: number | null;
        };
        /**
         * Quotas
         * @description null: as many as they like. ``faxes``: of a day.
         */
        Quotas: {
            /** Agents */
            agents?: number | null;
            /** Faxes */
            faxes?: number | null;
            /** Lines */
            lines?: number | null;
            /** Storage Mb */
            storage_mb?: number | null;
        };
        /**
         * ReadingStatus
         * @description How far texts are read aloud for callers. ``state`` none: nothing is to be read; ``engine``:
         *     whether anything here reads.
         */
        ReadingStatus: {
            /** Engine */
            engine: boolean;
            /** Reason */
            reason: string;
            /** Seconds */
            seconds: number;
            /** State */
            state: ("waiting" | "ready" | "failed") | "none";
        };
        /** RecordingRead */
        RecordingRead: {
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /** Bytes */
            bytes: number;
            /**
             * Call
             * Format: uuid
             */
            call: string;
            /** Ends Early */
            ends_early: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "conversation" | "complaint" | "report" | "mailbox" | "message" | "fallback";
            /** May Hear */
            may_hear: boolean;
            /** Milliseconds */
            milliseconds: number;
            /**
             * Secrecy
             * @enum {string}
             */
            secrecy: "public" | "internal" | "confidential";
            /** Sha256 */
            sha256: string;
            /**
             * State
             * @enum {string}
             */
            state: "recording" | "stored" | "lost";
        };
        /**
         * RecoveryCodes
         * @description Shown this once; each is good for one sign-in.
         */
        RecoveryCodes: {
            /** Codes */
            codes: string[];
        };
        /**
         * ReplyApproval
         * @description ``version`` is that of the case whose draft was read.
         */
        ReplyApproval: {
            /** Version */
            version: number;
        };
        /**
         * ReplyDraft
         * @description ``version`` is that of the case that was read; ``language``: the one it is written in.
         */
        ReplyDraft: {
            /**
             * Language
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en" | "yue";
            /** Text */
            text: string;
            /** Version */
            version: number;
        };
        /**
         * ReplyRead
         * @description A text of the reply. ``approved_at`` null: a draft, which nobody outside is told.
         */
        ReplyRead: {
            /** Approved At */
            approved_at: string | null;
            approved_by: components["schemas"]["Agent"] | null;
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en" | "yue";
            /** Number */
            number: number;
            /** Text */
            text: string;
            /**
             * Written At
             * Format: date-time
             */
            written_at: string;
            written_by: components["schemas"]["Agent"];
        };
        /** Review */
        Review: {
            /**
             * Act
             * @enum {string}
             */
            act: "request" | "approve" | "return";
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** RollBack */
        RollBack: {
            /** Note */
            note: string;
        };
        /**
         * RuleRead
         * @description What is sent of ``event`` of a case over ``way``, when it is ``on``. ``given``: the names
         *     that the words of its template may have in braces.
         */
        RuleRead: {
            /**
             * Event
             * @enum {string}
             */
            event: "opened" | "dispatched" | "replied" | "closed" | "rejected" | "reopened";
            /** Given */
            given: string[];
            /** On */
            on: boolean;
            /** Template */
            template: string;
            /** Version */
            version: number;
            /**
             * Way
             * @constant
             */
            way: "sms";
        };
        /**
         * RuleUpdate
         * @description ``version`` 0: as shipped, and changed for the first time. ``template``: the code of one.
         */
        RuleUpdate: {
            /** On */
            on: boolean;
            /** Template */
            template: string;
            /** Version */
            version: number;
        };
        /** ScenarioCounts */
        ScenarioCounts: {
            /** Failed */
            failed: number;
            /** Passed */
            passed: number;
        };
        /** ScenarioCreate */
        ScenarioCreate: {
            /** Expected */
            expected?: {
                [key: string]: unknown;
            }[];
            /** Name */
            name: string;
            /** Setup */
            setup?: {
                [key: string]: unknown;
            };
            /** Steps */
            steps?: {
                [key: string]: unknown;
            }[];
        };
        /** ScenarioRead */
        ScenarioRead: {
            /** Expected */
            expected: {
                [key: string]: unknown;
            }[];
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Setup */
            setup: {
                [key: string]: unknown;
            };
            /** Steps */
            steps: {
                [key: string]: unknown;
            }[];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            updated_by: components["schemas"]["Agent"] | null;
        };
        /**
         * ScenarioResult
         * @description ``difference``: lines, ``-`` what was expected and ``+`` what came.
         */
        ScenarioResult: {
            /** Difference */
            difference: string[];
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Passed */
            passed: boolean;
        };
        /**
         * ScenarioRun
         * @description ``spec``: what is drawn and not saved yet; without it the draft is run.
         */
        ScenarioRun: {
            /** Spec */
            spec?: unknown;
        };
        /**
         * ScheduledHead
         * @description ``at``: when it comes into force.
         */
        ScheduledHead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["Agent"] | null;
            /** Number */
            number: number;
        };
        /**
         * SearchFilter
         * @description ``q``: what was typed; words stand apart, and all of them must be found.
         */
        SearchFilter: {
            /** Q */
            q: string;
        };
        /**
         * SearchRead
         * @description The best few of each kind; a kind that the reader may not list is empty.
         */
        SearchRead: {
            /** Calls */
            calls: components["schemas"]["CallMatch"][];
            /** Cases */
            cases: components["schemas"]["CaseMatch"][];
            /** Knowledge */
            knowledge: components["schemas"]["KnowledgeTitle"][];
            /** People */
            people: components["schemas"]["PersonMatch"][];
        };
        /**
         * Session
         * @description Who is signed in. ``csrf`` goes into the header X-CSRFToken of every write. ``acts``: what
         *     they may do to people's accounts.
         */
        Session: {
            /** Acts */
            acts: ("list" | "add" | "change" | "switch" | "grant" | "reset" | "end_logins" | "read_trail")[];
            centre: components["schemas"]["CodeName"];
            /** Csrf */
            csrf: string;
            /** Factor Due */
            factor_due: boolean;
            /** Functions */
            functions: string[];
            /** Language */
            language: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Password Due */
            password_due: boolean;
            /** Person */
            person: number;
            /** Rights */
            rights: string[];
            /** Roles */
            roles: string[];
            /** Zone */
            zone: string;
        };
        /**
         * ShippedTexts
         * @description Null: nothing is shipped in that language.
         */
        ShippedTexts: {
            /** En */
            en: string | null;
            /** Yue */
            yue: string | null;
            /** Zh */
            zh: string | null;
        };
        /**
         * SignInCentre
         * @description ``demo``: made up, with people whose passwords everybody knows.
         */
        SignInCentre: {
            /** Code */
            code: string;
            /** Demo */
            demo: boolean;
            /** Name */
            name: string;
        };
        /**
         * Simulation
         * @description ``setup`` and ``steps`` as ``rules/flow/simulator/scenario.py`` describes them.
         */
        Simulation: {
            /** Setup */
            setup?: {
                [key: string]: unknown;
            };
            /** Spec */
            spec: unknown;
            /** Steps */
            steps?: {
                [key: string]: unknown;
            }[];
        };
        /**
         * SimulationResult
         * @description ``waiting``: what can be done next (words of ``do``). ``edges``: (node, exit, node).
         *     ``fault``: why it goes no further, null where the flow is not at fault.
         */
        SimulationResult: {
            /** Edges */
            edges: string[][];
            fault: components["schemas"]["MetFault"] | null;
            /** Finished */
            finished: boolean;
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en" | "yue";
            /** Node */
            node: string;
            /** Path */
            path: string[];
            /** Phase */
            phase: string;
            /** Playing */
            playing: components["schemas"]["Playback"][];
            /** Seconds */
            seconds: number;
            /** Transcript */
            transcript: components["schemas"]["TranscriptLine"][];
            /** Variables */
            variables: {
                [key: string]: string | number | boolean | null;
            };
            /** Waiting */
            waiting: string[];
        };
        /**
         * SpeechCreate
         * @description What the engine is to say: also the prompt's text from now on, as it was read at
         *     ``version``. ``speed``: 1.0 is the voice's own.
         */
        SpeechCreate: {
            /**
             * Speed
             * @default 1
             */
            speed: number;
            /** Text */
            text: string;
            /** Version */
            version: number;
            /** Voice */
            voice: string;
        };
        /**
         * Step
         * @description One entry of the call's ledger. ``kind`` and ``data`` are those of ``calls/events.py``.
         */
        Step: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Kind */
            kind: string;
            /** Seq */
            seq: number;
        };
        /** SurveyFilter */
        SurveyFilter: {
            /** Agent */
            agent?: string | null;
            /** Cursor */
            cursor?: string | null;
            /** From */
            from?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** To */
            to?: string | null;
        };
        /** SurveyMean */
        SurveyMean: {
            /** Agent */
            agent: string;
            /** Answers */
            answers: number;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Mean */
            mean: number;
            /** Name */
            name: string;
            /** Question */
            question: string;
        };
        /** SurveyPeriod */
        SurveyPeriod: {
            /**
             * From
             * Format: date-time
             */
            from: string;
            /**
             * To
             * Format: date-time
             */
            to: string;
        };
        /**
         * SurveySummary
         * @description ``call``: "" where the reader may not read it; the agent is withheld with it.
         */
        SurveySummary: {
            agent: components["schemas"]["Agent"] | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call */
            call: string;
            /** Id */
            id: number;
            /** Question */
            question: string;
            /** Score */
            score: number;
        };
        /** Switch */
        Switch: {
            /** On */
            on: boolean;
        };
        /**
         * SystemPart
         * @description ``state``: ok, degraded, away.
         */
        SystemPart: {
            /** Detail */
            detail: string;
            /** Name */
            name: string;
            /**
             * State
             * @enum {string}
             */
            state: "ok" | "degraded" | "away";
        };
        /** TallyRead */
        TallyRead: {
            /** Choice */
            choice: string;
            /** Question */
            question: string;
            /** Text */
            text: string;
            /** Voters */
            voters: number;
            /** Votes */
            votes: number;
        };
        /**
         * TemplateRead
         * @description ``placeholders``: the names that may stand in braces.
         */
        TemplateRead: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Placeholders */
            placeholders: string[];
            /** Texts */
            texts: {
                [key: string]: string;
            };
            /** Version */
            version: number;
        };
        /**
         * TemplateUpdate
         * @description ``version`` 0: a new one, or a shipped one that is changed for the first time.
         */
        TemplateUpdate: {
            /** Name */
            name: string;
            /** Texts */
            texts: {
                [key: string]: string;
            };
            /** Version */
            version: number;
        };
        /**
         * Texts
         * @description What is to be said; a language that is not named stays as it is.
         */
        Texts: {
            /** En */
            en?: string | null;
            /** Yue */
            yue?: string | null;
            /** Zh */
            zh?: string | null;
        };
        /**
         * Trace
         * @description ``spec``, ``layout`` and ``inner_layouts`` are those of the version that the call ran;
         *     ``node_names``: what the centre calls its nodes, of those with a name of its own.
         */
        Trace: {
            /**
             * Call
             * Format: uuid
             */
            call: string;
            flow: components["schemas"]["TracedFlow"] | null;
            /** Inner Layouts */
            inner_layouts: {
                [key: string]: unknown;
            };
            /** Layout */
            layout: unknown;
            /** Node Names */
            node_names: {
                [key: string]: string;
            };
            /** Spec */
            spec: {
                [key: string]: unknown;
            } | null;
            /** Steps */
            steps: components["schemas"]["TraceStep"][];
            /** Withheld */
            withheld: boolean;
        };
        /**
         * TraceStep
         * @description ``what``: entered, key, exit, asked, told (then ``detail``), or a kind of the ledger.
         */
        TraceStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Detail */
            detail: string;
            /** Node */
            node: string;
            /** Seconds */
            seconds: number;
            /** What */
            what: string;
        };
        /** TracedFlow */
        TracedFlow: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Number */
            number: number;
        };
        /**
         * Traffic
         * @description ``now`` and ``today`` by node. ``live``: whether anything is known of now. Of today's
         *     ``calls`` that are over, ``contained`` needed nobody; ``containment`` is their share.
         */
        Traffic: {
            /** Calls */
            calls: number;
            /** Contained */
            contained: number;
            /** Containment */
            containment: number | null;
            /** Live */
            live: boolean;
            /** Now */
            now: {
                [key: string]: number;
            };
            /** Today */
            today: {
                [key: string]: components["schemas"]["NodeTraffic"];
            };
            /** Version */
            version: number | null;
        };
        /**
         * TranscriptLine
         * @description ``at``: seconds from the start; ``step``: after which step, 0 before the first.
         */
        TranscriptLine: {
            /** At */
            at: number;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Kind */
            kind: string;
            /** Node */
            node: string;
            /** Step */
            step: number;
            /** Text */
            text: string;
        };
        /**
         * TrialRequest
         * @description For HTTP: ``method``, ``path``, ``body``, ``picks``; for SQL: ``query``, ``values``.
         */
        TrialRequest: {
            /**
             * Body
             * @default {}
             */
            body: {
                [key: string]: string | number | boolean | null;
            };
            /**
             * Method
             * @default GET
             * @enum {string}
             */
            method: "GET" | "POST" | "PUT" | "PATCH";
            /**
             * Path
             * @default /
             */
            path: string;
            /**
             * Picks
             * @default {}
             */
            picks: {
                [key: string]: string;
            };
            /**
             * Query
             * @default
             */
            query: string;
            /**
             * Values
             * @default {}
             */
            values: {
                [key: string]: string | number | boolean | null;
            };
        };
        /** TrialResult */
        TrialResult: {
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "ok" | "none" | "error";
            /** Reason */
            reason: string;
            /** Values */
            values: {
                [key: string]: unknown;
            };
        };
        /** TurnoutDay */
        TurnoutDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Votes */
            votes: number;
        };
        /**
         * UploadedAudio
         * @description The form beside the file: ``start`` and ``end`` are seconds of it.
         */
        UploadedAudio: {
            /** End */
            end?: number | null;
            /**
             * Source
             * @default upload
             * @enum {string}
             */
            source: "upload" | "microphone";
            /**
             * Start
             * @default 0
             */
            start: number;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * VersionRead
         * @description ``spec`` embeds its subflows; ``inner_layouts`` are theirs, by where they stand.
         */
        VersionRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["Agent"] | null;
            /**
             * Effective At
             * Format: date-time
             */
            effective_at: string;
            /** From Version */
            from_version: number | null;
            /** Inner Layouts */
            inner_layouts: {
                [key: string]: unknown;
            };
            /** Layout */
            layout: unknown;
            /** Note */
            note: string;
            /** Number */
            number: number;
            /** Reason */
            reason: string;
            scenarios: components["schemas"]["ScenarioCounts"];
            /** Spec */
            spec: {
                [key: string]: unknown;
            };
            /**
             * State
             * @enum {string}
             */
            state: "in_force" | "scheduled" | "cancelled" | "past";
        };
        /**
         * VersionSummary
         * @description ``at``: when it was published; ``effective_at``: from when on callers hear it.
         */
        VersionSummary: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["Agent"] | null;
            /**
             * Effective At
             * Format: date-time
             */
            effective_at: string;
            /** From Version */
            from_version: number | null;
            /** Note */
            note: string;
            /** Number */
            number: number;
            /** Reason */
            reason: string;
            scenarios: components["schemas"]["ScenarioCounts"];
            /**
             * State
             * @enum {string}
             */
            state: "in_force" | "scheduled" | "cancelled" | "past";
        };
        /**
         * Vocabulary
         * @description All that a flow of the centre can name.
         */
        Vocabulary: {
            /** Calendars */
            calendars: components["schemas"]["CodeName"][];
            /** Connections */
            connections: components["schemas"]["KnownConnection"][];
            /** Flows */
            flows: components["schemas"]["KnownFlow"][];
            /** Functions */
            functions: string[];
            /** Knowledge */
            knowledge: components["schemas"]["CodeName"][];
            /** Languages */
            languages: components["schemas"]["CodeName"][];
            /** Polls */
            polls: components["schemas"]["CodeName"][];
            /** Prompts */
            prompts: components["schemas"]["KnownPrompt"][];
            /** Queues */
            queues: components["schemas"]["CodeName"][];
            /** Templates */
            templates: string[];
            /** Variables */
            variables: components["schemas"]["KnownVariable"][];
        };
        /** Voice */
        Voice: {
            /** Id */
            id: string;
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en" | "yue";
        };
        /**
         * WhoAnswers
         * @description ``centre`` is null when nobody serves the number.
         */
        WhoAnswers: {
            answers: components["schemas"]["Answering"] | null;
            centre: components["schemas"]["CodeName"] | null;
            /** Line */
            line: string;
            /** Mode */
            mode: ("auto" | "day" | "night" | "emergency") | null;
            /** Number */
            number: string;
        };
        /** YearQuery */
        YearQuery: {
            /** Year */
            year?: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_not_ready: {
        parameters: {
            query?: {
                day?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotReadyDay"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_alarms: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                cleared?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AlarmSummary_"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    clear_alarm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_audit: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                from?: string | null;
                to?: string | null;
                person?: string | null;
                action?: string | null;
                object_type?: string | null;
                object_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditEntrySummary_"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_calendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarSummary"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    make_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_calendar: {
        parameters: {
            query?: {
                year?: number | null;
            };
            header?: never;
            path: {
                calendar: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    delete_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_calendar_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarDayUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDayRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    remove_calendar_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: string;
                day_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    take_calendar_year: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarYearUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    look_up_caller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallerWanted"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Caller"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_calls: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                from?: string | null;
                to?: string | null;
                agent?: string | null;
                caller?: string | null;
                line?: string | null;
                outcome?: ("" | "self_served" | "no_choice" | "answered" | "transferred" | "abandoned" | "place_kept" | "unreached" | "message" | "failed" | "fallback" | "fax_sent" | "fax_failed") | null;
                disposition?: string | null;
                has_recording?: boolean | null;
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CallSummary_"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    dispose_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispositionGiven"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallSummary"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_places: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Places"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    trace_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trace"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_cases: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                from?: string | null;
                to?: string | null;
                q?: string | null;
                type?: ("consultation" | "help" | "complaint" | "report" | "suggestion" | "praise") | null;
                state?: ("accepted" | "dispatched" | "in_progress" | "replied" | "closed" | "rejected") | null;
                urgency?: ("normal" | "urgent" | "critical") | null;
                source?: ("phone" | "voicemail" | "mailbox" | "web") | null;
                phone?: string | null;
                created_by?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseSummary_"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    open_case: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOpened"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    issue_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseCode"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    move_case: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseEventCreate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    draft_reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    approve_reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyApproval"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_centres: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInCentre"][];
                };
            };
        };
    };
    list_connections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionRead"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    make_connection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    remove_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    try_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialResult"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_dispositions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispositionRead"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    make_disposition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispositionCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispositionRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_disposition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                disposition: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispositionUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispositionRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_faxes: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                from?: string | null;
                to?: string | null;
                state?: ("waiting" | "sending" | "sent" | "failed" | "cancelled") | null;
                number?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FaxSummary_"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    send_fax_again: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fax_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaxSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    cancel_fax: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fax_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaxSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_flows: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                put_away?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FlowSummary_"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    create_flow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    import_flow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowImport"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowImportResult"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_vocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vocabulary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_flow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    delete_flow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    rename_flow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowRename"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    compare_versions: {
        parameters: {
            query: {
                before: string;
                after?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Difference"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    save_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    export_flow: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    lint_flow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LintRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    be_present: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Presence"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    publish_flow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Publish"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    restore_flow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    review_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Review"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_scenarios: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRead"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    add_scenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    run_scenarios: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioRun"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioResult"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_scenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                scenario_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioCreate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    delete_scenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                scenario_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    cancel_scheduled: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    simulate_flow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Simulation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationResult"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_traffic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Traffic"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_versions: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_VersionSummary_"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    roll_back_flow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollBack"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    knowledge_tree: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeNode"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    make_knowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnowledgeCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    import_knowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnowledgeImport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeImportResult"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    preview_knowledge_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnowledgeImport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgePreview"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    search_knowledge: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeMatch"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_knowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_knowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnowledgeUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    remove_knowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    restore_knowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnowledgeRestore"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeRead"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    knowledge_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeVersionRead"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_lines: {
        parameters: {
            query?: {
                at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineRead"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    open_line: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    who_answers: {
        parameters: {
            query: {
                at?: string | null;
                number: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhoAnswers"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    lint_lines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineFinding"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    close_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    switch_emergency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Switch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_messages: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                kind?: ("conversation" | "complaint" | "report" | "mailbox" | "message" | "fallback") | null;
                caller?: string | null;
                listened?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MessageSummary_"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_notices: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                from?: string | null;
                to?: string | null;
                state?: ("waiting" | "sent" | "failed" | "skipped") | null;
                number?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NoticeSummary_"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_gateway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_gateway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatewayUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_notice_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleRead"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_notice_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event: "opened" | "dispatched" | "replied" | "closed" | "rejected" | "reopened";
                way: "sms";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleRead"][];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRead"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    write_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRead"][];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    send_notice_again: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_outbound: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboundRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_outbound: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutboundUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboundRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_people: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                q?: string | null;
                role?: ("agent" | "supervisor" | "administrator" | "security_administrator" | "audit_administrator" | "flow_editor" | "knowledge_editor" | "operator") | null;
                active?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PersonSummary_"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    take_on_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPassword"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    import_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleImport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleImported"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    preview_people_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleImport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePreview"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_powers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PowersRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    switch_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonSwitch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    end_logins: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonReset"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPassword"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    reset_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonReset"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    keep_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonReset"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_platform_centres: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentresRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    found_centre: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CentreCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreCreated"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_centre: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centre: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CentreUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_polls: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PollRead_"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    make_poll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PollCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_poll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollTurnout"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_poll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PollUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    remove_poll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    poll_results: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollResults"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_prompt_studio: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptStudio"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_prompts: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                q?: string;
                show?: "sentences" | "own" | "gaps" | "parts" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PromptSummary_"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    create_prompt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromptCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_prompt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    remove_prompt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_prompt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromptUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_prompt_audio: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                language: "zh" | "en" | "yue";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Requested Range Not Satisfiable */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    upload_prompt_audio: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                language: "zh" | "en" | "yue";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** End */
                    end?: number | null;
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Source
                     * @default upload
                     * @enum {string}
                     */
                    source?: "upload" | "microphone";
                    /**
                     * Start
                     * @default 0
                     */
                    start?: number;
                    /**
                     * Text
                     * @default
                     */
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptVersionRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    choose_prompt_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                language: "zh" | "en" | "yue";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Choice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    speak_prompt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                language: "zh" | "en" | "yue";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeechCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptVersionRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    give_prompt_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                language: "zh" | "en" | "yue";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptCodeRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_prompt_version_audio: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                language: "zh" | "en" | "yue";
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Requested Range Not Satisfiable */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    trim_prompt_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                language: "zh" | "en" | "yue";
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cut"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptVersionRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRead"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_queue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_queue_members: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueMembers"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_audio: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Requested Range Not Satisfiable */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    live_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveTicket"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_own_logins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnLogin"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    end_own_login: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                login_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    read_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnFactorRead"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    begin_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorBegun"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    confirm_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactorConfirmation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    remove_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnFactorRead"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_surveys: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                from?: string | null;
                to?: string | null;
                agent?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SurveySummary_"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    survey_means: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyMean"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
}
