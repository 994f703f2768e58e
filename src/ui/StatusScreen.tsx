import type { ComponentChildren } from "preact";
import { CheckIcon, LockIcon, PeopleIcon, ProfileIcon, WaitIcon } from "./icons.tsx";

const SYMBOLS = {
  check: CheckIcon,
  lock: LockIcon,
  people: PeopleIcon,
  profile: ProfileIcon,
  wait: WaitIcon,
};

interface Props {
  symbol: keyof typeof SYMBOLS;
  title: string;
  body: string;
  tone?: "good";
  children?: ComponentChildren;
}

/** One thing to say and what to do about it, in the middle of the popup. */
export function StatusScreen({ symbol, title, body, tone, children }: Props) {
  const Drawing = SYMBOLS[symbol];
  return (
    <div class={`status ${tone ?? ""}`}>
      <div class="symbol">
        <Drawing />
      </div>
      <div role="status">
        <h2>{title}</h2>
        <p>{body}</p>
      </div>
      <div class="buttons">{children}</div>
    </div>
  );
}
