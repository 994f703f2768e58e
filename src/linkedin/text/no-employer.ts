/**
 * What stands where an employer or a title stands, and is none. Whole texts only: "Stealth Startup" is no employer, "Stealth Marketing
 * GmbH" is one. Reports: a career break taken for a company, "Freelance" checked against the firm's clients.
 */
import { comparable } from "./text.ts";

/** One row a language or family of languages; as `comparable` spells words, accents do not matter. */
type Table = readonly string[];

/** Nobody works there, and what is named with it is no title: breaks, leave, a search for work, retirement. */
const BREAKS: Table = [
  "(on a |planned )?(career|work) (break|gap|pause)|(planned|on a|taking a) break|gap year|career transition|(in )?(career )?transition|between (jobs|roles|opportunities)|(on )?sabbatical( leave| year)?|(on )?(parental|maternity|paternity|family|medical|gardening|garden) leave|leave of absence|(full time |stay at home )(parent|parenting|mom|mum|dad|mother|father)|home ?maker|housewife|(full time |family )?caregiver|(currently )?(unemployed|not (employed|working))|out of work|job ?(seeker|seeking|search|hunting)|(actively |currently )?(looking|searching) for (work|a (new )?(job|role|position|opportunity)|(new )?opportunities|my next \\p{L}+)|(actively )?seeking (work|employment|(new )?opportunities)|open (to|for) (work|(new )?opportunities)|exploring (new )?opportunities|(semi |happily |now |fully )?retire[de]|retirement|in retirement|early retirement|pensioner|bereavement( leave)?|caregiving|health and well being|layoff position eliminated|personal goal pursuit|not currently (employed|working)|no employer|actively (looking|seeking|searching)",
  "karrierepause|(berufliche )?auszeit|sabbatjahr|(in )?elternzeit|mutterschutz|mutterschaftsurlaub|familienzeit|pflegezeit|haus(frau|mann)|(in )?(beruflicher? )?neuorientierung|arbeitslos|arbeits?suchend|(auf )?(job|arbeits)suche|auf der suche( nach( \\p{L}+){1,4})?|stellensuchend|(im )?(un)?ruhestand|rentner(in)?|in rente|pensioniert|pensionar(in)?|pensionist(in)?",
  "pause (de )?(carriere|professionnelle)|interruption de carriere|(en )?(annee|conge) (sabbatique|parental|(de )?(maternite|paternite))|(mere|pere|parent) au foyer|(en )?(reconversion|transition)( professionnelle)?|sans emploi|(au )?chomage|chomeu(r|se)|en disponibilite|en recherche active|(en |a la )?recherche( d emploi| d un emploi| de nouvelles opportunites)?|demandeu(r|se) d emploi|a l ecoute du marche|(jeune )?retraitee?( actif| active)?|((a la|en) )?retraite",
  "(pausa|descanso|interrupcion) (profesional|laboral|en (la|mi) carrera)|ano sabatico|(en )?excedencia|(baja|permiso|licencia) (por |de )?(maternal|maternidad|paternal|paternidad|parental)|am[ao] de casa|(en )?transicion( profesional)?|desemplead[oa]|desempleo|en paro|sin empleo|(en )?(busca|busqueda)( activa)?( de (empleo|trabajo|(nuevas )?oportunidades))?|buscando (empleo|trabajo|(nuevas )?oportunidades)|(pre)?jubilad[oa]|jubilacion|retirad[oa]|pensionad[oa]",
  "pausa (di carriera|lavorativa|professionale)|(anno|periodo) sabbatico|congedo (parentale|di (maternita|paternita))|(in )?maternita|casaling[ao]|disoccupat[oa]|inoccupat[oa]|(in cerca|alla ricerca) di (lavoro|occupazione|impiego|nuove opportunita)|pensionat[oa]|(in )?pensione",
  "loopbaan(onderbreking|pauze)|carrierepauze|sabbatsjaar|(ouderschaps|zwangerschaps|vaderschaps)verlof|huis(vrouw|man)|tussen (twee )?(banen|jobs)|werkloos|werkzoekende?|op zoek naar (werk|(een )?nieuwe uitdaging)|gepensioneerde?|met (vervroegd )?pensioen|pensioen",
  "(pausa|interrupcao) (na carreira|de carreira|profissional)|(ano|periodo) sabatico|licenca (de )?(maternidade|paternidade|parental)|dona de casa|do lar|(em )?transicao( de carreira)?|desempregad[oa]|sem emprego|(a procura|procurando|em busca|buscando)( de)? (emprego|trabalho|(novas )?oportunidades|recolocacao)|em recolocacao|aposentad[oa]|reformad[oa]|aposentadoria",
  "przerwa( (w karierze|zawodowa))?|(na )?urlop(ie)? (macierzynski|rodzicielski|wychowawczy|ojcowski|bezpłatny|macierzynskim|rodzicielskim|wychowawczym)|bezrobotn[ya]|(szukam|w poszukiwaniu|poszukuje) pracy|emeryt(ka|ura)?|na emeryturze",
  "キャリアブレイク|休職中?|育児休[業暇]中?|育休中?|産休中?|専業主[婦夫]|無職|求職中|転職活動中|就職活動中|離職中|(定年)?退職|引退|リタイア",
  "karriar(paus|uppehall)|tjanstledig|(foraldra|mamma|pappa)ledig|sabbatsar|arbetslos|arbetssokande|soker (nytt )?jobb|mellan jobb|pensionerad|pensionar|karrierepausen?|(pa )?(barsels?)?orlov|(pa )?barsel|foreldrepermisjon|permisjon|arbeidsledig|arbejdsløs|jobsøgende|jobbsøker|arbeidssøker|mell[eo]m job(s|ber)|pen[sj]+jonist|pensjonert|uratauko|vanhempainvapaa|aitiysloma|hoitovapaa|tyoton|tyonhakija|elakkeella|elakelainen",
  "karierni prestavka|(na )?(rodicovske|rodicovska|materske|materska) (dovolene|dovolenke|dovolena|dovolenka)|nezam[ei]stnan[ya]|hledam praci|hladam pracu|[vn]a? d[uo]ch?odku|duchod(ce|kyne)|dochodca|karrierszunet|gyes|gyed|allaskereso|munkanelkuli|nyugdijas|pauza (de|in) cariera|concediu (de maternitate|parental)|șomer(a)?|in cautare( de|a unui) loc de munca|pensionara?|kariyer (arası|molası)|doğum izni|issiz|is arıyor(um)?|is arayan|emekli|διακοπη καριερας|αδεια μητροτητας|γονικη αδεια|ανεργ(ος|η)|συνταξιουχος",
  "(карьерная пауза|перерыв в карьере)|(в )?декрет(ный отпуск)?|отпуск по уходу за ребенком|(временно )?(безработн(ый|ая)|не работаю)|в поиске( работы)?|ищу работу|(на )?пенси(и|я)|пенсионер(ка)?|безробітн(ий|а)|шукаю роботу|на пенсії|пенсіонер(ка)?",
  "(职业)?(空窗|休整)期|间隔年|育儿假|产假|全职(妈妈|爸爸)|待业中?|失业|求职中|(已)?退休|離職中|待業中?|育嬰假|全職媽媽|경력 ?(단절|휴식기?|중단)|휴직( ?중)?|육아 ?휴직( ?중)?|출산휴가|안식년|구직 ?중|무직|은퇴|(정년)?퇴직",
  "(استراحة|انقطاع) مهنية?|إجازة أمومة|عاطل عن العمل|(ا|أ)بحث عن عمل|باحث عن عمل|متقاعدة?|הפסקה בקריירה|חופשת לידה|מובטלת?|מחפשת? עבודה|בין עבודות|פנסיונר(ית)?|גמלאית?|बेरोज़गार|सेवानिवृत्त|jeda karier|pengangguran|(sedang )?mencari (pe)?kerja(an)?|pensiun(an)?|pesara|bersara|thất nghiệp|đang tìm việc|(đã )?nghỉ hưu|ว่างงาน|กำลังหางาน|เกษียณ(อายุ)?",
];

