import { registerEnumType } from 'type-graphql'

/** GraphQL enums for the key's closed lists; the values are those of `@andel/schema/allocation`. */
export enum BasisKindType {
  POPULATION = 'POPULATION',
  EQUAL = 'EQUAL',
  FIXED = 'FIXED',
  USE = 'USE',
}

registerEnumType(BasisKindType, {
  name: 'BasisKind',
  description: 'What shares are weighed by.',
  valuesConfig: {
    POPULATION: { description: 'Inhabitants at a reference date.' },
    EQUAL: { description: 'Everybody alike.' },
    FIXED: { description: 'Agreed percentages.' },
    USE: { description: 'Measured use over a period, e.g. placements.' },
  },
})

export enum ShareStepType {
  NONE = 'NONE',
  ONE = 'ONE',
  TENTH = 'TENTH',
  HUNDREDTH = 'HUNDREDTH',
}

registerEnumType(ShareStepType, {
  name: 'ShareStep',
  description: 'The step to which shares are rounded before the amount is split.',
  valuesConfig: {
    NONE: { description: 'Shares are exact.' },
    ONE: { description: '1 %.' },
    TENTH: { description: '0.1 %.' },
    HUNDREDTH: { description: '0.01 %.' },
  },
})

export enum AmountStepType {
  ORE = 'ORE',
  KRONA = 'KRONA',
  TEN = 'TEN',
  HUNDRED = 'HUNDRED',
  THOUSAND = 'THOUSAND',
}

registerEnumType(AmountStepType, {
  name: 'AmountStep',
  description: 'The step to which amounts are rounded.',
  valuesConfig: {
    ORE: { description: '1 öre.' },
    KRONA: { description: '1 krona.' },
    TEN: { description: '10 kronor.' },
    HUNDRED: { description: '100 kronor.' },
    THOUSAND: { description: '1 000 kronor.' },
  },
})

export enum ResidualRuleType {
  LARGEST_REMAINDER = 'LARGEST_REMAINDER',
  LARGEST_SHARE = 'LARGEST_SHARE',
  NAMED = 'NAMED',
  EACH_ALONE = 'EACH_ALONE',
}

registerEnumType(ResidualRuleType, {
  name: 'ResidualRule',
  description: 'Who bears what rounding leaves over.',
  valuesConfig: {
    LARGEST_REMAINDER: {
      description:
        'Spare units go to the largest remainders; among equals to the lowest municipality code.',
    },
    LARGEST_SHARE: { description: 'All of it to the largest share.' },
    NAMED: { description: 'All of it to a named participant.' },
    EACH_ALONE: {
      description: 'Each share is rounded by itself; what is left is shown as a difference.',
    },
  },
})
