import type { FormAction } from "../state/form-state.ts";
import type { FormErrors } from "../values/form-errors.ts";
import { type FormValues, isContact } from "../values/form-values.ts";
import { ClientPicker } from "./ClientPicker.tsx";
import { RoleSwitch } from "./RoleSwitch.tsx";
import type { EmployerFindings } from "./use-employer.ts";

interface Props {
  values: FormValues;
  errors: FormErrors;
  isRoleShown: boolean;
  isLocked: boolean;
  employer: EmployerFindings;
  dispatch: (action: FormAction) => void;
}

/** What the person is to the firm, and of a client contact where. */
export function RoleSection({ values, errors, isRoleShown, isLocked, employer, dispatch }: Props) {
  return (
    <>
      {isRoleShown && (
        <RoleSwitch
          role={values.role}
          isLocked={isLocked}
          onChange={(role) => dispatch({ type: "changed", changes: { role } })}
        />
      )}
      {isContact(values) && (
        <ClientPicker
          client={values.client}
          isLocked={isLocked}
          error={errors.client}
          warning={employer.clientWarning}
          onChange={(client, company) => {
            employer.onClientPicked(company);
            dispatch({ type: "changed", changes: { client: client ?? null } });
          }}
        />
      )}
    </>
  );
}
