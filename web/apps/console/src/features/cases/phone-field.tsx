import { Input, type InputProps } from "antd";
import { useState } from "react";
import { masked } from "../../shared/formats/number";
import { plainPhone } from "../../shared/formats/phone-text";
import { isPhone } from "./fields";

/**
 * A citizen's number in a form, masked as everywhere until somebody is in the field. What is no
 * number stays readable: it is to be mended.
 */
export function PhoneField({ value = "", onChange, ...rest }: InputProps & { value?: string }) {
  const [open, setOpen] = useState(false);
  const face = open || !isPhone(value) ? value : masked(plainPhone(value));
  return (
    <Input
      {...rest}
      inputMode="tel"
      value={face}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onChange={(event) => {
        if (open) onChange?.(event); // words that are dropped on a masked number are none
      }}
    />
  );
}
