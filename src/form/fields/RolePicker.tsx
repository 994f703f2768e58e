import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { Role } from "../../linkedin/reading.ts";

interface Props {
  roles: Role[];
  disabled: boolean;
  onPick: (role: Role) => void;
}

/** Every current role the page shows, when there are several; picking one fills title and company. */
export function RolePicker({ roles, disabled, onPick }: Props) {
  return (
    <select
      class="role-picker"
      aria-label={t("roles_label")}
      disabled={disabled}
      value=""
      onChange={(event) => {
        const role = roles[Number(event.currentTarget.value)];
        if (role) onPick(role);
        event.currentTarget.value = "";
      }}
    >
      <option value="" hidden>
        {plural("roles_count", roles.length)}
      </option>
      {roles.map((role, index) => (
        <option key={`${role.title} ${role.companyName}`} value={index}>
          {role.companyName === null ? role.title : t("role_at", role.title, role.companyName)}
        </option>
      ))}
    </select>
  );
}
