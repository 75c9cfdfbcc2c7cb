import { registerEnumType } from 'type-graphql'

/** What a file does not tell of itself. */
export enum PopulationQuestion {
  DATE_KIND = 'DATE_KIND',
  DATE = 'DATE',
}

registerEnumType(PopulationQuestion, {
  name: 'PopulationQuestion',
  description: 'What must be told before the figures of a file can be read: it is never guessed.',
  valuesConfig: {
    DATE_KIND: { description: 'On which days the series counts: give `dateKind`.' },
    DATE: { description: 'Of which day the figures are: give `on`.' },
  },
})
