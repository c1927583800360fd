/** Stable codes of everything that can go wrong; the page has the sentence for each. */
export const errorCodes = [
  "browser.unsupported",
  "microphone.insecure_context", // neither https nor 127.0.0.1: the browser gives no microphone
  "microphone.refused",
  "microphone.missing",
  "microphone.busy", // another program holds it
  "microphone.lost", // unplugged in a call
  "speaker.blocked", // the browser plays nothing until the person touches the page
  "socket.lost", // was connected; connecting again by itself
  "socket.unreachable", // never connected; trying again by itself
  "account.refused",
  "call.no_offer",
  "call.no_common_codec",
  "call.media_failed",
  "call.media_lost",
  "call.busy",
  "call.rejected",
  "call.unavailable",
  "call.not_found",
  "call.no_answer",
  "call.failed",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** JsSIP's causes, as its constants spell them. An orderly end has no code. */
const codeOfCause: Readonly<Record<string, ErrorCode | undefined>> = {
  Terminated: undefined,
  Canceled: undefined,
  "Dialog Error": undefined, // over at the exchange while we were cut off
  "Connection Error": "socket.lost",
  "Request Timeout": "call.unavailable",
  "SIP Failure Code": "call.failed",
  "Internal Error": "call.failed",
  Busy: "call.busy",
  Rejected: "call.rejected",
  Unavailable: "call.unavailable",
  "Not Found": "call.not_found",
  "Address Incomplete": "call.not_found",
  "Incompatible SDP": "call.no_common_codec",
  "Missing SDP": "call.no_common_codec",
  "Bad Media Description": "call.no_common_codec",
  "Authentication Error": "account.refused",
  "WebRTC Error": "call.media_failed",
  "RTP Timeout": "call.media_lost",
  "No Answer": "call.no_answer",
  Expires: "call.no_answer",
  "No ACK": "call.media_lost",
};

/** Why a call ended, or `undefined` when somebody simply hung up. */
export function codeOfEnd(cause: string): ErrorCode | undefined {
  return cause in codeOfCause ? codeOfCause[cause] : "call.failed";
}

/** What `getUserMedia` threw, by the names of the specification. */
export function codeOfMicrophoneError(name: string): ErrorCode {
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return "microphone.refused";
    case "NotReadableError":
    case "AbortError":
      return "microphone.busy";
    default:
      return "microphone.missing";
  }
}
