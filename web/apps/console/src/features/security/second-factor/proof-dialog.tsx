import type { FactorProof } from "@lianxin/api";
import { FormDialog } from "../../../shared/form";
import { NO_PROOF, ProofFields } from "./proof-fields";
import { useSecretForm } from "./use-secret-form";

/** An act on the second factor that is in force: what it does, and the proof that it is oneself. */
export function ProofDialog<Output>({
  title,
  hint,
  act,
  write,
  onDone,
  onClose,
}: {
  title: string;
  hint: string;
  /** What the button says. */
  act: string;
  write: (proof: FactorProof) => Promise<Output>;
  onDone: (done: Output) => void;
  onClose: () => void;
}) {
  const state = useSecretForm(NO_PROOF, async (proof) => onDone(await write(proof)));
  return (
    <FormDialog state={state} title={title} saveLabel={act} onClose={onClose}>
      <p className="lx-soft">{hint}</p>
      <ProofFields on />
    </FormDialog>
  );
}
