/** Numbers as people paste them: full-width, with marks that nobody sees, in groups. */

/** Full-width figures and signs, the dashes of word processors, and every kind of blank. */
export function plainSigns(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, "-")
    .replace(/\p{Cf}/gu, "");
}

/** A citizen's number as the API takes it; its hyphens stay, as between city code and number. */
export function plainPhone(text: string): string {
  return plainSigns(text).replace(/\s/g, "");
}

/** A number as it is dialled: nothing between its figures. */
export function plainNumber(text: string): string {
  return plainPhone(text).replace(/[-()]/g, "");
}
