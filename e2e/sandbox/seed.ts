import { Clock } from "./clock.ts";
import { publicIdOf } from "./public-id.ts";
import type { Company, Job, List, Person, TeamMember } from "./records.ts";
import { seedMemory } from "./seed-memory.ts";
import { seededId } from "./seeded-id.ts";
import { Store } from "./store.ts";

/** Invented firms: name, client?, do not contact? */
const COMPANIES: [name: string, isClient: boolean, doNotContact: boolean][] = [
  ["Harrowgate Capital", true, false],
  ["Brightmoor Robotics", true, false],
  ["Nordvale Energy", true, false],
  ["Castellane Pharma", true, false],
  ["Quillford Insurance", true, false],
  ["Osterbeck Logistics", true, true],
  ["Tamarisk Foods", true, false],
  ["Lumenfield Optics", true, false],
  ["Velmar Shipping", false, false],
  ["Ferrant & Coyle", false, true],
  ["Ashdown Software", false, false],
  ["Greywater Marine", false, false],
  ["Pellucid Analytics", false, false],
  ["Corvane Motors", false, true],
  ["Sundermann Werke", false, false],
  ["Kestrel Aerospace", false, false],
];

const ROLES = [
  "Chief Financial Officer",
  "Chief Operating Officer",
  "VP Engineering",
  "Head of People",
  "General Counsel",
];
const CITIES = ["London", "Stockholm", "Zürich", "Kraków", "Toronto", "Singapore", null];
const STAGES = ["Identified", "Contacted", "Screened", "Shortlisted", "Client interview", "Offer", "Placed"];

const LISTS = ["CFO bench", "Board-ready operators", "Nordic energy leaders", "Call back in spring"];

const PERSONS: [name: string, slug: string, title: string, company: string][] = [
  ["Ottilie Brandvold", "ottilie-brandvold-q7", "Finance Director", "Velmar Shipping"],
  ["Jasper Nkemelu", "jasper-nkemelu", "VP Operations", "Kestrel Aerospace"],
  ["Søren Østergård-Lind", "søren-østergård-lind", "Plant Manager", "Sundermann Werke"],
  ["Imke van Houtryve", "imke-van-houtryve-3a", "Head of Legal", "Quillford Insurance"],
];

/** Employers of people on the invented pages; they run no search. */
const EMPLOYERS: [name: string, isClient: boolean, doNotContact: boolean][] = [
  ["Estuary Ferries", true, false],
  ["Copperfield", false, true],
];

/** People on the invented pages whom Stardex has already, or has somebody of the name of. */
const MET: {
  name: string;
  /** Null: Stardex has no profile of the person. */
  slug: string | null;
  title: string;
  company: string;
  location?: string;
  phone?: string;
  /** Oldest first. */
  on?: { client: string; role: string; stage: string; isArchived?: boolean }[];
}[] = [
  {
    name: "Nadezhda Quill",
    slug: "nadezhda-quill",
    title: "Senior Cartographer",
    company: "Meridian Maps",
    phone: "+31 6 5550 0142",
    on: [
      { client: "Harrowgate Capital", role: "Head of People", stage: "Identified", isArchived: true },
      { client: "Harrowgate Capital", role: "VP Engineering", stage: "Screened" },
      { client: "Nordvale Energy", role: "Chief Operating Officer", stage: "Shortlisted" },
    ],
  },
  {
    name: "Leocadia Brandt",
    slug: "leocadia-brandt",
    title: "Structural Engineer",
    company: "Halden Bridges",
    location: "Linz, Upper Austria, Austria",
  },
  { name: "Ysolde Ferreira", slug: null, title: "Radio Producer", company: "Vigo FM" },
  { name: "Sorrel Vanderhoven", slug: "sorrel-v-1987", title: "Apprentice", company: "Atelier Vireo" },
  { name: "Jorunn Bakkevig", slug: "jorunn-bakkevig-oslo", title: "Baker", company: "Hollow Barn" },
];

const MEMBERS: [first: string, last: string][] = [
  ["Ines", "Maro"],
  ["Tove", "Aasen"],
];

/** A workspace with jobs, companies, lists and persons that are the same at every start. */
export function seededStore(workspace: string, clock = new Clock()): Store {
  const store = new Store(clock);
  store.companies = COMPANIES.map((company) => makeCompany(workspace, ...company));
  store.jobs = makeJobs(workspace, store.companies);
  store.lists = LISTS.map((name) => makeList(workspace, name));
  // Of the two kinds that come in a search and are not to be offered.
  store.lists.push({ ...makeList(workspace, "CFO employers"), list_type: "companies" });
  store.lists.push({ ...makeList(workspace, "CFO bench of 2019"), is_archived: true });
  store.persons = PERSONS.map((person) => makePerson(workspace, ...person));
  seedCandidates(store);
  // After the jobs, which only the firms above have.
  store.companies.push(...EMPLOYERS.map((company) => makeCompany(workspace, ...company)));
  store.members = MEMBERS.map((member) => makeMember(workspace, ...member));
  for (const one of MET) seedMet(workspace, store, one);
  seedMemory(workspace, store);
  return store;
}

