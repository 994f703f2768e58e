import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import type { Connection } from "../protocol/messages.ts";
import { useConnection } from "../ui/connection/use-connection.ts";
import { StarIcon, TickIcon } from "../ui/icons.tsx";
import { useOneLinePaste } from "../ui/one-line-paste.ts";
import { followColors } from "../ui/toolbar-icon.ts";
import { ConnectStep } from "./ConnectStep.tsx";
import { Finished } from "./Finished.tsx";
import { PinStep } from "./PinStep.tsx";
import { TryStep } from "./TryStep.tsx";
import { usePinned } from "./use-pinned.ts";

const STEPS = ["onboarding_connect", "onboarding_pin", "onboarding_try"] as const;

/** Until the worker answers, and when it does not, the key can be pasted. */
const notConnected: Connection = { state: "not_connected" };

/** Ms in which a worker that runs has answered; right after the installation it takes longer. */
const PATIENCE = 150;

/** The three steps after installation. The frame is there at once; the card fills when it is known where to begin. */
export function Onboarding() {
  const { connection, setConnection, isGone } = useConnection();
  const [chosenStep, setStep] = useState<number | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pinned = usePinned();
  const isConnected = connection?.state === "connected";
  const isLate = useIsLate();
  const known = connection ?? (isGone || isLate ? notConnected : null);
  useEffect(followColors, []);
  useOneLinePaste();

  // Decided once: a key that is connected on another page must not turn this one.
  const firstStep = useRef<number | null>(null);
  if (connection) firstStep.current ??= stepToBegin(connection);
  const step = chosenStep ?? firstStep.current ?? (known ? 0 : null);

  function go(to: number) {
    setStep(to);
    // A screen reader goes on from the new step's name.
    requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }));
  }

  const shown = step ?? 0;
  const isPassed = [isConnected, pinned !== false && shown > 1, shown > 2];
  const common = { heading, onNext: () => go(shown + 1), onBack: () => go(shown - 1) };
  return (
    <main class="welcome">
      <header>
        <span class="star">
          <StarIcon size={32} />
        </span>
        <h1>{t("onboarding_title")}</h1>
        <p class="quiet">{t("onboarding_intro")}</p>
      </header>
      <Progress step={shown} isDone={(n) => n !== shown && isPassed[n] === true} />
      <section class="card" aria-labelledby="step-title" aria-busy={step === null}>
        {step === 0 && known && <ConnectStep {...common} connection={known} onConnected={setConnection} />}
        {step === 1 && <PinStep {...common} pinned={pinned} />}
        {step === 2 && <TryStep {...common} />}
        {step === 3 && (
          <Finished {...common} isConnected={isConnected} pinned={pinned} onConnect={() => go(0)} />
        )}
      </section>
    </main>
  );
}

/** Whether the page has been open for a moment. */
function useIsLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}

/** A key that the user has connected before is not asked for again; one that the firm has set is shown. */
function stepToBegin(connection: Connection): number {
  return connection.state === "connected" && connection.organizationKey !== "in_use" ? 1 : 0;
}

function Progress({ step, isDone }: { step: number; isDone: (n: number) => boolean }) {
  const shown = Math.min(step + 1, STEPS.length);
  return (
    <nav aria-label={t("onboarding_progress", shown, STEPS.length)}>
      <ol class="progress">
        {STEPS.map((name, n) => (
          <li key={name} aria-current={n === step ? "step" : undefined} class={isDone(n) ? "done" : ""}>
            <span class="dot" aria-hidden="true">
              {isDone(n) ? <TickIcon size={18} /> : n + 1}
            </span>
            {t(name)}
            {isDone(n) && <span class="visually-hidden">, {t("onboarding_done_mark")}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
