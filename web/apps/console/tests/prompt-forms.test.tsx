// @vitest-environment jsdom
import type { PromptRead, PromptVersion } from "@lianxin/api";
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ByMicrophone } from "../src/features/prompts/by-microphone";
import { BySpeech } from "../src/features/prompts/by-speech";
import { ByUpload } from "../src/features/prompts/by-upload";
import { PromptDetailView } from "../src/features/prompts/prompt-detail";
import { Texts } from "../src/features/prompts/texts";
import { Versions } from "../src/features/prompts/versions";
import { Waveform } from "../src/features/prompts/waveform";
import { accepted, answerOf, listen, refused, show } from "./harness";

const prompt = answerOf<PromptRead>("prompt-heard");
const [second, first] = prompt.versions as [PromptVersion, PromptVersion];
const studio = { "/api/prompt-studio": answerOf("prompt-studio") };
const reads = { ...studio, "/api/prompts/lunch_break": prompt };

const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));
/** Above the form, and at the field. */
const bothSay = (message: string) =>
  waitFor(() => expect(screen.getAllByText(message)).toHaveLength(2));
const text = (name: RegExp) => screen.getByRole("textbox", { name });

/** What draws the wave; the part that is kept is dragged by `drag`. */
const wave = vi.hoisted(() => ({
  drag: (_: { start: number; end: number }) => {},
  play: vi.fn(() => Promise.resolve()),
}));
vi.mock("wavesurfer.js", () => ({
  default: {
    create: () => ({
      on: (event: string, told: () => void) => event === "ready" && told(),
      play: wave.play,
      pause: () => undefined,
      destroy: () => undefined,
    }),
  },
}));
vi.mock("wavesurfer.js/plugins/regions", () => ({
  default: {
    create: () => ({
      on: (_: string, told: typeof wave.drag) => {
        wave.drag = told;
      },
      addRegion: () => ({ setOptions: () => undefined }),
    }),
  },
}));

describe("the text of a prompt", () => {
  const open = (one = prompt) =>
    show(<Texts prompt={one} chosen="zh" onChoose={vi.fn()} mayEdit />);

  it("is written in its language alone", async () => {
    const sent = listen({});
    open();
    await user.type(text(/^英语/), "Lunch break.");
    await press("保存文字");
    await waitFor(() => expect(sent).toHaveLength(1));
    const { method, path, body } = accepted(sent);
    expect([method, path]).toEqual(["PATCH", "/api/prompts/lunch_break"]);
    expect(body).toEqual({ version: prompt.version, texts: { en: "Lunch break." } });
    await waitFor(() => expect(screen.queryByRole("button", { name: "保存文字" })).toBeNull());
    expect(document.activeElement).toBe(text(/^英语/));
  });

  it("is no conflict when another language was saved meanwhile, and one when it was", async () => {
    const sent = listen({});
    const later = (texts: Partial<PromptRead["texts"]>) => ({
      ...prompt,
      version: prompt.version + 1,
      texts: { ...prompt.texts, ...texts },
    });
    function Page() {
      const [one, setOne] = useState(prompt);
      return (
        <>
          <button type="button" onClick={() => setOne(later({ zh: "别的。" }))}>
            zh saved
          </button>
          <button type="button" onClick={() => setOne(later({ en: "Theirs." }))}>
            en saved
          </button>
          <Texts prompt={one} chosen="zh" onChoose={vi.fn()} mayEdit />
        </>
      );
    }
    show(<Page />);
    await user.type(text(/^英语/), "Mine.");
    await press("en saved");
    await press("保存文字");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ version: prompt.version });
    cleanup();
    sessionStorage.clear();
    const again = listen({});
    show(<Page />);
    await user.type(text(/^英语/), "Mine.");
    await press("zh saved");
    await press("保存文字");
    await waitFor(() => expect(again).toHaveLength(1));
    expect(accepted(again).body).toMatchObject({ version: prompt.version + 1 });
  });

  it("is marked where the API names it, and stays", async () => {
    const message = "填写的内容有误，请检查标出的各项。";
    listen({}, refused("request.invalid", message, "texts.yue"));
    open();
    await user.type(text(/^粤语/), "食飯");
    await press("保存文字");
    await bothSay(message);
    expect(text(/^粤语/).getAttribute("aria-invalid")).toBe("true");
    expect(text(/^粤语/)).toHaveProperty("value", "食飯");
    expect(document.activeElement).toBe(text(/^粤语/));
  });

  it("is offered again after a reload, and gone once it was cancelled", async () => {
    listen({});
    open();
    await user.type(text(/^英语/), "Lunch");
    cleanup();
    open();
    await press("恢复");
    expect(text(/^英语/)).toHaveProperty("value", "Lunch");
    await press(/取\s?消/);
    expect(text(/^英语/)).toHaveProperty("value", "");
    expect(sessionStorage.length).toBe(0);
  });
});

