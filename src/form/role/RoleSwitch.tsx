import { t } from "../../i18n/words.ts";
import { type PersonRole, personRoles } from "../../model/save.ts";

interface Props {
  role: PersonRole;
  isLocked: boolean;
  onChange: (role: PersonRole) => void;
}

/** What the person is saved as: never behind "More", since a mode that is not seen is saved in by mistake. */
export function RoleSwitch({ role, isLocked, onChange }: Props) {
  return (
    <fieldset class="role-switch" disabled={isLocked}>
      <legend class="visually-hidden">{t("role_label")}</legend>
      {personRoles.map((one) => (
        <label key={one} class="segment">
          <input type="radio" name="role" value={one} checked={one === role} onChange={() => onChange(one)} />
          <span>{t(`role_${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
