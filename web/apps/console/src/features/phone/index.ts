export { CallBar } from "./call-bar";
export { usePhoneCommands } from "./commands";
export { MicrophoneDialog } from "./microphone";
export { useRinging, useRingingSigns } from "./ringing";
export { StateMenu } from "./state-menu";
