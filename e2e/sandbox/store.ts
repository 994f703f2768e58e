import { randomUUID } from "node:crypto";
import { Clock } from "./clock.ts";
import { publicIdOf } from "./public-id.ts";
import type {
  Activity,
  Candidate,
  ClientContact,
  Company,
  CustomField,
  Job,
  List,
  Person,
  Stage,
  Task,
  TeamMember,
} from "./records.ts";

/** One workspace's records, and the few rules that keep them consistent. Tests read the arrays as they are. */
export class Store {
  persons: Person[] = [];
  jobs: Job[] = [];
  candidates: Candidate[] = [];
  companies: Company[] = [];
  clientContacts: ClientContact[] = [];
  activities: Activity[] = [];
  lists: List[] = [];
  tasks: Task[] = [];
  customFields: CustomField[] = [];
  members: TeamMember[] = [];

  constructor(readonly clock = new Clock()) {}

  person(id: string): Person | undefined {
    return this.persons.find((person) => person.id === id);
  }

  /** The person with the profile of this URL, whatever form the URL has. */
  personByUrl(linkedinUrl: string): Person | undefined {
    const publicId = publicIdOf(linkedinUrl);
    if (publicId === null) return this.persons.find((person) => person.linkedin_url === linkedinUrl);
    return this.persons.find((person) => person.linkedin_public_id === publicId);
  }

  personByEmail(email: string): Person | undefined {
    const wanted = email.toLowerCase();
    return this.persons.find((person) => person.emails.some(({ value }) => value.toLowerCase() === wanted));
  }

  job(id: string): Job | undefined {
    return this.jobs.find((job) => job.id === id);
  }

  jobByName(name: string): Job | undefined {
    const wanted = name.trim().toLowerCase();
    return this.jobs.find((job) => !job.is_archived && job.name.toLowerCase() === wanted);
  }

  company(id: string): Company | undefined {
    return this.companies.find((company) => company.id === id);
  }

  companyByName(name: string): Company | undefined {
    const wanted = name.trim().toLowerCase();
    return this.companies.find((company) => company.name.toLowerCase() === wanted);
  }

  candidatesOf(personId: string): Candidate[] {
    return this.candidates.filter((candidate) => candidate.person_id === personId);
  }

  /** Adds at the job's first stage. With `reuse` a person who is on the job already keeps that entry. */
  addCandidate(person: Person, job: Job, reuse: boolean): Candidate {
    const known = this.candidatesOf(person.id).find((candidate) => candidate.job_id === job.id);
    if (known && reuse) return known;
    const candidate: Candidate = {
      candidate_id: randomUUID(),
      person_id: person.id,
      job_id: job.id,
      stage_id: firstStage(job).id,
      stage_date: this.clock.iso(),
      is_archived: false,
      created_at: this.clock.iso(),
    };
    this.candidates.push(candidate);
    return candidate;
  }

  addClientContact(person: Person, company: Company): ClientContact {
    const known = this.clientContacts.find(
      (contact) => contact.person_id === person.id && contact.client_id === company.id,
    );
    if (known) return known;
    const contact: ClientContact = { id: randomUUID(), person_id: person.id, client_id: company.id };
    this.clientContacts.push(contact);
    return contact;
  }

  /** In order of time. */
  activitiesOf(personId: string): Activity[] {
    return this.activities.filter((activity) => activity.person_id === personId);
  }

  addActivity(person: Person, type: string, content: string): Activity {
    const activity: Activity = {
      id: randomUUID(),
      person_id: person.id,
      activity_type: type,
      activity_content: content,
      created_at: this.clock.iso(),
      team_member_id: this.members[0]?.id ?? null,
      job_id: null,
      subject: null,
    };
    this.activities.push(activity);
    return activity;
  }
}

function firstStage(job: Job): Stage {
  const first = job.pipeline_stages[0];
  if (!first) throw new Error(`The seeded job ${job.name} has no stage`);
  return first;
}
