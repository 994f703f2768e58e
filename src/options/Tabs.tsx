import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface Tab {
  /** Names the tab in the address. */
  id: string;
  label: string;
  content: ComponentChildren;
  /** Ids of the sections on it: an address may name one of these. */
  sections: readonly string[];
}

interface Props {
  tabs: readonly Tab[];
  /** Shown when the address names none. */
  first: string;
  label: string;
  /** Before the tabs, in the same line. */
  title: ComponentChildren;
}

/** Tabs by the ARIA pattern: arrows, Home and End choose; the address says which is open. All stay mounted. */
export function Tabs({ tabs, first, label, title }: Props) {
  const [hash, setHash] = useState(() => location.hash.slice(1));
  const list = useRef<HTMLDivElement>(null);
  const named = tabs.find(({ id, sections }) => id === hash || sections.includes(hash));
  const open = named?.id ?? first;

  useEffect(() => {
    const follow = () => setHash(location.hash.slice(1));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  // The section was not there, or not shown, when the browser looked for it.
  useEffect(() => {
    if (!hash) return;
    const section = document.getElementById(hash);
    section?.scrollIntoView?.();
    section?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }, [hash]);

  function choose(id: string) {
    history.replaceState(null, "", `#${id}`);
    setHash(id);
  }

  function onKeyDown(event: KeyboardEvent) {
    const at = tabs.findIndex(({ id }) => id === open);
    const steps: Record<string, number> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = steps[event.key];
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    choose(tab.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next ?? 0]?.focus();
  }

  return (
    <>
      <header class="title">
        {title}
        <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`tab-${tab.id}`}
              aria-controls={`panel-${tab.id}`}
              aria-selected={tab.id === open}
              tabIndex={tab.id === open ? 0 : -1}
              onClick={() => choose(tab.id)}
            >
              {tab.label}
            </button>
          ))}
        </div>
      </header>
      <main>
        {tabs.map((tab) => (
          <div
            key={tab.id}
            id={`panel-${tab.id}`}
            class="panel"
            role="tabpanel"
            aria-labelledby={`tab-${tab.id}`}
            hidden={tab.id !== open}
          >
            {tab.content}
          </div>
        ))}
      </main>
    </>
  );
}
