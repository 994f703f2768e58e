import type { Behavior } from "../behavior.ts";
import type { Activity, Person } from "../records.ts";
import type { Store } from "../store.ts";
import { bodyOf, notFound, ok, page, refuseAsPlayed, toldTime } from "./answers.ts";
import type { ActivityBody } from "./bodies.ts";
import { type ApiApp, storeOf } from "./state.ts";

/** Stardex's own, and one that the firm has added. */
const ACTIVITY_TYPES = [
  "secondary_note",
  "meeting_note",
  "meeting_transcript",
  "email",
  "interview_note",
  "linkedin_message",
  "linkedin_message_response",
  "text_message",
  "candidate_summary",
  "call_note",
  "board_call",
];

/** The timeline, what is written on it, and who writes. */
export function activityRoutes(app: ApiApp): void {
  app.get("/v1/person-activities/types", (c) => {
    const isText = c.get("state").behavior.typeRow === "text";
    return ok(c, isText ? ACTIVITY_TYPES : ACTIVITY_TYPES.map((name) => ({ id: name, name })));
  });

  app.post("/v1/person-activities", async (c) => {
    const body = await bodyOf<ActivityBody>(c);
    const store = storeOf(c);
    if (!body.person_id && !body.linkedin_url && !body.email)
      return refuseAsPlayed(
        c,
        400,
        "VALIDATION_ERROR",
        "One of person_id, linkedin_url or email is required",
      );
    if (!ACTIVITY_TYPES.includes(body.activity_type))
      return refuseAsPlayed(c, 400, "VALIDATION_ERROR", "body/activity_type is not a known activity type");
    const person =
      (body.person_id && store.person(body.person_id)) ||
      (body.linkedin_url && store.personByUrl(body.linkedin_url)) ||
      (body.email && store.personByEmail(body.email));
    if (!person) return notFound(c, "Person");
    const activity = store.addActivity(person, body.activity_type, body.activity_content);
    return ok(c, activity, c.get("state").behavior.createdStatus);
  });

  app.get("/v1/persons/:id/activities", (c) => {
    const { behavior } = c.get("state");
    const store = storeOf(c);
    const person = store.person(c.req.param("id"));
    if (!person) return notFound(c, "Person");
    if (behavior.timeline === "forbidden") return refuseAsPlayed(c, 403, "FORBIDDEN", "Not permitted");
    const shown = timelineOf(store, person, behavior);
    const { limit, offset } = c.req.query();
    return page(c, shown, { limit: Number(limit ?? 20), offset: Number(offset ?? 0) });
  });

  app.get("/v1/team-members", (c) => {
    const { memberRow } = c.get("state").behavior;
    const rows = storeOf(c).members.map(({ id, first_name, last_name, email }) => {
      if (memberRow === "name") return { id, name: `${first_name} ${last_name}` };
      if (memberRow === "team_member") return { team_member_id: id, email, first_name, last_name };
      return { id, first_name, last_name, image_url: null };
    });
    return ok(c, rows);
  });
}

/** As it is played. */
export function timelineOf(store: Store, person: Person, behavior: Behavior) {
  const { timeline, timelineDelay, timelineOrder, timelineCut } = behavior;
  if (timeline === "empty") return [];
  const isShown = ({ created_at }: Activity) => store.clock.now() - Date.parse(created_at) >= timelineDelay;
  const shown = store.activitiesOf(person.id).filter(isShown);
  const rows = timelineOrder === "oldest_first" ? shown : shown.toReversed();
  const cut = (text: string) =>
    timelineCut > 0 && text.length > timelineCut ? `${text.slice(0, timelineCut)}…` : text;
  return rows.map((one) => {
    const member = store.members.find(({ id }) => id === one.team_member_id);
    const job = one.job_id === null ? undefined : store.job(one.job_id);
    return {
      id: one.id,
      activity_type: one.activity_type,
      created_at: toldTime(one.created_at, behavior),
      activity_content: cut(timeline === "html" ? asHtml(one.activity_content) : one.activity_content),
      team_member: member ? { id: member.id, name: `${member.first_name} ${member.last_name}` } : null,
      job: job ? { id: job.id, title: job.name, company_name: job.client_company_name } : null,
      ...(one.subject !== null && { email_details: { subject: one.subject, status: "sent" } }),
    };
  });
}

function asHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<p>${escaped.replaceAll("\n", "<br>")}</p>`;
}
