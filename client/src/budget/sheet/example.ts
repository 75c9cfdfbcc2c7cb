import type { SheetFragment } from '@andel/schema/operations'

type LineAnswer = SheetFragment['lines'][number]

/** A line of the worked case: 1.0 post during 6 months at 50 000 kr. */
const lineAnswer: LineAnswer = {
  id: 'line-33',
  version: 1,
  place: 'a0',
  section: '',
  kind: 'COST',
  description: 'Handläggare, förstärkning',
  workload: 100,
  workloadFormula: null,
  months: '6',
  monthsFormula: null,
  monthlyCost: '50000.00',
  monthlyCostFormula: null,
  typedAmount: null,
  amountFormula: null,
  moneySource: 'NEW_MONEY',
  key: { id: 'key-1' },
  excluded: [],
  openedTo: [],
  note: '',
  decision: 'SocSam 2022-06-03 § 33',
}

/** A budget like that of the worked case, with two lines and three of the participants. For tests. */
export const sheetAnswer: SheetFragment = {
  id: 'budget-2022',
  year: 2022,
  title: 'Budget 2022',
  state: 'OPEN',
  rights: { editsAll: true, figuresOf: [], writesFor: [] },
  sequence: 7,
  jointService: {
    slug: 'familjehemscentrum',
    name: 'Familjehemscentrum',
    body: 'SocSam',
    currency: 'SEK',
  },
  agreement: {
    id: 'agreement-1',
    title: 'Familjehemscentrum',
    decision: 'SocSam 2021-10-08 § 48',
    validFrom: '2022-01-01',
  },
  defaultKey: { id: 'key-1' },
  keys: [
    {
      id: 'key-1',
      version: 3,
      name: 'Befolkning 2021-12-31',
      note: null,
      bases: [
        {
          kind: 'POPULATION',
          percent: 100,
          floor: null,
          on: '2021-12-31',
          percentages: null,
          statistic: null,
          period: null,
          source: null,
          values: null,
        },
      ],
      shareStep: 'TENTH',
      amountStep: 'ORE',
      residualRule: 'LARGEST_REMAINDER',
      named: null,
    },
  ],
  participants: [
    { code: '2303', name: 'Ragunda' },
    { code: '2305', name: 'Bräcke' },
    { code: '2380', name: 'Östersund' },
  ],
  participantMonths: ['2303', '2305', '2380'].map((code) => ({
    municipality: { code },
    months: 12,
  })),
  populations: (
    [
      ['2303', 5210],
      ['2305', 6175],
      ['2380', 64324],
    ] as const
  ).map(([code, inhabitants]) => ({
    municipality: { code },
    on: '2021-12-31',
    inhabitants,
    source: 'SCB',
    quality: 'PUBLISHED',
    note: null,
    revision: 1,
    recordedAt: '2022-02-22T08:00:00Z',
  })),
  lines: [
    lineAnswer,
    {
      ...lineAnswer,
      id: 'line-rent',
      version: 4,
      place: 'a1',
      description: 'Hyra',
      workload: null,
      months: null,
      monthlyCost: null,
      typedAmount: '120000.00',
      moneySource: 'WITHIN_FRAME',
      decision: '',
    },
  ],
}

/** The same budget with fields of a line changed, one version on. */
export function withLineAnswer(
  answer: SheetFragment,
  id: string,
  fields: Partial<LineAnswer>,
): SheetFragment {
  const lines = answer.lines.map((line) =>
    line.id === id ? { ...line, ...fields, version: fields.version ?? line.version + 1 } : line,
  )
  return { ...answer, lines }
}
