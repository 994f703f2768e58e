import { t } from "../../i18n/words.ts";

interface Props {
  shown: string;
  clean: string;
  current: string;
  onChoose: (name: string) => void;
}

/** Swaps between the name as LinkedIn shows it and the same without emoji and badges. */
export function NameChoice({ shown, clean, current, onChoose }: Props) {
  const other = current === shown ? clean : shown;
  return (
    <button type="button" class="link-button name-choice" onClick={() => onChoose(other)}>
      {t(other === shown ? "name_use_shown" : "name_use_clean", other)}
    </button>
  );
}
