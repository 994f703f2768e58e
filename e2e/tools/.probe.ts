import { loadGoldens, openGolden, copyPage, plain } from "/work/main/e2e/tools/golden.ts";
import { mutations, seededRandom } from "/work/main/e2e/tools/mutations.ts";
import { showsSlug } from "/work/main/e2e/tools/shows-slug.ts";
const t0=Date.now();
for (const set of ["own","shared"] as const) {
  const gs = loadGoldens(set); const blind: Record<string,string[]> = {}; const lost: Record<string,string[]>={}; const same: Record<string,number>={};
  const cost: Record<string,number>={};
  for (const g of gs) { const p = openGolden(g); if(g.answer.expected && !showsSlug(p,g)) console.log("no slug at all", g.name);
    mutations.forEach((m,i)=>{ const c=copyPage(g,p); const before=c.document.documentElement.outerHTML; const s=Date.now(); m.apply(c.document,{random:seededRandom(i+1),name:g.answer.expected?.name??null,slug:g.answer.expected?.public_id??null}); if(c.frameDocument) m.apply(c.frameDocument,{random:seededRandom(i+1),name:g.answer.expected?.name??null,slug:g.answer.expected?.public_id??null});
     cost[m.name]=(cost[m.name]??0)+Date.now()-s;
     if(c.document.documentElement.outerHTML===before) same[m.name]=(same[m.name]??0)+1;
     if(g.answer.expected){ if(!showsSlug(c,g)) (blind[m.name]??=[]).push(g.name);
      const body=plain((c.frameDocument??c.document).documentElement.textContent??""); for(const f of ["name","headline","linkedin_location"] as const){const v=g.answer.expected[f]; if(v&&!body.includes(plain(v))) (lost[m.name]??=[]).push(g.name+":"+f);} }
     c.close(); }); p.close(); }
  console.log(set,gs.length,"blind",blind,"lost",lost,"unchanged",same,cost); 
}
console.log(Date.now()-t0);
