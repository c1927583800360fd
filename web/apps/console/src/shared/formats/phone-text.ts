/** Numbers as people paste them: full-width, with marks that nobody sees, in groups. */

/** Full-width figures and signs, the dashes of word processors, and every kind of blank. */
export function plainSigns(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, "-")
    .replace(/\p{Cf}/gu, "");
}

/** What is whole without an extension: behind it a hyphen alone leads to one. */
const WHOLE = [
  "\\(?0?[1-9][0-9]{1,2}\\)?[-\\s]+[2-9][0-9]{2,3}[-\\s]?[0-9]{4}",
  "\\(?0[1-9][0-9]{1,2}\\)?[2-9][0-9]{2,3}[-\\s]?[0-9]{4}",
  "(?![48]00)[2-9][0-9]{3}[-\\s]?[0-9]{4}",
  "1[3-9][0-9](?:[-\\s]?[0-9]){8}",
  "[48]00(?:[-\\s]?[0-9]){7}",
].join("|");
const EXTENSION = "(?:转接?|轉|分机号?|分機|extension|ext\\.?|x|,|#|;ext=)[:\\s]*";

/** As `rules/telephones.py` of the server reads it; `server/tests/rules/telephones.json` holds both. */
const SHAPE = new RegExp(
  `^(?:tel:\\s*)?(?:(?<whole>(?:\\(?(?:\\+|00)86\\)?[-\\s]*)?(?:${WHOLE}))\\s*-\\s*(?<behind>[0-9]{1,6})|(?<number>[(\\[]?\\+?[0-9()\\[\\]./\\s-]*?)(?:\\(?\\s*${EXTENSION}(?<extension>[0-9]{1,6})\\s*\\)?)?)(?:;[a-z][a-z-]*=[^;]*)*$`,
  "i",
);

const MOST = 64;
const FEWEST_DIGITS = 3;
const MOST_DIGITS = 20;

/** A number as somebody wrote it: its digits, with + where it is written, and its extension (分机). */
export interface Phone {
  digits: string;
  extension: string;
}

/** Whether a "/" stands behind more than an area code or a group: 0755-88881234/88885678. */
function joinsTwo(number: string): boolean {
  const parts = number.replace(/^[^0-9]*(?:\+|00)86/, "").split("/");
  return parts.slice(0, -1).some((part) => part.replace(/[^0-9]/g, "").length > 4);
}

/** Whether a spreadsheet has written it as a decimal: 13900007704.0. */
function isDecimal(number: string): boolean {
  return /\.[0-9]$/.test(number);
}

/** Read a telephone number; null for what is none. */
export function readPhone(text: string): Phone | null {
  const groups = text.length > MOST ? undefined : SHAPE.exec(plainSigns(text).trim())?.groups;
  const number = groups?.whole ?? groups?.number ?? "";
  const digits = number.replace(/[^0-9]/g, "");
  if (joinsTwo(number) || isDecimal(number)) return null;
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) return null;
  return {
    digits: (number.includes("+") ? "+" : "") + digits,
    extension: groups?.behind ?? groups?.extension ?? "",
  };
}

/** A number with its extension as it is shown and kept: 075588881234转801. */
export function phoneText({ digits, extension }: Phone): string {
  return extension === "" ? digits : `${digits}转${extension}`;
}

/** A citizen's number as the API takes it; hyphens stay, as between city code and number. */
export function plainPhone(text: string): string {
  const phone = readPhone(text);
  return phone === null || phone.extension === "" ? plainBlanks(text) : phoneText(phone);
}

function plainBlanks(text: string): string {
  return plainSigns(text).replace(/\s/g, "");
}

/** A number as it is dialled: nothing between its figures. */
export function plainNumber(text: string): string {
  return plainBlanks(text).replace(/[-()]/g, "");
}
