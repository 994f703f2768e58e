/** `navigator.locks`, exclusive and in order, which Node 20 does not have. */
export function createTestLocks() {
  const last = new Map<string, Promise<unknown>>();
  /** Held, or waited for. */
  const taken = new Map<string, number>();
  const take = (name: string, change: 1 | -1) => void taken.set(name, (taken.get(name) ?? 0) + change);

  function inTurn<T>(name: string, work: Work<T>): Promise<T> {
    take(name, 1);
    const turn = (last.get(name) ?? Promise.resolve())
      .then(() => work({ name }))
      .finally(() => take(name, -1));
    last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }

  return {
    async request<T>(name: string, ...rest: [Work<T>] | [{ ifAvailable: true }, Work<T>]): Promise<T> {
      if (rest.length === 1) return await inTurn(name, rest[0]);
      return await (taken.get(name) ? rest[1](null) : inTurn(name, rest[1]));
    },
  };
}

type Work<T> = (lock: { name: string } | null) => Promise<T>;
