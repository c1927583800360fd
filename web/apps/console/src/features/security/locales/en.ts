import type { Shape } from "../../../shared/locales/shape";
import type { security as zh } from "./zh";

export const security: Shape<typeof zh> = {
  title: "Sign-in and security",
  password: {
    title: "Change password",
    old: "Present password",
    new: "New password",
    again: "Repeat it",
    hint: "At least 12 characters, of any kind. A few words that do not belong together are easy to keep in mind and hard to guess.",
    differs: "The two new passwords differ",
    save: "Change password",
    changed: "The password is changed; all other sign-ins have ended.",
    ends: "It ends your sign-ins in all other browsers.",
  },
  due: {
    title: "Change your first password",
    why: "Somebody else has set the password that you have now. Change it before you go on.",
  },
  logins: {
    title: "Where you are signed in",
    hint: "One that you do not know: end it, and change your password.",
    begun: "Signed in",
    seen: "last used",
    current: "This one",
    unknown: "Unknown browser",
    end: "End",
    endOf: "End the sign-in of {{browser}} ({{address}})",
  },
};
