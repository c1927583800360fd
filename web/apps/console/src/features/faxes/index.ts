export { Faxes } from "./faxes";
