/** What jsdom lacks of a browser. Runs before every test file; without a window it does nothing. */

/** Who answers what the page sends; a test puts itself here. */
export const network: { answer: (request: Request) => Promise<Response> } = {
  answer: (request) => Promise.reject(new Error(`nobody answers ${request.method} ${request.url}`)),
};

/** Node's requests know no form of jsdom's: it is kept beside its request. */
const forms = new WeakMap<Request, FormData>();

/** The form that was sent, if it was one; a file is its name. */
export function formOf(request: Request): Record<string, string> | undefined {
  const form = forms.get(request);
  if (form === undefined) return undefined;
  const pairs = [...form].map(([key, value]) => [
    key,
    typeof value === "string" ? value : value.name,
  ]);
  return Object.fromEntries(pairs);
}

class Quiet {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

if (typeof window !== "undefined" && window.navigator.userAgent.includes("jsdom")) {
  const Absolute = class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      const form = init?.body instanceof FormData ? init.body : undefined;
      const sent = form === undefined ? init : { ...init, body: "" };
      super(typeof input === "string" ? new URL(input, window.location.href) : input, sent);
      if (form !== undefined) forms.set(this, form);
    }
  };
  Object.assign(globalThis, {
    Request: Absolute,
    ResizeObserver: Quiet,
    // The client keeps the fetch that it finds when it is made.
    fetch: (request: Request) => network.answer(request),
  });
  Blob.prototype.text = function text() {
    return new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.readAsText(this);
    });
  };
  Blob.prototype.arrayBuffer = function arrayBuffer() {
    return new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result as ArrayBuffer);
      reader.readAsArrayBuffer(this);
    });
  };
  window.matchMedia = (media) =>
    ({ media, matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  // jsdom warns that it does not draw pseudo elements; antd asks for the scrollbar's.
  const computed = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element) => computed(element);
}
