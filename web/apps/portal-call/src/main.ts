import "./portal-call.css";
import { type CallOptions, CallWidget } from "./widget";

/** Put the panel for calling the hotline into `element`; the result takes it away again. */
export function mount(element: HTMLElement, options: CallOptions): () => void {
  const widget = new CallWidget(element, options);
  return () => widget.remove();
}
