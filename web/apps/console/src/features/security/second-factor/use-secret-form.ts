import { useState } from "react";
import { useApiMutation } from "../../../shared/data/use-mutation";
import { type ApiFormState, useKeptForm, useOneSend } from "../../../shared/form";
import { FACTOR } from "./data";

/** A form of secrets: an error loses nothing of it, and nothing of it is kept anywhere. */
export function useSecretForm<Values extends object>(
  empty: Values,
  write: (values: Values) => Promise<unknown>,
): ApiFormState<Values> {
  const [values, setValues] = useState(empty);
  const one = useOneSend();
  const { busy, run, refusal } = useApiMutation({ write, keys: [FACTOR], tell: "form" });
  return useKeptForm({
    values,
    onChange: (change) => setValues((now) => ({ ...now, ...change })),
    send: async () => {
      if (!one.begin()) return;
      await run(values);
      one.end();
    },
    busy,
    refusal,
  });
}
