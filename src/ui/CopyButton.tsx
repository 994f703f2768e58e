import { useState } from "preact/hooks";

interface Props {
  text: string;
  label: string;
  done: string;
  look?: "button" | "link-button";
  /** The label for a screen reader, where the shown one stands in a row of the same. */
  spoken?: string;
}

/** Copies `text`; says so in its own words, where the user is looking. */
export function CopyButton({ text, label, done, look = "button", spoken }: Props) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      class={look}
      aria-label={copied ? undefined : spoken}
      aria-live="polite"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? done : label}
    </button>
  );
}
