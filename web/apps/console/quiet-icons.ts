import type { Plugin } from "vite";

const SPOKEN = '"aria-label": icon.name';
const QUIET = '"aria-hidden": restProps["aria-label"] === undefined ? true : undefined';

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
