export { PasswordForm } from "./password-form";
export { SetUp, useSetUp } from "./second-factor/set-up";
