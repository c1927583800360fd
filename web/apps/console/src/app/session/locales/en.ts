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
  submit: "Sign in",
  showPassword: "Show password",
  centresFailed: "The hotline centres could not be loaded. Try again.",
  expired:
    "Your sign-in has expired. Sign in again: case drafts are kept on this computer, other forms offer what you typed when opened in this tab, passwords excepted.",
};
