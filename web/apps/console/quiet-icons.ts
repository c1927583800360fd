import type { Plugin } from "vite";

const SPOKEN = '"aria-label": icon.name';
const NAMED = 'restProps["aria-label"] !== undefined || icon.name === "close-circle"';
/** What clears a field is a button whose only content is its icon: it is called by what it does. */
const CLEARS = 'document.documentElement.lang.startsWith("zh") ? "清除" : "Clear"';
const QUIET = `"aria-hidden": ${NAMED} ? undefined : true, "aria-label": icon.name === "close-circle" ? (${CLEARS}) : undefined`;

/**
 * antd's icons call themselves by the names of their files (`down`, `close-circle`), in English,
 * and antd has no setting for it. They stand beside words or in named buttons: whoever listens
 * does not need them. An icon that is given a name keeps it.
 */
export function quietIcons(): Plugin {
  return {
    name: "quiet-icons",
    apply: "build",
    transform: {
      filter: { id: /@ant-design[\\/]icons[\\/].*[\\/]AntdIcon(?:Light)?\.js$/ },
      handler(code) {
        // A release of antd that writes it otherwise must not pass unseen.
        if (!code.includes(SPOKEN)) this.error("antd names its icons in another way than before.");
        return { code: code.replace(SPOKEN, QUIET), map: null };
      },
    },
  };
}