function seedMet(workspace: string, store: Store, met: (typeof MET)[number]): void {
  const slug = met.slug ?? met.name.toLowerCase().replace(" ", "-");
  const person = makePerson(workspace, met.name, slug, met.title, met.company);
  if (met.slug === null) Object.assign(person, { linkedin_url: "", linkedin_public_id: null });
  person.linkedin_location = met.location ?? null;
  if (met.phone) person.phones.push({ contact_data_type: "mobile", value: met.phone });
  store.persons.push(person);
  (met.on ?? []).forEach(({ client, role, stage, isArchived }, n) => {
    const job = store.jobs.find((one) => one.client_company_name === client && one.name === role);
    const stageId = job?.pipeline_stages.find(({ name }) => name === stage)?.id;
    if (!job || !stageId) throw new Error(`No ${stage} on ${role} of ${client}`);
    const candidate = store.addCandidate(person, job, true);
    candidate.stage_id = stageId;
    candidate.is_archived = isArchived ?? false;
    candidate.created_at = new Date(Date.UTC(2026, 2, 2 + n)).toISOString();
    candidate.stage_date = new Date(Date.UTC(2026, 2, 9 + n)).toISOString();
  });
}

function makeCompany(workspace: string, name: string, isClient: boolean, doNotContact: boolean): Company {
  const slug = name.toLowerCase().replace(/[^a-z]+/g, "-");
  return {
    id: seededId(workspace, "company", name),
    name,
    domain: `${slug}.example`,
    linkedin_url: `https://www.linkedin.com/company/${slug}`,
    is_client: isClient,
    do_not_contact: doNotContact,
    linkedin_id: Number.parseInt(seededId(workspace, "number", name).slice(0, 7), 16),
    do_not_contact_metadata: doNotContact ? { reason: "In dispute", until: "2027-06-30" } : null,
    client_status: isClient ? { id: seededId(workspace, "status", "active"), name: "Active" } : null,
    owners: [
      { id: seededId(workspace, "member", "ines"), first_name: "Ines", last_name: "Maro", image_url: null },
    ],
    date_of_last_engagement: isClient ? "2026-09-14T08:30:00.000Z" : null,
  };
}

/** Every client runs a search for every role: a few dozen jobs, one in nine archived. */
function makeJobs(workspace: string, companies: Company[]): Job[] {
  const clients = companies.filter((company) => company.is_client);
  return clients.flatMap((client, c) =>
    ROLES.map((role, r) => makeJob(workspace, client, role, c * ROLES.length + r)),
  );
}

function makeJob(workspace: string, client: Company, role: string, n: number): Job {
  const isArchived = n % 9 === 8;
  return {
    id: seededId(workspace, "job", client.name, role),
    name: role,
    client_company_name: client.name,
    client_company_id: client.id,
    job_status_name: isArchived ? "Closed" : "Open",
    location: CITIES[n % CITIES.length] ?? null,
    is_archived: isArchived,
    created_at: new Date(Date.UTC(2026, 0, 1 + n)).toISOString(),
    // Pipelines differ in length, and no two jobs share a stage id.
    pipeline_stages: STAGES.slice(0, 4 + (n % 4)).map((name) => ({
      id: seededId(workspace, "stage", client.name, role, name),
      name,
    })),
    // Every third is the first member's.
    team_member_ids: [seededId(workspace, "member", n % 3 === 0 ? "ines" : "tove")],
  };
}

function makeMember(workspace: string, first: string, last: string): TeamMember {
  const name = first.toLowerCase();
  return {
    id: seededId(workspace, "member", name),
    first_name: first,
    last_name: last,
    email: `${name}@firm.example`,
  };
}

function makeList(workspace: string, name: string): List {
  return {
    id: seededId(workspace, "list", name),
    name,
    list_type: "persons",
    is_archived: false,
    person_ids: [],
    created_at: "2026-02-01T09:00:00.000Z",
  };
}

function makePerson(workspace: string, name: string, slug: string, title: string, company: string): Person {
  const [first = name, ...rest] = name.split(" ");
  const linkedinUrl = `https://www.linkedin.com/in/${encodeURIComponent(slug)}`;
  return {
    id: seededId(workspace, "person", slug),
    name,
    first_name: first,
    last_name: rest.join(" "),
    linkedin_url: linkedinUrl,
    linkedin_public_id: publicIdOf(linkedinUrl),
    linkedin_headline: null,
    linkedin_location: null,
    current_job_title: title,
    current_company_name: company,
    external_source_id: null,
    emails: [{ contact_data_type: "work", value: `${slug.replace(/[^a-z]/g, "")}@mail.example` }],
    phones: [],
    enrich_record: null,
    created_at: "2026-03-01T09:00:00.000Z",
    updated_at: "2026-03-01T09:00:00.000Z",
  };
}

function seedCandidates(store: Store): void {
  store.persons.forEach((person, n) => {
    for (const job of store.jobs.slice(n * 3, n * 3 + 2)) store.addCandidate(person, job, true);
  });
}
