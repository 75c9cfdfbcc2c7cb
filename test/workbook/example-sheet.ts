import { type BudgetFacts, inSections, recalculate } from '@andel/schema/budget'
import type { Sheet } from '@andel/server/workbook'

/** What a line says besides its figures. */
export interface LineTexts {
  readonly section?: string
  readonly description?: string
  readonly note?: string
  readonly decision?: string
}

/** A budget as the export takes it, without a database around it. */
export function sheetOf(
  facts: BudgetFacts,
  texts: (index: number) => LineTexts = () => ({}),
): Sheet {
  const keys = Object.entries(facts.keys).map(([id, { name, bases, rounding }]) => {
    const { named, ...steps } = rounding
    return [
      id,
      { id, name, note: null, bases, ...steps, named: named && reference({ code: named }) },
    ]
  })
  const municipalities = facts.participants.map(({ code }) => [
    code,
    { code, name: `Kommun ${code}` },
  ])
  const lines = inSections(
    facts.lines.map((line, index) => ({
      ...line,
      version: 1,
      section: '',
      description: `Rad ${index + 1}`,
      moneySource: 'WITHIN_FRAME',
      note: '',
      decision: '',
      ...texts(index),
      key: reference({ id: line.keyId }),
    })),
  )
  const ordered = lines.map(({ id }) => facts.lines.find((line) => line.id === id)!)
  const sheet = {
    budget: {
      id: 'budget',
      year: 2022,
      title: 'Budget 2022',
      state: 'OPEN',
      defaultKey: { id: keys[0]?.[0] },
    },
    jointService: { slug: 'prov', name: 'Prov & mer', currency: 'SEK' },
    agreement: { title: 'Avtal', decision: '', validFrom: '2022-01-01' },
    lines,
    keys: new Map(keys as [string, object][]),
    municipalities: new Map(municipalities as [string, object][]),
    populations: Object.entries(facts.populations).flatMap(([on, figures]) =>
      Object.entries(figures).map(([code, inhabitants]) => ({
        on,
        inhabitants,
        municipality: { code },
        source: 'Prov',
        quality: 'PUBLISHED',
        revision: 1,
        note: null,
      })),
    ),
    sequence: 1,
    facts: { ...facts, lines: ordered },
    figures: recalculate({ ...facts, lines: ordered }),
  }
  return sheet as unknown as Sheet
}

const reference = <T extends object>(entity: T) => ({ ...entity, unwrap: () => entity })
