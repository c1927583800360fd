import { AutoComplete, type AutoCompleteProps } from "antd";
import { KeepsEnter } from "./keeps-enter";

/** A line of text with suggestions below it: Enter picks one, and sends the form once none are open. */
export function SuggestField(props: AutoCompleteProps<string>) {
  return (
    <KeepsEnter>
      <AutoComplete<string> {...props} />
    </KeepsEnter>
  );
}
