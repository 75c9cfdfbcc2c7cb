/** What others do in a sheet, and where they are. */
export const live = {
  here: 'I budgeten just nu',
  more: '+{n}',
  moreLabel: '{n} till är här | {n} till är här',
  at: '{name}, {place}',
  atHere: '{name} är här',
  typing: '{name} skriver …',
  typingAt: '{name} skriver i {place}',
  alsoTyping: '{name} skriver också i den här cellen. Den som sparar sist får välja värde.',
  changedBy: 'Nyss ändrad av {name}',
  cellsBy: '{name} · {n} celler',

  column: {
    section: 'avsnitt',
    description: 'benämning',
    workload: 'tjänster',
    months: 'månader',
    monthlyCost: 'månadskostnad',
    amount: 'belopp',
    keyId: 'nyckel',
    moneySource: 'medel',
    kind: 'typ',
    note: 'anteckning',
    decision: 'beslut',
  },
  place: {
    cell: '{column} på rad {number}',
    population: 'invånarantalet för {name}',
  },

  told: {
    sentence: '{name} {what}.',
    and: ' och ',
    cell: 'ändrade {place}',
    cells: 'ändrade {n} cell | ändrade {n} celler',
    lineAdded: 'lade till rad {number}: {line}',
    linesAdded: 'lade till {n} rad | lade till {n} rader',
    lineRemoved: 'tog bort raden ”{line}”',
    linesRemoved: 'tog bort {n} rad | tog bort {n} rader',
    moved: 'flyttade rader',
    other: 'ändrade det som budgeten bygger på',
  },

  line: {
    live: 'Andras ändringar syns direkt',
    away: 'Ingen direktkontakt – dina ändringar sparas ändå',
  },
  rightsChanged: 'Din behörighet har ändrats. {what}',
  mayAll: 'Du kan nu ändra i budgeten.',
}
