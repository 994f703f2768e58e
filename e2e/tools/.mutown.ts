import { loadGoldens } from "/work/main/e2e/tools/golden.ts";
import { singleRuns, threeRuns, barFaults } from "/work/main/e2e/tools/score.ts";
const t=Date.now(); const g=loadGoldens("own");
const r=[...await singleRuns(g,+(process.argv[2]??1)), ...await threeRuns(g,+(process.argv[2]??1),+(process.argv[3]??2))];
for(const x of r) console.log(x.name.padEnd(22), Object.entries(x.tally.fields).map(([k,v])=>`${k.slice(0,8)} ${v.ok}/${v.missing}/${v.wrong}`).join('  '), x.tally.refusedRightly, x.tally.phantoms);
console.log(r.flatMap(x=>x.tally.faultNotes).join('\n')); console.log(r.flatMap(barFaults).join('\n')); console.log(Date.now()-t,'ms');
