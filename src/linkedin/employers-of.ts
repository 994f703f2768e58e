import type { ProfileReading } from "./reading.ts";

/** Every current employer on the page, guesses included, the chosen role's first. `url` of the company's page. */
export function employersOf({
  companyName,
  companyUrl,
  currentRoles,
}: Pick<ProfileReading, "companyName" | "companyUrl" | "currentRoles">): {
  name: string;
  url: string | null;
}[] {
  const first = companyName ? [{ name: companyName.value, url: companyUrl }] : [];
  const roles = currentRoles.flatMap((role) =>
    role.companyName ? [{ name: role.companyName, url: role.companyUrl }] : [],
  );
  return [...first, ...roles.filter(({ name }) => name !== companyName?.value)];
}
