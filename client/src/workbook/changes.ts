import type {
  BudgetEditInput,
  LineFieldsInput,
  ReadWorkbookQuery,
  WorkbookChangeKind,
} from '@andel/schema/operations'

export type Proposal = ReadWorkbookQuery['readWorkbook']
export type WorkbookChange = Proposal['changes'][number]

/** Kinds in the order of the list, the ones to look at last. */
export const kinds: readonly WorkbookChangeKind[] = [
  'CHANGED',
  'ADDED',
  'REMOVED',
  'CHANGED_MEANWHILE',
  'NOT_ALLOWED',
]

export const canBeTaken = ({ kind }: WorkbookChange): boolean => kind !== 'NOT_ALLOWED'

/** What is chosen before anybody has looked: not what takes a line away, and not what goes against somebody else. */
export const isChosenAtFirst = ({ kind }: WorkbookChange): boolean =>
  kind === 'CHANGED' || kind === 'ADDED'

/** The same for the same difference when the file is read again. */
export const keyOfChange = ({ kind, sheet, cell, lineId, field }: WorkbookChange): string =>
  [kind === 'ADDED', sheet, cell, lineId, field].join(' ')

/** What one is based on: what now stands, where whoever takes it has seen that somebody else changed it. */
const versionOf = ({ kind, baseVersion, currentVersion }: WorkbookChange): number =>
  (kind === 'CHANGED_MEANWHILE' ? currentVersion : baseVersion) ?? 0

/**
 * The edits of some differences, as one batch: figures, lines that are changed, new ones, then those that go. New lines
 * after the same line are sent backwards, since each is put right after it.
 *
 * @param source - of population figures that came without a new one
 */
export function editsOf(changes: readonly WorkbookChange[], source: string): BudgetEditInput[] {
  const isRemoval = (change: WorkbookChange): boolean =>
    Boolean(change.lineId) && change.field === null
  const set = changes.filter(({ lineId, field }) => lineId !== null && field !== null)
  return [
    ...changes.filter(({ on }) => on !== null).map((change) => figureEdit(change, source)),
    ...[...Map.groupBy(set, (change) => `${change.lineId} ${versionOf(change)}`).values()].map(
      lineEdit,
    ),
    ...newLines(changes.filter(({ kind }) => kind === 'ADDED')),
    ...changes
      .filter(isRemoval)
      .map((change) => ({ removeLine: { lineId: change.lineId!, version: versionOf(change) } })),
  ]
}

function figureEdit(change: WorkbookChange, source: string): BudgetEditInput {
  return {
    setPopulation: {
      municipalityCode: change.municipality!.code,
      on: change.on!,
      inhabitants: Number(change.proposed),
      source: change.source ?? source,
      basedOnRevision: versionOf(change),
    },
  }
}

/** Fields of one line, based on one version of it. */
function lineEdit(changes: readonly WorkbookChange[]): BudgetEditInput {
  const [first] = changes
  const fields = Object.fromEntries(
    changes.flatMap(({ field, proposed, formula }) => [
      [field, proposed] as const,
      ...(formula === null ? [] : [[`${field}Formula`, formula] as const]),
    ]),
  ) as LineFieldsInput
  return { setLine: { lineId: first!.lineId!, version: versionOf(first!), fields } }
}

function newLines(added: readonly WorkbookChange[]): BudgetEditInput[] {
  const groups = Map.groupBy(added, ({ afterLineId }) => afterLineId)
  return [...groups].flatMap(([afterLineId, changes]) =>
    (afterLineId === null ? changes : changes.toReversed()).map(({ proposed }) => ({
      addLine: {
        ...(afterLineId !== null && { afterLineId }),
        fields: proposed as LineFieldsInput,
      },
    })),
  )
}
