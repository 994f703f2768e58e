import type { CustomField, Person } from "../records.ts";
import type { Store } from "../store.ts";
import { ok } from "./answers.ts";
import type { FieldBody } from "./bodies.ts";
import { type ApiApp, storeOf } from "./state.ts";

/** The firm's own fields on persons. */
export function fieldRoutes(app: ApiApp): void {
  app.get("/v1/custom-fields/persons", (c) => {
    const { job_id, list_id } = c.req.query();
    const isAsked = (field: CustomField) =>
      (field.job_id === null || field.job_id === job_id) &&
      (field.list_id === null || field.list_id === list_id);
    return ok(c, storeOf(c).customFields.filter(isAsked));
  });
}

/** What is wrong with what is to be written; undefined when nothing is. Only options that exist are taken. */
export function mistakeInFields(store: Store, bodies: FieldBody[]): string | undefined {
  for (const body of bodies) {
    const field = store.customFields.find(({ id }) => id === body.attribute_id);
    if (!field) return "names a field that there is not";
    const written = [body.value, ...(body.add_values ?? [])].filter((one) => one !== undefined);
    if (isSelect(field) && written.some((one) => !optionOf(field, one)))
      return "names an option that there is not";
  }
  return undefined;
}

export function writeFieldValues(store: Store, person: Person, bodies: FieldBody[]): void {
  person.field_values ??= {};
  for (const { attribute_id, value, add_values = [] } of bodies) {
    const field = store.customFields.find(({ id }) => id === attribute_id);
    if (!field) continue;
    const held = value === undefined ? (person.field_values[attribute_id] ?? []) : [value];
    const all = [...held, ...add_values].map((one) => optionOf(field, one)?.id ?? one);
    person.field_values[attribute_id] = [...new Set(all)];
  }
}

/** One row a value: several options of one field are several rows. */
export function fieldAnswers(store: Store, person: Person, how: "id" | "name") {
  return Object.entries(person.field_values ?? {}).flatMap(([id, values]) => {
    const field = store.customFields.find((one) => one.id === id);
    if (!field) return [];
    const common = { attribute_id: id, attribute_name: field.name, data_type: field.data_type };
    return values.map((value) => {
      const option = optionOf(field, value);
      if (!option) return { ...common, value, tag: null, team_member: null };
      const tag = how === "id" ? { id: option.id, name: option.name } : { name: option.name };
      return { ...common, value: null, tag, team_member: null };
    });
  });
}

function isSelect({ data_type }: CustomField): boolean {
  return data_type === "single-select" || data_type === "multi-select";
}

function optionOf({ tags }: CustomField, idOrName: string) {
  return tags.find(({ id, name }) => id === idOrName || name === idOrName);
}
