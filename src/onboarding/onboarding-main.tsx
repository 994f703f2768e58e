import { render } from "preact";
import { language } from "../i18n/language.ts";
import { t } from "../i18n/words.ts";
import { Onboarding } from "./Onboarding.tsx";

document.documentElement.lang = language();
document.title = t("onboarding_title");

const root = document.getElementById("root");
if (!root) throw new Error("onboarding.html has no #root");
render(<Onboarding />, root);
