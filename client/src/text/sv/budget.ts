/** The sheet. */
export const budget = {
  title: 'Budget',
  sheet: 'Budgetark {year} för {service}',
  notFoundTitle: 'Budgeten finns inte',
  notFoundText: 'Samverkan {slug} har ingen budget för {year}.',
  toBudgets: 'Till budgetarna',
  total: 'Summa',
  totalOf: '{amount} kr',
  splitBy: 'Fördelas efter {key}',
  state: { DRAFT: 'Utkast', OPEN: 'Beslutad, öppen', LOCKED: 'Låst' },
  locked: 'Budgeten är låst. Siffrorna kan läsas och förklaras men inte ändras.',
  emptyTitle: 'Budgeten har inga rader än',
  emptyText: 'Lägg till den första raden, så räknas varje kommuns andel medan du skriver.',
  cannotCalculate: 'Budgeten kan inte räknas om: {reason}',

  row: {
    population: 'Invånare {date}',
    noPopulation: 'Invånare',
    share: 'Andel enligt nyckeln',
    sum: 'Summa',
    perInhabitant: 'Kronor per invånare',
    change: 'Ändring mot sparat',
    unnamed: 'Rad {number}',
  },

  /** The same where there is little room. */
  shortRow: {
    population: 'Invånare',
    share: 'Andel',
    sum: 'Summa',
    perInhabitant: 'Kr/invånare',
    change: 'Ändring',
  },

  column: {
    number: 'Rad',
    section: 'Avsnitt',
    description: 'Benämning',
    workload: 'Tjänster',
    months: 'Mån',
    monthlyCost: 'Kr/mån',
    amount: 'Belopp, kr',
    keyId: 'Nyckel',
    moneySource: 'Medel',
    kind: 'Typ',
    note: 'Anteckning',
    decision: 'Beslut',
    difference: 'Avrundning',
  },

  hint: {
    workload: 'Antal tjänster: 1 är en heltid. Det går också att skriva 75 %.',
    months: 'Månader under året, 0 till 12',
    monthlyCost: 'Kostnad för en heltid i en månad. Med den räknas beloppet fram.',
    amount: 'Belopp i kronor. Skriv minus framför en återbetalning.',
    kind: 'En intäkt dras av, vilket tecken den än skrivs med.',
    difference: 'Det som blir över när varje andel avrundas för sig',
    population: 'Skriv för att rätta. Du får ange källan, och den gamla uppgiften sparas.',
  },

  kind: { COST: 'Kostnad', REVENUE: 'Intäkt' },
  moneySource: { NEW_MONEY: 'Nya medel', WITHIN_FRAME: 'Inom ram' },
  moneySourceLong: {
    NEW_MONEY: 'Nya medel: tilläggsanslag',
    WITHIN_FRAME: 'Inom ordinarie budgetram',
  },

  cell: {
    notPartOf: '– deltar ej',
    notPartOfTitle: '{name} deltar inte i raden. Det är något annat än en andel på noll.',
    calculated: 'Räknas fram: {workload} tjänster × {months} mån × {monthlyCost} kr',
    noWorkload: 'Räknas som 0 tjänster tills något skrivs',
    noMonths: 'Räknas som 0 månader tills något skrivs',
    notUsedWithoutMonthlyCost: 'Räknas inte: raden saknar kostnad per månad',
    missing: 'saknas',
    fault: 'kan ej räknas',
    source: '{quality}. Källa: {source}',
    revision: 'Rättad, version {revision}',
    noted: 'Anteckning: {note}',
    decided: 'Beslut: {decision}',
    leftOut: 'Undantagna: {names}',
  },

  quality: {
    PUBLISHED: 'Publicerad',
    DERIVED: 'Härledd',
    SECONDARY: 'Andrahandskälla',
    CORRECTED: 'Rättad',
  },

  number: {
    EMPTY: 'Skriv ett tal.',
    NO_NUMBER: '”{text}” är inget tal. Skriv siffror, till exempel 6 eller 12 600,50.',
    GROUPS: '”{text}” har mellanrum eller tecken på fel plats.',
    AMBIGUOUS:
      '”{text}” kan läsas som {first} eller som {second}. Skriv tusental med mellanslag och decimaler med komma.',
    UNIT: '”{text}” har en annan enhet än cellen.',
    DECIMALS: '”{text}” har för många decimaler; här får plats med högst {places}.',
    TOO_LARGE: '”{text}” är för stort.',
  },

  tool: {
    label: 'Verktyg för arket',
    add: 'Ny rad',
    addLast: 'Lägg till en rad sist',
    remove: 'Ta bort raden',
    up: 'Flytta upp raden',
    down: 'Flytta ned raden',
    participants: 'Vilka deltar i raden',
    key: 'Ändra nyckel',
    why: 'Varför detta belopp?',
    details: 'Typ, anteckning och beslut',
    detailsShort: 'Anteckningar',
    line: 'Rad {number}: {name}',
    copyLink: 'Kopiera länk till cellen',
    linkCopied: 'Länken är kopierad.',
    noLine: 'Ingen rad vald',
  },

  remove: {
    title: 'Ta bort raden? | Ta bort {n} rader?',
    text: '”{name}” tas bort för alla. Belopp: {amount} kr. | De tas bort för alla. Belopp tillsammans: {amount} kr.',
    confirm: 'Ta bort',
  },

  participants: {
    title: 'Vilka deltar i raden',
    description: 'En kommun som inte deltar bär inget av raden. De övriga delar på hela beloppet.',
    takesPart: 'Deltar',
    confirm: 'Spara',
    nobody: 'Minst en kommun måste delta.',
  },

  population: {
    title: 'Rätta invånarantal',
    description:
      '{name}, {date}. Den gamla uppgiften sparas, och budgetar som använder datumet räknas om.',
    before: 'Tidigare uppgift',
    none: 'ingen',
    after: 'Ny uppgift',
    source: 'Källa',
    sourceHint: 'Varifrån kommer uppgiften? Till exempel SCB, tabell och hämtningsdatum.',
    note: 'Varför den rättas',
    others:
      'En annan budget använder uppgiften och räknas också om: {budgets}. | {n} andra budgetar använder uppgiften och räknas också om: {budgets}.',
    confirm: 'Rätta',
  },

  save: {
    label: 'Läge',
    saved: 'Allt är sparat',
    savedAt: 'Sparat {time}',
    editing: 'Skrivs …',
    saving: 'Sparar …',
    offline: 'Ingen kontakt. {n} ändring väntar. | Ingen kontakt. {n} ändringar väntar.',
    failed: 'Servern fick fel. {n} ändring väntar. | Servern fick fel. {n} ändringar väntar.',
    signedOut: 'Du är utloggad. {n} ändring väntar. | Du är utloggad. {n} ändringar väntar.',
    held: '{n} ej sparad | {n} ej sparade',
    now: 'Försök nu',
    show: 'Visa',
    keptHere: 'Det du skrivit finns kvar i den här webbläsaren.',
  },

  held: {
    title: 'Ej sparat',
    description:
      'Det här räknas inte förrän det är rättat. Inget du skrivit försvinner av sig självt.',
    place: '{row}, {column}',
    typed: 'Du skrev',
    revert: 'Återställ',
    correct: 'Rätta i cellen',
    again: 'Försök igen',
    conflict: '{by} ändrade cellen {at}.',
    empty: 'tomt',
    keys: 'Enter: till valen. Esc: ta tillbaka.',
    gone: 'Raden finns inte längre.',
    edit: {
      addLine: 'Ny rad',
      removeLine: 'Borttagning av raden',
      restoreLine: 'Återställning av raden',
      moveLine: 'Flytt av raden',
      setPopulation: 'Invånarantal',
      setKey: 'Ändring av nyckeln',
      addKey: 'Ny nyckel',
      removeKey: 'Borttagning av nyckeln',
    },
  },

  spoken: {
    linesAdded: 'Rad {number} lades till. | {n} rader lades till.',
    linesRemoved: 'Raden togs bort. | {n} rader togs bort.',
    lineMoved: 'Raden är nu rad {number}.',
  },

  grid: {
    noRowsToShow: 'Inga rader',
    loadingOoo: 'Hämtar …',
  },
}
