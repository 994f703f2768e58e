/** What the firm of the sandbox remembers: a timeline, and fields of every type. */
import type { Activity, CustomField, Person } from "./records.ts";
import { seededId } from "./seeded-id.ts";
import type { Store } from "./store.ts";

/** Newest last; the one before the last touch is a plan, and no touch. */
const TIMELINE: { type: string; text: string; job?: string; subject?: string }[] = [
  { type: "secondary_note", text: "Met at the Delft map fair." },
  ...Array.from({ length: 9 }, (_none, n) => ({
    type: "linkedin_message",
    text: `Message ${n + 1}: are you open to a talk?`,
  })),
  {
    type: "email",
    text: "Dear Nadezhda,\n\nmay I tell you about a role?",
    subject: "A role in Rotterdam",
    job: "Chief Operating Officer",
  },
  { type: "linkedin_message_response", text: "Not before the summer." },
  {
    type: "call_note",
    text: "Open to a move from June. Wants to stay in the Netherlands, and to keep a team of her own: ask again once the client has said what the structure will be.\n\nNotice: three months.",
    job: "Chief Operating Officer",
  },
  { type: "task", text: "Send the brief" },
];

const OPTIONS = {
  Tags: ["Board-ready", "Shipping", "Speaks Dutch"],
  Seniority: ["C-level", "Director"],
};

const FIELDS: [name: string, type: string][] = [
  ["Tags", "multi-select"],
  ["Seniority", "single-select"],
  ["Years in post", "integer"],
  ["Expected salary", "number"],
  ["Notice", "text"],
  ["Free from", "date"],
  // Of a type whose way of writing is not known.
  ["Looked after by", "multi-team-member"],
];

export function seedMemory(workspace: string, store: Store): void {
  store.customFields = FIELDS.map(([name, type]) => makeField(workspace, name, type, null));
  const [job] = store.jobs;
  if (job) store.customFields.push(makeField(workspace, "Reason off the list", "single-select", job.id));
  const person = store.persons.find(({ name }) => name === "Nadezhda Quill");
  if (person) store.activities.push(...timelineOf(workspace, store, person));
}

function timelineOf(workspace: string, store: Store, person: Person): Activity[] {
  return TIMELINE.map(({ type, text, job, subject }, n) => {
    const onJob = store.jobs.find(({ id, name }) => {
      const isOn = store.candidatesOf(person.id).some(({ job_id }) => job_id === id);
      return isOn && name === job;
    });
    return {
      id: seededId(workspace, "activity", n),
      person_id: person.id,
      activity_type: type,
      activity_content: text,
      created_at: new Date(Date.UTC(2026, 2, 1 + n, 9)).toISOString(),
      team_member_id: store.members[1]?.id ?? null,
      job_id: onJob?.id ?? null,
      subject: subject ?? null,
    };
  });
}

function makeField(workspace: string, name: string, type: string, jobId: string | null): CustomField {
  const options = name in OPTIONS ? OPTIONS[name as keyof typeof OPTIONS] : ["Too junior", "Not moving"];
  return {
    id: seededId(workspace, "field", name),
    name,
    description: null,
    data_type: type,
    job_id: jobId,
    list_id: null,
    tags: type.endsWith("-select")
      ? options.map((option) => ({
          id: seededId(workspace, "option", name, option),
          name: option,
          color: "#aabbcc",
          description: null,
        }))
      : [],
  };
}
