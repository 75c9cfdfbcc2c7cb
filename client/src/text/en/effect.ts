/** What edits mean for every municipality, shown and said. */
export const effect = {
  title: 'Change against what is saved, kronor and kronor per inhabitant',
  short: 'Against saved:',
  none: 'no change',
  total: 'Total',
  units: 'Against saved, kr (kr/inh.)',
  difference: 'Rounding',
  all: 'Show all {n}',
  fewer: 'Show the largest',
  spoken: {
    line: '{name} {kronor} kronor, {way}; {shares}, sum of the line {sum}.',
    budget: '{name} {kronor} kronor, {way}; {shares}, sum of the budget {sum}.',
    shares: '{n} share changed | {n} shares changed',
    up: 'up {kronor}',
    down: 'down {kronor}',
    same: 'unchanged',
    minus: 'minus {kronor}',
    fault: 'The line cannot be calculated.',
    refused: 'Not saved. {where}: {reason} The sum of the budget is {sum} kronor.',
    refusedMany:
      '{n} change is not saved. The sum of the budget is {sum} kronor. | {n} changes are not saved. The sum of the budget is {sum} kronor.',
    kept: 'Your value is being saved instead.',
    taken: 'The other value counts. The sum of the budget is {sum} kronor.',
  },
}
