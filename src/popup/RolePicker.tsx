import { useId } from "preact/hooks";
import type { Role } from "../linkedin/reading.ts";
import { t } from "../ui/words.ts";

interface Props {
  roles: Role[];
  disabled: boolean;
  onPick: (role: Role) => void;
}

/** Every current role the page shows, when there are several; picking one fills title and company. */
export function RolePicker({ roles, disabled, onPick }: Props) {
  const id = useId();
  if (roles.length === 0) return null;
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{t("roles_label")}</label>
      </div>
      <select
        id={id}
        class="control"
        disabled={disabled}
        onChange={(event) => {
          const role = roles[event.currentTarget.selectedIndex];
          if (role) onPick(role);
        }}
      >
        {roles.map((role) => (
          <option key={`${role.title} ${role.companyName}`}>
            {role.companyName === null ? role.title : t("role_at", role.title, role.companyName)}
          </option>
        ))}
      </select>
    </div>
  );
}
