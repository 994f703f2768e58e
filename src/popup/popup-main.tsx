import { render } from "preact";
import { send } from "../send-message.ts";
import { Popup } from "./Popup.tsx";
import { lastPress } from "./press.ts";
import { startReading } from "./tab-reading.ts";

// The page is read while the first frame is drawn, not after it.
const firstReading = startReading();
const firstPress = lastPress();
document.documentElement.lang = navigator.language;

const root = document.getElementById("root");
if (!root) throw new Error("popup.html has no #root");
render(<Popup firstReading={firstReading} firstPress={firstPress} />, root);

// The worker hears no online event of its own.
addEventListener("online", () => void send("queue.wake", {}).catch(() => undefined));
