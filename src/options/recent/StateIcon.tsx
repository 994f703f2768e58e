import { isUnanswered, type SaveRecord } from "../../model/save.ts";
import { AlertIcon, CheckIcon, QuestionIcon, SendIcon, WaitIcon } from "../../ui/icons.tsx";

const SIZE = 18;

/** Where a save stands, by form and color; the words beside it say the same. */
export function StateIcon({ save }: { save: SaveRecord }) {
  switch (save.state) {
    case "saved":
      return <CheckIcon size={SIZE} />;
    case "sending":
      return <SendIcon size={SIZE} />;
    case "waiting":
      return <WaitIcon size={SIZE} />;
    case "in_doubt":
      return <QuestionIcon size={SIZE} />;
    case "needs_you":
      return isUnanswered(save) ? <QuestionIcon size={SIZE} /> : <AlertIcon size={SIZE} />;
  }
}
