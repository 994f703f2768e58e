/** What the client gives and takes, in plain types. Ids are opaque; null is unknown or none. */

interface Stage {
  id: string;
  name: string;
}

export interface Job {
  id: string;
  name: string;
  clientCompanyName: string | null;
  location: string | null;
  candidateCount: number | null;
}

/** GET /v1/jobs/{id}. */
export interface JobDetail extends Job {
  isArchived: boolean;
  clientCompanyId: string | null;
  clientCompanyDomain: string | null;
  clientCompanyLinkedinUrl: string | null;
  /** First stage first, as far as Stardex says. */
  stages: Stage[];
}

export interface Company {
  id: string;
  name: string;
  isClient: boolean;
  doNotContact: boolean;
  domain: string | null;
  linkedinUrl: string | null;
  /** LinkedIn's own number of the company, as its pages link it. */
  linkedinId: string | null;
  /** The firm's word on the relation, e.g. "Active". */
  status: string | null;
  /** Of the do-not-contact mark, where Stardex tells. */
  reason: string | null;
  /** End of the mark: ISO 8601, as Stardex gives it. */
  until: string | null;
  owners: string[];
  /** ISO 8601. */
  lastEngagement: string | null;
}

export interface List {
  id: string;
  name: string;
}

export interface ContactValue {
  type: string;
  value: string;
}

export interface Candidacy {
  candidateId: string | null;
  jobId: string;
  jobName: string | null;
  clientCompanyName: string | null;
  stageId: string | null;
  stageName: string | null;
  isArchived: boolean;
  createdAt: string | null;
  /** Since when at the stage, ISO 8601; in no sample of a person, taken where it is there. */
  stageSince?: string | undefined;
}

/** Fields of a person that an answer may state to be empty. An absent one is unknown. */
export type BlankField =
  | "firstName"
  | "lastName"
  | "currentJobTitle"
  | "companyName"
  | "location"
  | "externalSourceId";

export interface Person {
  id: string;
  name: string | null;
  firstName: string | null;
  lastName: string | null;
  /** The slug of the LinkedIn profile, decoded or not, as Stardex keeps it. */
  publicId: string | null;
  currentJobTitle: string | null;
  companyName: string | null;
  location: string | null;
  externalSourceId: string | null;
  emails: ContactValue[];
  phones: ContactValue[];
  /** Newest first. */
  candidacies: Candidacy[];
  /** False where the answer has none, or one that cannot be read: a job that is not among them may be all the same. */
  areCandidaciesTold: boolean;
  lastActivityAt: string | null;
  /** What the answer states to be empty; any other field that is null is unknown. */
  blank: BlankField[];
  /** The person's own mark; null where the answer does not tell. */
  doNotContact: boolean | null;
  /** The timeline's entries; absent where they were not asked for, or are not told. */
  activities?: Activity[];
  /** Every row as it came, to be sent back; null where one could not be read, or none was told. */
  emailRows: ContactRow[] | null;
  phoneRows: ContactRow[] | null;
}

/** A row as the API has it, keys we do not know included. */
export type ContactRow = Record<string, unknown>;

/** An entry of a person's timeline. */
export interface Activity {
  id: string | null;
  /** `secondary_note`, `email`, `task`, a team's own, ... */
  type: string | null;
  /** Plain text, whether Stardex answers with HTML or not. */
  text: string;
  /** ISO 8601. */
  createdAt: string | null;
  authorName: string | null;
  jobId: string | null;
  jobName: string | null;
  clientCompanyName: string | null;
  /** Of an e-mail. */
  subject: string | null;
}

export interface Task {
  id: string | null;
  text: string;
  /** ISO 8601, date-time. */
  dueDate: string | null;
  isCompleted: boolean;
  personId: string | null;
  jobId: string | null;
  createdAt: string | null;
}

/** `key` is what a new activity names as its type. */
export interface ActivityType {
  key: string;
  name: string;
}

export interface TeamMember {
  id: string;
  name: string;
}

export interface CustomField {
  id: string;
  name: string;
  /** `single-select`, `multi-select`, `integer`, `date`, `multi-team-member`, ... */
  dataType: string;
  /** Null on both: the field is everywhere. */
  jobId: string | null;
  listId: string | null;
  options: { id: string; name: string; color: string | null }[];
}

/** Some rows of a search. `isComplete` is false where the bound cut it off. */
export interface Found<T> {
  rows: T[];
  isComplete: boolean;
}
