/** What is written so and not otherwise, in every language: the code of a flow, of a prompt. */
export function Code({ children }: { children: string }) {
  return (
    <code className="lx-code" translate="no">
      {children}
    </code>
  );
}
