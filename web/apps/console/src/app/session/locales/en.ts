import type { Shape } from "../../../shared/locales/shape";
import type { login as zh } from "./zh";

export const login: Shape<typeof zh> = {
  title: "Sign in to the console",
  centre: "Hotline centre",
  centreMissing: "Choose a hotline centre",
  number: "Agent number",
  numberMissing: "Enter your agent number",
  password: "Password",
  passwordMissing: "Enter your password",
  demo: "This is a demo: city and people are made up, and everybody knows their passwords. Enter nothing real. They can sign in on the computer that runs it only.",
  submit: "Sign in",
  code: {
    title: "Second factor",
    back: "Back",
    oneTime: {
      label: "One-time code",
      hint: "Enter the six digits that the authenticator on your telephone shows.",
      missing: "Enter the one-time code",
      other: "Use a recovery code",
    },
    recovery: {
      label: "Recovery code",
      hint: "Without your telephone, use one of the codes that you kept when you set the second factor up. Each is good for one use.",
      missing: "Enter a recovery code",
      other: "Use a one-time code",
    },
  },
  showPassword: "Show password",
  centresFailed: "The hotline centres could not be loaded. Try again.",
  other_person:
    "Somebody else has signed in on this browser, which ended your sign-in. Sign in again: case drafts are kept on this computer, other forms offer what you typed when opened in this tab, passwords excepted.",
  inPageOnly:
    "This browser keeps nothing now: what you typed is in this page only. Do not reload or close it before you have signed in.",
  expired:
    "Your sign-in has expired. Sign in again: case drafts are kept on this computer, other forms offer what you typed when opened in this tab, passwords excepted.",
};
