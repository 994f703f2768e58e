import { render } from "preact";
import { language } from "../i18n/language.ts";
import { t } from "../i18n/words.ts";
import { Options } from "./Options.tsx";

document.documentElement.lang = language();
document.title = t("options_title");

const root = document.getElementById("root");
if (!root) throw new Error("options.html has no #root");
render(<Options />, root);
