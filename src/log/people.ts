/** Whom a text can be logged for: people of the last saves, and those Stardex finds by name. */
import type { TouchedPerson } from "../form/memory/touch/touch-draft.ts";
import { canonicalUrl, normalizePublicId } from "../linkedin/profile-url.ts";
import type { KnownPerson } from "../model/records.ts";
import type { SaveRecord } from "../model/save.ts";
import { firstNameOf, type PlaceholderValues } from "../model/snippets.ts";
import { readSavesPage } from "../storage/saves.ts";

export interface LogPerson extends TouchedPerson {
  /** What tells two of a name apart. */
  role: string;
  values: PlaceholderValues;
}

/** People shown before anything is typed. */
const RECENT = 8;
/** Saves looked through for them: a person can be saved more than once. */
const SAVES = 40;

/** Newest first, each once. */
export async function recentPeople(workspace: string): Promise<LogPerson[]> {
  const { saves } = await readSavesPage({ workspace, limit: SAVES });
  const byProfile = new Map<string, LogPerson>();
  for (const save of saves) {
    if (!byProfile.has(save.draft.linkedinUrl)) byProfile.set(save.draft.linkedinUrl, personOfSave(save));
  }
  return [...byProfile.values()].slice(0, RECENT);
}

function personOfSave({ draft, outcome }: SaveRecord): LogPerson {
  const [placed] = draft.jobs;
  return {
    linkedinUrl: draft.linkedinUrl,
    personId: outcome?.personId ?? draft.known?.personId ?? null,
    name: draft.name,
    role: [draft.currentJobTitle, draft.companyName].filter(Boolean).join(" · "),
    values: {
      first_name: firstNameOf({ firstName: draft.firstName ?? null, name: draft.name }),
      job: placed?.job.name ?? null,
      client: placed?.job.clientCompanyName ?? null,
    },
  };
}

/** Undefined for one without a LinkedIn profile: by that, saves of one person are kept in their order. */
export function personOfRecord(person: KnownPerson): LogPerson | undefined {
  const slug = person.publicId === null ? null : normalizePublicId(person.publicId);
  if (slug === null) return undefined;
  const open = person.candidacies.find(({ isArchived }) => !isArchived);
  return {
    linkedinUrl: canonicalUrl(slug),
    personId: person.id,
    name: person.name ?? "",
    role: [person.currentJobTitle, person.companyName].filter(Boolean).join(" · "),
    values: {
      first_name: firstNameOf(person),
      job: open?.jobName ?? null,
      client: open?.clientCompanyName ?? null,
    },
  };
}
