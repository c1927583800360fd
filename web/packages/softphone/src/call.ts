import type { RTCSession } from "jssip/lib/RTCSession";
import { codeOfEnd } from "./codes";
import { closeMicrophone } from "./microphone";
import type { WatchedSocket } from "./socket";
import type { Speaker } from "./speaker";
import type { Action } from "./state";

/** Milliseconds after the first address of ours for the others; checks find what is not named. */
const gatherFor = 20;
/** Milliseconds: long enough for any gateway, short enough to type. */
const tone = { duration: 160, interToneGap: 80 } as const;

export interface CallParts {
  readonly session: RTCSession;
  readonly callId: string;
  readonly socket: WatchedSocket;
  readonly speaker: Speaker;
  /** A call that breaks is left for the page to attach to again, not ended. */
  readonly keeps: boolean;
  dispatch(action: Action): void;
  ended(): void;
}

/** A method of JsSIP's session that its types leave out. */
interface InDialog {
  sendRequest(
    method: "UPDATE",
    options: { extraHeaders: string[]; eventHandlers: Record<string, () => void> },
  ): void;
}

/** One conversation: JsSIP's session, its microphone and its way to the speaker. */
export class Call {
  private microphone: MediaStream | undefined;
  private gone = false;
  /** Settles with whether there was a microphone to answer with. */
  private answering: Promise<boolean> | undefined;

  constructor(private readonly parts: CallParts) {
    const { session } = parts;
    if (parts.keeps) this.endQuietlyWhenBroken();
    if (session.connection) this.follow(session.connection);
    else session.on("peerconnection", ({ peerconnection }) => this.follow(peerconnection));
    session.on("icecandidate", ({ candidate, ready }) => {
      if (candidate.protocol === "udp") setTimeout(ready, gatherFor);
    });
    session.on("confirmed", () => this.tell({ type: "connected" }));
    session.on("ended", ({ cause }) => this.finish(cause));
    session.on("failed", ({ cause, originator }) => {
      // What we declined ourselves is no failure.
      this.finish(originator === "local" && cause === "Rejected" ? "Terminated" : cause);
    });
  }

  /** Speak with `stream`, which this call stops when it ends. */
  use(stream: MediaStream): void {
    closeMicrophone(this.microphone);
    this.microphone = stream;
    if (this.gone) closeMicrophone(stream);
    for (const track of stream.getAudioTracks()) {
      track.onended = () => this.tell({ type: "microphone_failed", code: "microphone.lost" });
    }
  }

  /**
   * Answer with the microphone that `open` gives; false when it gives none, and then it may be
   * tried again. A call is answered once however often it is asked: a second microphone would
   * silence the first, which the caller hears.
   */
  answer(open: () => Promise<MediaStream | undefined>, rtc: RTCConfiguration): Promise<boolean> {
    this.answering ??= this.answerOnce(open, rtc);
    return this.answering;
  }

  private async answerOnce(
    open: () => Promise<MediaStream | undefined>,
    rtc: RTCConfiguration,
  ): Promise<boolean> {
    let answered = false;
    try {
      const stream = await open();
      if (stream === undefined) return false;
      this.use(stream);
      if (!this.gone) this.parts.session.answer({ mediaStream: stream, pcConfig: rtc });
      answered = true;
      return true;
    } finally {
      if (!answered) this.answering = undefined;
    }
  }

  hangUp(): void {
    if (!this.parts.session.isEnded()) this.parts.session.terminate();
  }

  /** Forget the call without a word to the exchange. */
  leave(): void {
    this.parts.socket.leave(this.parts.callId);
    this.hangUp();
  }

  /**
   * Tell the exchange where this call lives, which may be another connection by now: its BYE
   * would go to the old one. It also answers whether it still knows the call; for half a
   * minute after a BYE that did not arrive it says yes, so ask again later.
   */
  refresh(): void {
    const { session } = this.parts;
    if (!session.isEstablished()) return;
    const over = () => session.terminate({ cause: "Dialog Error" });
    const nothing = () => undefined;
    (session as unknown as InDialog).sendRequest("UPDATE", {
      extraHeaders: [`Contact: ${session.contact}`],
      eventHandlers: {
        onDialogError: over,
        onSuccessResponse: nothing,
        onErrorResponse: nothing,
        onTransportError: nothing,
        onRequestTimeout: nothing,
      },
    });
  }

  sendKey(key: string): void {
    if (!this.parts.session.isEstablished()) return;
    this.parts.session.sendDTMF(key, { ...tone, transportType: "RFC2833" as never });
  }

  setMuted(muted: boolean): void {
    for (const track of this.microphone?.getAudioTracks() ?? []) track.enabled = !muted;
    this.tell({ type: "muted", muted });
  }

  /** JsSIP says BYE when the media or the connection fail: the exchange would end the call. */
  private endQuietlyWhenBroken(): void {
    const { session, socket, callId } = this.parts;
    const terminate = session.terminate.bind(session);
    session.terminate = (options) => {
      if (options?.cause !== undefined && session.isEstablished()) socket.leave(callId);
      terminate(options);
    };
  }

  private follow(connection: RTCPeerConnection): void {
    connection.addEventListener("track", ({ track, streams }) => {
      this.parts.speaker.play(streams[0] ?? new MediaStream([track]));
    });
  }

  private finish(cause: string): void {
    if (this.gone) return;
    this.tell({ type: "ended", code: codeOfEnd(cause) });
    this.gone = true;
    closeMicrophone(this.microphone);
    this.parts.speaker.stop();
    this.parts.ended();
  }

  private tell(action: Action): void {
    if (!this.gone) this.parts.dispatch(action);
  }
}
