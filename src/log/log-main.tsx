import { render } from "preact";
import { language } from "../i18n/language.ts";
import { t } from "../i18n/words.ts";
import { takeSelection } from "../storage/selection.ts";
import { LogPage } from "./LogPage.tsx";

document.documentElement.lang = language();
document.title = t("menu_log");

const root = document.getElementById("root");
if (!root) throw new Error("log.html has no #root");
const place = root;
void takeSelection(location.hash.slice(1)).then((text) => render(<LogPage text={text} />, place));
