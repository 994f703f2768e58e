import { render } from "preact";
import { language } from "../i18n/language.ts";
import { Panel } from "./Panel.tsx";

document.documentElement.lang = language();

const root = document.getElementById("root");
if (!root) throw new Error("panel.html has no #root");
render(<Panel />, root);
