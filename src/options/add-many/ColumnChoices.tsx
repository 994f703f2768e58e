import { t, type WordKey } from "../../i18n/words.ts";
import { type ColumnKind, columnKinds, type PastedColumn } from "../../people/paste/pasted-person.ts";

const words: Record<ColumnKind, WordKey> = {
  name: "field_name",
  firstName: "field_first_name",
  lastName: "field_last_name",
  address: "people_address",
  title: "field_job_title",
  company: "field_company",
  location: "field_location",
  email: "people_email",
  phone: "people_phone",
  note: "field_note",
  unknown: "column_unknown",
};

interface Props {
  columns: readonly PastedColumn[];
  onChoose: (at: number, kind: ColumnKind) => void;
}

/** What each column of the paste holds: as it was understood, and the user's to say otherwise. */
export function ColumnChoices({ columns, onChoose }: Props) {
  const filled = columns.map((column, at) => ({ ...column, at })).filter(({ example }) => example !== null);
  if (filled.length === 0) return null;
  const unknown = filled.some(({ kind }) => kind === "unknown");
  return (
    <details class="columns" open={unknown}>
      <summary>{t(unknown ? "columns_unknown" : "columns_title")}</summary>
      <div class="column-list">
        {filled.map(({ at, kind, header, example }) => (
          <label key={at} data-unknown={kind === "unknown"}>
            <span class="column-example" dir="auto" title={example ?? ""}>
              {header ?? example}
            </span>
            <select
              class="control"
              value={kind}
              onChange={({ currentTarget }) => {
                const choice = columnKinds.find((one) => one === currentTarget.value);
                if (choice) onChoose(at, choice);
              }}
            >
              {columnKinds.map((one) => (
                <option key={one} value={one}>
                  {t(words[one])}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
