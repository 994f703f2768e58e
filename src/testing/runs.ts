/** How often a property is tried: `npm run test:nightly` sets STARDEX_RUNS to try each more often. */
export function runs(usual: number): number {
  return usual * Number(process.env.STARDEX_RUNS ?? 1);
}
