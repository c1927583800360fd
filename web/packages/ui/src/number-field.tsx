import { InputNumber, type InputNumberProps } from "antd";

/**
 * A figure that is typed; the arrow keys go up and down. antd's own small arrows are left out:
 * they are too small to be hit, and are called "Increase Value" in every language.
 */
export function NumberField(props: InputNumberProps<number>) {
  return <InputNumber<number> controls={false} {...props} />;
}
