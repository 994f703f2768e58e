import type { Activity } from "../records.ts";
import { bodyOf, notFound, ok, page, refuseAsPlayed } from "./answers.ts";
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

const MEMBERS = [
  { id: "member-ines", first_name: "Ines", last_name: "Maro", email: "ines@firm.example" },
  { id: "member-tove", first_name: "Tove", last_name: "Aasen", email: "tove@firm.example" },
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
    const { timeline, timelineDelay } = c.get("state").behavior;
    const store = storeOf(c);
    if (!store.person(c.req.param("id"))) return notFound(c, "Person");
    if (timeline === "forbidden") return refuseAsPlayed(c, 403, "FORBIDDEN", "Not permitted");
    const isShown = ({ created_at }: Activity) => Date.now() - Date.parse(created_at) >= timelineDelay;
    const rows = store.activitiesOf(c.req.param("id")).filter((one) => timeline !== "empty" && isShown(one));
    const shown = rows.toReversed().map((one) => ({
      ...one,
      activity_content: timeline === "html" ? asHtml(one.activity_content) : one.activity_content,
      team_member: { id: "member-ines", name: "Ines Maro" },
      job: null,
    }));
    const { limit, offset } = c.req.query();
    return page(c, shown, { limit: Number(limit ?? 20), offset: Number(offset ?? 0) });
  });

  app.get("/v1/team-members", (c) => {
    const { memberRow } = c.get("state").behavior;
    const rows = MEMBERS.map(({ id, first_name, last_name, email }) => {
      if (memberRow === "name") return { id, name: `${first_name} ${last_name}` };
      if (memberRow === "team_member") return { team_member_id: id, email, first_name, last_name };
      return { id, first_name, last_name, image_url: null };
    });
    return ok(c, rows);
  });
}

function asHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<p>${escaped.replaceAll("\n", "<br>")}</p>`;
}
