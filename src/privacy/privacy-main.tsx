/** The privacy policy as a page of the extension: the text that the stores publish, there without a network. */
import { render } from "preact";
import policy from "../../docs/store/privacy.md?raw";
import { Markdown } from "./Markdown.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("privacy.html has no #root");
render(<Markdown text={policy} />, root);
