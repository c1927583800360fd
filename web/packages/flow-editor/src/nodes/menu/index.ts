import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M3 3h2v2H3zM7 3h2v2H7zM11 3h2v2h-2zM3 7h2v2H3zM7 7h2v2H7zM11 7h2v2h-2zM7 11h2v2H7z",
  zh: { name: "菜单", about: "来电人按一个键来选择", fields: { otherwise: "多次未选" } },
  en: {
    name: "Menu",
    about: "The caller chooses with one key",
    fields: { otherwise: "No choice made" },
  },
};
