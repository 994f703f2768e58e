import { useId } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { Company } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";
import { Combobox } from "../../ui/combobox/Combobox.tsx";
import type { Found } from "../../ui/combobox/suggestions.ts";
import { FieldHead } from "../fields/FieldHead.tsx";
import type { FormError } from "../values/form-errors.ts";
import type { FormValues } from "../values/form-values.ts";
import type { CompanyWarning } from "./EmployerNotice.tsx";

interface Props {
  client: FormValues["client"];
  isLocked: boolean;
  error: FormError | undefined;
  /** `company` when it was picked from Stardex' own. */
  onChange: (client: FormValues["client"], company: Company | null) => void;
  /** Of the company chosen. */
  warning: CompanyWarning | undefined;
}

/** A company Stardex has, or the name of one it has not. */
type Option = { company: Company } | { name: string };

/** The company the person is a contact at: one of Stardex', or any name. */
export function ClientPicker({ client, isLocked, error, onChange, warning }: Props) {
  const id = useId();
  const isUnknown = client !== null && client !== undefined && client.id === null;
  return (
    <div class="field client-picker">
      <FieldHead
        id={id}
        label={t("field_client")}
        error={error}
        missing={isUnknown ? t("client_by_name") : undefined}
        warning={warning}
      />
      <Combobox<Option>
        id={id}
        name="client"
        label={t("field_client")}
        text={client?.name ?? ""}
        placeholder={t("client_placeholder")}
        isLocked={isLocked}
        hasError={error !== undefined}
        describedBy={error || isUnknown || warning ? `${id}-hint` : undefined}
        search={search}
        keyOf={(option) => ("company" in option ? option.company.id : "name")}
        draw={(option) =>
          "company" in option ? (
            <CompanyOption company={option.company} />
          ) : (
            <span class="option-name">{t("client_use_name", option.name)}</span>
          )
        }
        onText={(name) => onChange(name.trim() === "" ? null : { id: null, name }, null)}
        onPick={(option) =>
          "company" in option
            ? onChange({ id: option.company.id, name: option.company.name }, option.company)
            : onChange({ id: null, name: option.name }, null)
        }
      />
    </div>
  );
}

async function search(text: string): Promise<Found<Option>> {
  const byName: Option[] = text === "" ? [] : [{ name: text }];
  try {
    const answer = await send("companies.search", { text });
    if (!answer.ok) return { options: byName, problem: answer.problem };
    const isThere = answer.companies.some(({ name }) => name.toLowerCase() === text.toLowerCase());
    const options = answer.companies.map((company) => ({ company }));
    return { options: isThere ? options : [...options, ...byName], problem: null };
  } catch {
    return { options: byName, problem: { kind: "offline" } };
  }
}

function CompanyOption({ company }: { company: Company }) {
  return (
    <div class="company-option">
      <span class="option-name" dir="auto">
        {company.name}
      </span>
      {company.doNotContact && <span class="tag bad">{t("company_do_not_contact")}</span>}
      {company.isClient && <span class="tag">{t("company_client")}</span>}
    </div>
  );
}
