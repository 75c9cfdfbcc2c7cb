import { registerEnumType } from 'type-graphql'

/** On which days a series counts. */
export enum PopulationDateKind {
  NOVEMBER_1 = 'NOVEMBER_1',
  DECEMBER_31 = 'DECEMBER_31',
  MONTH_END = 'MONTH_END',
}

registerEnumType(PopulationDateKind, {
  name: 'PopulationDateKind',
  description: 'On which days a series of inhabitants counts.',
  valuesConfig: {
    NOVEMBER_1: { description: '1 November each year: what tax equalisation goes by.' },
    DECEMBER_31: { description: '31 December each year.' },
    MONTH_END: { description: 'The last day of each month.' },
  },
})
