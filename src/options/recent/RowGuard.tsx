import { Component, type ComponentChildren } from "preact";
import { t } from "../../i18n/words.ts";

/** One row that cannot be drawn says so; the others stay. */
export class RowGuard extends Component<{ children: ComponentChildren }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static override getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown) {
    console.error("A save cannot be shown", error);
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <li class="save quiet">{t("save_not_shown")}</li>;
  }
}