describe("a prompt is spoken by the engine", () => {
  it("in the voice and at the speed that were chosen", async () => {
    const sent = listen(studio);
    show(<BySpeech prompt={prompt} language="zh" />);
    const speed = await screen.findByRole("spinbutton", { name: /^语速/ });
    await user.clear(speed);
    await user.type(speed, "0.9");
    await press(/合\s?成/);
    await waitFor(() => expect(sent).toHaveLength(1));
    const { path, body } = accepted(sent);
    expect(path).toBe("/api/prompts/lunch_break/zh/speech");
    expect(body).toMatchObject({ version: prompt.version, text: prompt.texts.zh, speed: 0.9 });
  });

  it("in no voice that there is not", async () => {
    const message = "没有这个语言的合成音。";
    listen(studio, refused("prompt.no_voice", message, "voice"));
    show(<BySpeech prompt={prompt} language="zh" />);
    await user.click(await screen.findByRole("button", { name: /合\s?成/ }));
    await bothSay(message);
    const voice = screen.getByRole("combobox", { name: /^声音/ });
    expect(voice.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(voice);
  });

  it("when it has a text, and not too long a one", async () => {
    listen(studio);
    show(<BySpeech prompt={prompt} language="en" />);
    expect(await screen.findByText("请先填写并保存文字。")).toBeTruthy();
    cleanup();
    const long = { ...prompt, texts: { ...prompt.texts, zh: "长".repeat(401) } };
    show(<BySpeech prompt={long} language="zh" />);
    expect(await screen.findByText(/最多合成 400 个字/)).toBeTruthy();
    const button = screen.getByRole("button", { name: /合\s?成/ });
    expect(button).toHaveProperty("disabled", true);
  });
});

describe("a sound file", () => {
  const choose = (file: File) => {
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    return user.upload(input as HTMLInputElement, file);
  };

  it("is uploaded with the text that it says", async () => {
    const sent = listen(studio);
    show(<ByUpload prompt={prompt} language="zh" />);
    await choose(new File(["RIFF"], "lunch.wav", { type: "audio/wav" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    const { path, body } = accepted(sent);
    expect(path).toBe("/api/prompts/lunch_break/zh/audio");
    expect(body).toEqual({ source: "upload", text: prompt.texts.zh, file: "sound" });
  });

  it("that cannot be used says why until another is chosen", async () => {
    const message = "不能使用这个音频。只有静音。";
    const reply = vi.fn(refused("prompt.audio_unreadable", message, "file"));
    listen(studio, reply);
    show(<ByUpload prompt={prompt} language="zh" />);
    await choose(new File(["RIFF"], "lunch.wav", { type: "audio/wav" }));
    expect((await screen.findByRole("alert")).textContent).toBe(message);
    reply.mockReturnValue({ status: 201, body: {} as never });
    await choose(new File(["RIFF2"], "lunch.wav", { type: "audio/wav" }));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  it("that is too large is not sent", async () => {
    const sent = listen(studio);
    show(<ByUpload prompt={prompt} language="zh" />);
    const file = new File(["RIFF"], "lunch.wav", { type: "audio/wav" });
    Object.defineProperty(file, "size", { value: 21 * 1024 ** 2 });
    await choose(file);
    expect((await screen.findByRole("alert")).textContent).toBe("lunch.wav 超过 20 MB。");
    expect(sent).toEqual([]);
  });
});

describe("a prompt is spoken into the microphone", () => {
  class FakeRecorder {
    state = "inactive";
    mimeType = "audio/webm";
    ondataavailable: (event: { data: Blob }) => void = () => undefined;
    onstop: (() => void) | null = null;
    start() {
      this.state = "recording";
    }
    stop() {
      this.state = "inactive";
      this.ondataavailable({ data: new Blob(["voice"]) });
      this.onstop?.();
    }
  }
  const analyser = {
    fftSize: 0,
    getFloatTimeDomainData: (samples: Float32Array) => samples.fill(0.5),
  };
  const microphone = (getUserMedia: () => Promise<unknown>) => {
    vi.stubGlobal("MediaRecorder", FakeRecorder);
    vi.stubGlobal(
      "AudioContext",
      class {
        createAnalyser = () => analyser;
        createMediaStreamSource = () => ({ connect: () => undefined });
        close = () => Promise.resolve();
      },
    );
    vi.stubGlobal(
      "navigator",
      Object.assign(Object.create(navigator), { mediaDevices: { getUserMedia } }),
    );
    Object.assign(URL, { createObjectURL: () => "blob:take", revokeObjectURL: () => undefined });
  };

  afterEach(() => void vi.unstubAllGlobals());

  it("and kept once, then the next can be spoken", async () => {
    microphone(() => Promise.resolve({ getTracks: () => [{ stop: () => undefined }] }));
    const sent = listen(studio);
    show(<ByMicrophone prompt={prompt} language="zh" />);
    await press("开始录音");
    await press(/停\s?止/);
    await press("保存为新版本");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toEqual({
      source: "microphone",
      text: prompt.texts.zh,
      file: "sound",
    });
    const again = await screen.findByRole("button", { name: "开始录音" });
    expect(screen.queryByRole("button", { name: "保存为新版本" })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(again));
  });

  it("and kept when it was refused", async () => {
    const message = "语音空间已满。";
    microphone(() => Promise.resolve({ getTracks: () => [{ stop: () => undefined }] }));
    listen(studio, refused("prompt.storage_full", message));
    show(<ByMicrophone prompt={prompt} language="zh" />);
    await press("开始录音");
    await press(/停\s?止/);
    await press("保存为新版本");
    expect((await screen.findByRole("alert")).textContent).toBe(message);
    expect(screen.getByRole("button", { name: "保存为新版本" })).toBeTruthy();
  });

  it("unless the browser was told not to", async () => {
    microphone(() => Promise.reject(new DOMException("no", "NotAllowedError")));
    show(<ByMicrophone prompt={prompt} language="zh" />);
    await press("开始录音");
    expect(await screen.findByRole("alert")).toBeTruthy();
  });
});

describe("the versions of a prompt", () => {
  const open = () => show(<Versions prompt={prompt} language="zh" mayEdit />);
  const row = (number: number) => {
    const [found] = screen
      .getAllByRole("listitem")
      .filter((item) => item.textContent?.includes(`第 ${number} 版`));
    return within(found as HTMLElement);
  };

  it("are put into use, and taken back", async () => {
    const sent = listen({});
    open();
    await user.click(row(2).getByRole("button", { name: /启\s?用/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toEqual({ number: 2 });
    await user.click(await screen.findByRole("button", { name: /撤\s?销/ }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toEqual({ number: 1 });
  });

  it("are put out of use", async () => {
    const sent = listen({});
    open();
    await user.click(row(1).getByRole("button", { name: /停\s?用/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toEqual({ number: null });
  });

  it("are cut where they are open", async () => {
    listen({});
    open();
    await press("第 2 版");
    expect(await screen.findByRole("img", { name: "波形" })).toBeTruthy();
  });
});

describe("a version", () => {
  const trimmed = vi.fn();
  const open = () =>
    show(<Waveform code="lunch_break" version={first} mayEdit onTrimmed={trimmed} />);
  const edge = (name: string) => screen.getByRole("spinbutton", { name });

  it("is cut to what was marked", async () => {
    const sent = listen({}, () => ({ status: 201, body: { ...second, number: 3 } }));
    open();
    expect(screen.getByRole("button", { name: "裁剪为新版本" })).toHaveProperty("disabled", true);
    act(() => wave.drag({ start: 0.25, end: 1 }));
    expect(edge("起点")).toHaveProperty("value", "0.25");
    await press("裁剪为新版本");
    await waitFor(() => expect(trimmed).toHaveBeenCalledWith(3));
    const { path, body } = accepted(sent);
    expect(path).toBe("/api/prompts/lunch_break/zh/versions/1/trim");
    expect(body).toEqual({ start: 0.25, end: 1 });
  });

  it("says which end is wrong", async () => {
    const message = "裁剪的起止时间不正确。";
    listen({}, refused("prompt.bad_trim", message, "end"));
    open();
    await user.clear(edge("终点"));
    await user.type(edge("终点"), "0.6{Enter}");
    await press("裁剪为新版本");
    expect((await screen.findByRole("alert")).textContent).toBe(message);
    expect(edge("终点").getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(edge("终点"));
    await press("恢复整段");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("is listened to", async () => {
    open();
    await press(/播\s?放/);
    expect(wave.play).toHaveBeenCalledWith(0, first.seconds);
  });
});

describe("a prompt of one's own", () => {
  it("goes with all of it, after somebody said so", async () => {
    const sent = listen(reads);
    const removed = vi.fn();
    show(<PromptDetailView code="lunch_break" onRemoved={removed} />);
    await user.click(await screen.findByRole("button", { name: /删\s?除/ }));
    expect(sent).toEqual([]);
    const asked = await screen.findByRole("tooltip");
    await user.click(within(asked).getByRole("button", { name: /删\s?除/ }));
    await waitFor(() => expect(removed).toHaveBeenCalledOnce());
    expect(sent[0]).toMatchObject({ method: "DELETE", path: "/api/prompts/lunch_break" });
  });

  it("stays where a flow plays it", async () => {
    const message = "流程 热线默认流程 正在使用这条语音，不能删除。";
    listen(reads, () => ({
      status: 409,
      body: { error: { code: "prompt.in_use", message, details: {} } },
    }));
    const removed = vi.fn();
    show(<PromptDetailView code="lunch_break" onRemoved={removed} />);
    await user.click(await screen.findByRole("button", { name: /删\s?除/ }));
    const asked = await screen.findByRole("tooltip");
    await user.click(within(asked).getByRole("button", { name: /删\s?除/ }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(removed).not.toHaveBeenCalled();
  });
});