/** There is work or study, but nobody who employs, or nobody who is named. What is named with it can be a title. */
const UNNAMED: Table = [
  "free ?lanc(e|er|ing)( (consult(ant|ing)|contractor|work|projects|self employed))?|(freelance )?self ?employ(ed|ment)( (freelanc(e|er)|consultant|contractor|professional))?|(my )?own (business|company|account)|sole (trader|proprietor(ship)?)|independent( (consult(ant|ing)|contract(or|ing)|professional|advisor))?|contractor|private (clients?|household|individuals?|practice)|portfolio career|(various|multiple|several|different)( (companies|clients|organi[sz]ations|start ?ups|employers))?|personal projects?|side projects?|(company |private and )?confidential( (company|client|employer|start ?up))?|name withheld|(not |un)disclosed( company)?|anonymous|under nda|nda|((ai|fintech|in) )?stealth( (mode|ai))?( (start ?up|company|venture))?( company| stealth)?|(early stage )?stealth start ?up|start ?up (in )?stealth( mode)?|building in stealth( mode)?|strictly confidential|myself|private company|nil|tbc|(medical|law|nursing|engineering) student|stealth (ai|fintech|saas|biotech) start ?up|tb[ad]|to be announced|n a|none|not applicable|no company|unknown|((full time|graduate|undergraduate|phd|mba|university|college|masters?|high school|exchange|recent) )?(student|graduate)",
  "freiberuflich(e tatigkeit)?|freiberufler( ?in)?|(freie|selb(st)?standige)r? ((unternehmens)?berater|trainer|coach)( ?in)?|freie mitarbeit|freier? mitarbeiter(in)?|freischaffende?r?|selb(st)?standig(e|er|keit)?|einzelunternehme(r|rin|n)|(eigenes unternehmen|eigene firma)|(diverse|verschiedene)( (unternehmen|kunden|auftraggeber|firmen))?|vertraulich|nicht genannt|(ohne|keine) angaben?|(werk|vollzeit)?student( ?in)?|studierender?|schuler(in)?",
  "(en )?free ?lance( independante?)?|(travailleu(r|se)|consultante?|travail)? ?independante?|(auto|micro) ?entrepr(eneur|eneuse|ise)|a (mon|son) compte|profession liberale|(en )?liberal|entreprise individuelle|(diverses|plusieurs) (entreprises|societes)|particuliers?|(entreprise |societe )?confidentiel(le)?|non (communique|precise)|aucune?|(jeune )?(etudiante?( e)?|diplomee?)",
  "autonom[oa]|(por )?cuenta propia|(trabajador[a]?|trabajo|profesional|consultora?) (autonom[oa]|independiente)|independiente|(empresa|negocio) propi[ao]|emprendimiento propio|(varias empresas|varios clientes|varios)|(empresa )?confidencial|anonim[oa]|ningun[oa]|sin empresa|no aplica|estudiante( universitari[oa])?",
  "consulente free ?lance|liber[oa] professionist[ai]|libera professione|lavor(o|atore|atrice) (autonom[oa]|in proprio)|in proprio|partita iva|(consulente )?indipendente|ditta individuale|privat[oi]|varie( aziende)?|vari clienti|(azienda )?riservat[oa]|confidenziale|nessun[oa]|student(e|essa)( universitari[oa])?|neolaureat[oa]",
  "(als )?zelfstandige?( (ondernemer|professional|consultant))?|zzp( ?er)?|eigen (bedrijf|zaak)|eenmanszaak|(diverse|verschillende)( (bedrijven|opdrachtgevers|klanten))?|vertrouwelijk|geen|n v t|studente",
  "(profissional |trabalhador[a]? |trabalho )?(autonom[oa]|independente)|(por )?conta propria|recibos verdes|profissional liberal|(empresa|negocio) propri[ao]|(varias|diversas)( empresas)?|varios clientes|nenhum[a]?|nao se aplica|estudante( universitari[oa])?",
  "wolny strzelec|freelancerka|samozatrudni(enie|ony|ona)|(własna |jednoosobowa )?działalnosc( własna)?( gospodarcza)?|jdg|własna firma|niezalezny( konsultant)?|rozne( firmy)?|klienci prywatni|(firma )?poufn[ae]|brak|nie dotyczy|studentka|ucze(n|nnica)",
  "フリーランス|フリーランサー|個人事業主?|自営業?|(社名|企業名)?非公開|匿名|(大学院?|高校)?学生?|(大学|大学院|高校|専門学校)生|なし",
  "frilans(are|er)?|egenforetagare|(eget foretag|egen firma)|enskild (firma|naringsidkare)|konfidentiellt?|(diverse|olika) (foretag|kunder)|studerande|selvstendig( næringsdrivende)?|selvstændig( (erhvervsdrivende|konsulent))?|egen virksomhed|(enkeltmandsvirksomhed|enkeltpersonforetak)|eget firma|fortroligt?|konfidensielt|studerende|yrittaja|toiminimi(yrittaja)?|oma yritys|luottamuksellinen|opiskelija",
  "osvc|szco|na vol(ne|nej) no(ze|he)|zivnostn(ik|ice)|(du|do)verne|szabaduszo|egyeni vallalkozo?(as)?|sajat vallalkozas|bizalmas|hallgato|diak|pfa|persoana fizica autorizata|confidential|studenta|serbest( calısan| meslek)?|kendi isim|bagımsız( danısman)?|gizli|ogrenci|ελευθερ(ος|η) επαγγελματιας|αυτοαπασχολουμεν(ος|η)|εμπιστευτικο|φοιτητ(ης|ρια)",
  "фриланс(ер)?|самозанят(ый|ая|ость)|ип|индивидуальный предприниматель|(свой|собственный) бизнес|частная практика|(разные|частные) (компании|клиенты)|конфиденциально|студент(ка)?|самозайнят(ий|а)|фоп|фріланс(ер)?|конфіденційно",
  "自由职业者?|自雇|个体(户|经营者?)|独立顾问|(公司)?保密|无|(在读)?学生|自由工作者|自僱|個體戶|學生|프리랜서|자영업자?|개인 ?사업자?|비공개|(대학원?)?생|(대)?학생|대학원생",
  "(عمل|أعمال) حرة?|فري ?لانس(ر)?|مستقل|لحسابي الخاص|سري|طالبة?|עצמאית?|פרילנס(ר(ית)?)?|חסוי|סטודנט(ית)?|फ्रीलांसर|स्वरोज़गार|pekerja lepas|wira(swasta|usaha)|bekerja sendiri|rahasia|(maha)?siswa|mahasiswi|tự do|làm việc tự do|tự kinh doanh|bảo mật|sinh viên|ฟรีแลนซ์|อาชีพอิสระ|ธุรกิจส่วนตัว|นักศึกษา",
];

