/** Faults the sandbox plays on request, to prove that nothing is lost or doubled under them. */

/** What an answer is replaced with. With `stored` the API does its work first: only its answer is lost. */
interface Spoiled {
  stored?: boolean;
  /** Ms after the answer, of a gateway, until the API behind it has done its work all the same. */
  storesAfter?: number;
}

export type Fault =
  | { kind: "delay"; ms: number }
  /** The connection breaks and nothing was stored. */
  | { kind: "drop_before_storing" }
  /** The record is stored, the connection breaks before the answer: a lost answer. */
  | { kind: "drop_after_storing" }
  | (Spoiled & {
      kind: "status";
      status: number;
      envelope: "A" | "B";
      code?: string;
      message?: string;
      headers?: Record<string, string>;
    })
  | (Spoiled & { kind: "html"; status: number })
  | (Spoiled & { kind: "empty"; status: number })
  /** This very text as a JSON answer. */
  | (Spoiled & { kind: "raw"; status: number; body: string; headers?: Record<string, string> })
  /** Half of the real answer. */
  | { kind: "truncated" }
  | (Spoiled & { kind: "never_answer" })
  /** Waits for the promise: before anything is stored, or with `stored` between storing and answering. */
  | (Spoiled & { kind: "hold"; until: Promise<unknown> });

export interface FaultRule {
  /** Any method when left out. */
  method?: string;
  /** The exact path, or a pattern; any path when left out. */
  path?: string | RegExp;
  /** What the body, as it was sent, must hold; any body when left out. */
  body?: string;
  /** How many matching requests meet the fault: 1 when left out. */
  times?: number;
  /** How many matching requests pass before the first meets it: 0 when left out. */
  after?: number;
  fault: Fault;
}

export class Faults {
  #rules: { rule: FaultRule; passes: number; left: number }[] = [];

  add(rule: FaultRule): void {
    this.#rules.push({ rule, passes: rule.after ?? 0, left: rule.times ?? 1 });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The fault this request meets, of the first rule that matches and is not used up. */
  take(method: string, path: string, body: string): Fault | undefined {
    const found = this.#rules.find(({ rule, left }) => left > 0 && matches(rule, method, path, body));
    if (!found) return undefined;
    if (found.passes > 0) {
      found.passes -= 1;
      return undefined;
    }
    found.left -= 1;
    return found.rule.fault;
  }
}

function matches(rule: FaultRule, method: string, path: string, body: string): boolean {
  if (rule.method !== undefined && rule.method !== method) return false;
  if (rule.body !== undefined && !body.includes(rule.body)) return false;
  if (rule.path === undefined) return true;
  return typeof rule.path === "string" ? rule.path === path : rule.path.test(path);
}
