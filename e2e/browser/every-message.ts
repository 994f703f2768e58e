import type * as z from "zod/mini";
import { protocol } from "../../src/protocol/messages.ts";

/** For every string in the protocol, one of these passes its checks. */
const STRINGS = ["x", "https://www.linkedin.com/in/mara-lindqvist-5b81", "mara@mail.example"];

/** Every message of the protocol as our own pages might send it, with a forged sender. */
export function everyMessage(extensionId: string) {
  const origin = `chrome-extension://${extensionId}`;
  return Object.entries(protocol).map(([type, schemas]) => ({
    type,
    request: sampleOf(schemas().request),
    sender: { id: extensionId, url: `${origin}/src/popup/popup.html`, origin },
  }));
}

/** A value that the schema accepts, every optional part filled in: so that new messages are tried by themselves. */
function sampleOf(schema: z.ZodMiniType): unknown {
  const value = valueFor(schema);
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`No sample fits the schema: ${JSON.stringify(result.error.issues)}`);
  return value;
}

function valueFor(schema: z.ZodMiniType): unknown {
  // The library's types of a schema's parts hold only the kind.
  const def = schema._zod.def as { type: string } & Record<string, never>;
  switch (def.type) {
    case "object":
      return Object.fromEntries(
        Object.entries<z.ZodMiniType>(def.shape ?? {}).map(([name, part]) => [name, valueFor(part)]),
      );
    case "optional":
    case "nullable":
      return valueFor(def.innerType as never);
    case "lazy":
      return valueFor((def.getter as unknown as () => z.ZodMiniType)());
    case "array":
      return [valueFor(def.element as never)];
    case "union":
      return valueFor(def.options?.[0] as never);
    case "literal":
      return def.values?.[0];
    case "enum":
      return Object.values(def.entries ?? {})[0];
    case "string":
      return STRINGS.find((text) => schema.safeParse(text).success);
    case "number":
      return 1;
    case "boolean":
      return true;
    default:
      throw new Error(`No sample is known for a ${def.type}`);
  }
}