function withoutAccents(text: string): string {
  // Composed again: a Hangul syllable is one letter, as "자?" means it.
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

const patterns = new Map<Table, RegExp>();

/** Built at its first use: most pages need each once. */
function patternOf(table: Table): RegExp {
  const known = patterns.get(table);
  if (known) return known;
  const pattern = new RegExp(`^(?:${withoutAccents(table.join("|"))})$`, "u");
  patterns.set(table, pattern);
  return pattern;
}

/** A kind of employment behind it does not make it one: "Self-employed · Full-time", "Freelance (Self-employed)". */
function isIn(table: Table, text: string): boolean {
  const [beforeKind = ""] = text.split(/\s+[·•|–—-]\s+|[([（]/, 1);
  const isOne = (one: string) => one.length <= 60 && patternOf(table).test(withoutAccents(comparable(one)));
  const choices = text.slice(0, 120).split("/");
  return isOne(text) || isOne(beforeKind) || (choices.length > 1 && choices.every(isOne));
}

/** A career break, parental leave, retirement, a search for work: no employer, and no title either. */
export function isBreak(text: string): boolean {
  return isIn(BREAKS, text);
}

/** Stands where an employer stands, and is none: never a company, never checked against clients. */
export function isNoEmployer(text: string): boolean {
  return isIn(UNNAMED, text) || isBreak(text);
}
