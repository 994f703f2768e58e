import { render } from "preact";
import { language } from "../i18n/language.ts";
import { wasConnected } from "../ui/connection/known-connection.ts";
import { Frame } from "./Frame.tsx";
import { startReading } from "./tab-reading.ts";
// Here, or the later scripts would wait for them.
import "../ui/connection/connect-form.css";
import "../form/jobs/job-picker.css";

// The page is read, and the form's scripts are loaded, while the first frame is drawn; never before there is a key.
const firstReading = wasConnected() ? startReading() : null;
const form = import("./Popup.tsx");
document.documentElement.lang = language();

const root = document.getElementById("root");
if (!root) throw new Error("popup.html has no #root");
render(<Frame />, root);
void form.then(({ Popup }) => render(<Popup firstReading={firstReading} />, root));
