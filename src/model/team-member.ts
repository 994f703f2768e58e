import * as z from "zod/mini";

/** A member of the firm. No call says whose a key is: the user says once who of them it is. */
export const teamMemberSchema = z.object({ id: z.string(), name: z.string() });
export type TeamMember = z.infer<typeof teamMemberSchema>;
