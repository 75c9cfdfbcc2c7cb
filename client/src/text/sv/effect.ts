/** What edits mean for every municipality, shown and said. */
export const effect = {
  title: 'Ändring mot sparat, kronor och kronor per invånare',
  short: 'Mot sparat:',
  none: 'ingen ändring',
  total: 'Totalt',
  units: 'Mot sparat, kr (kr/inv.)',
  difference: 'Avrundning',
  all: 'Visa alla {n}',
  fewer: 'Visa de största',
  spoken: {
    line: '{name} {kronor} kronor, {way}; {shares}, radens summa {sum}.',
    budget: '{name} {kronor} kronor, {way}; {shares}, budgetens summa {sum}.',
    shares: '{n} andel ändrad | {n} andelar ändrade',
    up: 'upp {kronor}',
    down: 'ned {kronor}',
    same: 'oförändrat',
    minus: 'minus {kronor}',
    fault: 'Raden kan inte räknas.',
    refused: 'Inte sparat. {where}: {reason} Budgetens summa är {sum} kronor.',
    refusedMany:
      '{n} ändring är inte sparad. Budgetens summa är {sum} kronor. | {n} ändringar är inte sparade. Budgetens summa är {sum} kronor.',
    kept: 'Ditt värde sparas i stället.',
    taken: 'Det andra värdet gäller. Budgetens summa är {sum} kronor.',
  },
}
