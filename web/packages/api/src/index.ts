import type { components } from "./schema";

export { ApiError, api, configureApi, take } from "./client";

type Schemas = components["schemas"];

export type Session = Schemas["Session"];
export type CallItem = Schemas["CallItem"];
export type CallDetail = Schemas["CallDetail"];
export type CallStep = Schemas["Step"];
export type CaseItem = Schemas["CaseItem"];
export type CaseDetail = Schemas["CaseDetail"];
export type CaseOpened = Schemas["CaseOpened"];
export type NewCase = Schemas["NewCase"];
export type CaseChange = Schemas["CaseChange"];
export type RecordingItem = Schemas["RecordingItem"];
export type MessageItem = Schemas["MessageItem"];
export type AuditItem = Schemas["AuditItem"];
export type AlarmItem = Schemas["AlarmItem"];
export type Caller = Schemas["Caller"];
export type PromptItem = Schemas["PromptItem"];
export type PromptDetail = Schemas["PromptDetail"];
export type PromptVersion = Schemas["PromptVersionItem"];
