import { describe, expect, it } from "vitest";
import { codeOfEnd, codeOfMicrophoneError } from "../src/codes";
import { peak } from "../src/microphone";
import { faultOfOffer } from "../src/offer";

const offer = (media: string, ...attributes: string[]) =>
  ["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0", media, ...attributes, ""].join("\r\n");

describe("an offer", () => {
  it.each([
    ["alaw by its static number", offer("m=audio 28000 UDP/TLS/RTP/SAVPF 8 101")],
    ["opus by its name", offer("m=audio 28000 UDP/TLS/RTP/SAVPF 107", "a=rtpmap:107 opus/48000/2")],
    ["audio behind video", offer("m=video 0 RTP/AVP 96", "m=audio 28000 RTP/AVP 0")],
  ])("can be answered: %s", (_, sdp) => {
    expect(faultOfOffer(sdp)).toBeUndefined();
  });

  it.each([
    ["call.no_offer", undefined],
    ["call.no_offer", "  "],
    ["call.no_common_codec", offer("m=video 28000 UDP/TLS/RTP/SAVPF 96")],
    ["call.no_common_codec", offer("m=audio 0 UDP/TLS/RTP/SAVPF 8")],
    [
      "call.no_common_codec",
      offer(
        "m=audio 28000 RTP/AVP 3 101",
        "a=rtpmap:3 GSM/8000",
        "a=rtpmap:101 telephone-event/8000",
      ),
    ],
    ["call.no_common_codec", "nonsense"],
  ])("is refused as %s", (code, sdp) => {
    expect(faultOfOffer(sdp)).toBe(code);
  });
});

describe("a code", () => {
  it("is given to every end that is not orderly", () => {
    expect(codeOfEnd("Terminated")).toBeUndefined();
    expect(codeOfEnd("Canceled")).toBeUndefined();
    expect(codeOfEnd("Busy")).toBe("call.busy");
    expect(codeOfEnd("a cause of a later JsSIP")).toBe("call.failed");
  });

  it("tells a refused microphone from a missing and from a busy one", () => {
    expect(codeOfMicrophoneError("NotAllowedError")).toBe("microphone.refused");
    expect(codeOfMicrophoneError("NotFoundError")).toBe("microphone.missing");
    expect(codeOfMicrophoneError("NotReadableError")).toBe("microphone.busy");
  });
});

describe("a level", () => {
  it("is 0 in silence and 1 at full scale", () => {
    expect(peak(new Uint8Array([128, 128]))).toBe(0);
    expect(peak(new Uint8Array([128, 0, 200]))).toBe(1);
  });
});
