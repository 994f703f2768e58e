import type { ComponentChildren } from "preact";

interface Props {
  /** `quiet`: nothing is wrong. */
  tone: "quiet" | "warn" | "bad";
  /** `alert` interrupts a screen reader, `status` waits for a pause. */
  role: "alert" | "status";
  title: string;
  children: ComponentChildren;
}

/** What happened, in bold, and what to do next. */
export function Notice({ tone, role, title, children }: Props) {
  return (
    <div class={`notice ${tone}`} role={role}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}
