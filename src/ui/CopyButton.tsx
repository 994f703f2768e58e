import { useState } from "preact/hooks";

interface Props {
  text: string;
  label: string;
  done: string;
  look?: "button" | "link-button";
  /** For a screen reader, when several buttons have the same label. */
  name?: string;
}

/** Copies `text`; says so in its own words, where the user is looking. */
export function CopyButton({ text, label, done, look = "button", name }: Props) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      class={look}
      aria-live="polite"
      aria-label={copied ? undefined : name}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? done : label}
    </button>
  );
}
