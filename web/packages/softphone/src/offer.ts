import type { ErrorCode } from "./codes";

/** What every browser can decode and Asterisk offers; RFC 7874 makes the first three mandatory. */
const codecs = new Set(["opus", "pcma", "pcmu", "g722"]);
const staticPayloads: Readonly<Record<string, string>> = { "0": "pcmu", "8": "pcma", "9": "g722" };

/**
 * Why an offered session cannot be answered, or `undefined` when it can.
 *
 * Looked at before ringing: a person should not press answer and hear nothing.
 */
export function faultOfOffer(sdp: string | undefined): ErrorCode | undefined {
  if (sdp === undefined || sdp.trim() === "") return "call.no_offer";
  const audio = sdp.split(/^m=/m).find((section) => section.startsWith("audio "));
  if (audio === undefined) return "call.no_common_codec";
  const [, port, , ...payloads] = (audio.split(/\r?\n/, 1)[0] ?? "").split(" ");
  if (port === "0") return "call.no_common_codec";
  const named = new Map(
    [...audio.matchAll(/^a=rtpmap:(\d+) ([^/\s]+)/gm)].map(([, id, name]) => [id, name]),
  );
  const offered = payloads.map((id) => named.get(id) ?? staticPayloads[id] ?? "");
  return offered.some((name) => codecs.has(name.toLowerCase()))
    ? undefined
    : "call.no_common_codec";
}
