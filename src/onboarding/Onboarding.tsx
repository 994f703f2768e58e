import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import type { Connection } from "../protocol/messages.ts";
import { send } from "../protocol/send.ts";
import { StarIcon, TickIcon } from "../ui/icons.tsx";
import { followColours } from "../ui/toolbar-icon.ts";
import { ConnectStep } from "./ConnectStep.tsx";
import { Finished } from "./Finished.tsx";
import { PinStep } from "./PinStep.tsx";
import { TryStep } from "./TryStep.tsx";
import { usePinned } from "./use-pinned.ts";

const STEPS = ["onboarding_connect", "onboarding_pin", "onboarding_try"] as const;

/** The three steps after installation. What is done already, by policy say, counts as done. */
export function Onboarding() {
  const [connection, setConnection] = useState<Connection | null>(null);
  const [step, setStep] = useState<number | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pinned = usePinned();
  const isConnected = connection?.state === "connected";
  useEffect(followColours, []);

  useEffect(() => {
    send("connection.get", {}).then(
      (known) => {
        setConnection(known);
        setStep(known.state === "connected" && known.organisationKey !== "in_use" ? 1 : 0);
      },
      () => setStep(0),
    );
  }, []);

  function go(to: number) {
    setStep(to);
    // A screen reader goes on from the new step's name.
    requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }));
  }

  if (step === null) return null;
  const isPassed = [isConnected, pinned !== false && step > 1, step > 2];
  const common = { heading, onNext: () => go(step + 1), onBack: () => go(step - 1) };
  return (
    <main class="welcome">
      <header>
        <span class="star">
          <StarIcon size={32} />
        </span>
        <h1>{t("onboarding_title")}</h1>
        <p class="quiet">{t("onboarding_intro")}</p>
      </header>
      <Progress step={step} isDone={(n) => n !== step && isPassed[n] === true} />
      <section class="card" aria-labelledby="step-title">
        {step === 0 && <ConnectStep {...common} connection={connection} onConnected={setConnection} />}
        {step === 1 && <PinStep {...common} pinned={pinned} />}
        {step === 2 && <TryStep {...common} />}
        {step === 3 && <Finished {...common} isConnected={isConnected} onConnect={() => go(0)} />}
      </section>
    </main>
  );
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
