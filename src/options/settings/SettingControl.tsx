import { t } from "../../i18n/words.ts";
import { isRecordLink, recordUrl } from "../../settings/record-link.ts";
import { type Choices, type EffectiveSettings, settings } from "../../settings/settings.ts";
import { numberBounds, type SettingName } from "../../settings/settings-schema.ts";
import { FieldsSetting } from "./FieldsSetting.tsx";
import { SnippetsSetting } from "./SnippetsSetting.tsx";
import { settingLabel } from "./setting-label.ts";
import { ChoiceSetting, SwitchSetting } from "./settings-controls.tsx";
import type { SettingRow } from "./settings-rows.ts";
import { NumberSetting, TextSetting } from "./TextSetting.tsx";
import type { StoreResult } from "./use-stored.ts";

/** One setting; it is stored as soon as it is changed. */
export function SettingControl({ row, effective }: { row: SettingRow; effective: EffectiveSettings }) {
  const { values, locked, isUnreadable } = effective;
  const common = (name: SettingName) => ({
    label: settingLabel(name),
    hint: "hint" in row && row.hint ? t(row.hint) : undefined,
    isLocked: locked.has(name),
    isDisabled: isUnreadable,
  });
  switch (row.kind) {
    case "choice": {
      const words = Object.entries(row.words).map(([value, key]) => [value, t(key)]);
      return (
        <ChoiceSetting
          {...common(row.name)}
          value={values[row.name]}
          choices={Object.fromEntries(words)}
          // The row's words are those of the setting's own values.
          store={(value) => store({ [row.name]: value } as Choices)}
        />
      );
    }
    case "number":
      return (
        <NumberSetting
          {...common(row.name)}
          value={values[row.name]}
          bounds={numberBounds[row.name]}
          unit={t(row.unit)}
          store={(value) => store({ [row.name]: value })}
        />
      );
    case "switch": {
      const { set } = row;
      return (
        <SwitchSetting
          {...common(row.name)}
          value={values[row.name]}
          store={(on) => (set ? resultOf(set(on)) : store({ [row.name]: on }))}
        />
      );
    }
    case "fields":
      return (
        <FieldsSetting
          {...common("hiddenFields")}
          hidden={values.hiddenFields}
          store={(hiddenFields) => store({ hiddenFields })}
        />
      );
    case "snippets":
      return (
        <SnippetsSetting
          {...common("snippets")}
          snippets={values.snippets}
          store={(snippets) => store({ snippets })}
        />
      );
    case "record_link":
      return (
        <TextSetting
          {...common("recordLink")}
          hint={recordLinkHint(values.recordLink)}
          placeholder="https://stardex.example/people/{id}"
          value={values.recordLink}
          errorOf={(words) => (words === "" || isRecordLink(words) ? null : t("setting_record_link_error"))}
          store={(recordLink) => store({ recordLink })}
        />
      );
  }
}

function store(changes: Choices): Promise<StoreResult> {
  return resultOf(settings.change(changes).then(() => true));
}

function resultOf(work: Promise<boolean>): Promise<StoreResult> {
  return work.then(
    (isDone) => (isDone ? "saved" : "not_allowed"),
    () => "failed",
  );
}

function recordLinkHint(recordLink: string): string {
  const example = recordUrl(recordLink, "5f0c2a");
  return example === null ? t("setting_record_link_hint") : t("setting_record_link_example", example);
}
