import { Button, Tooltip } from "antd";
import { useState } from "react";

/** A button that copies `text` and says so for a moment. */
export function Copy({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <Tooltip title={copied ? done : undefined} open={copied}>
      <Button size="small" onClick={() => void copy()}>
        {label}
      </Button>
    </Tooltip>
  );
}
