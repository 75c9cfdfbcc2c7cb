import type { PopulationFacts } from '@andel/schema/allocation'
import { computed, onBeforeUnmount, onMounted, shallowRef, type Ref } from 'vue'
import { newUuid } from '../../api/new-uuid.ts'
import { useMedia } from '../../ui/useMedia.ts'
import { draftKey, draftPlace } from '../../drafts/draft.ts'
import { useDraftHandlers } from '../../drafts/useDraftHandlers.ts'
import { useDrafts } from '../../drafts/useDrafts.ts'
import type { SheetRows } from '../../grid/column.ts'
import { useWholeSheet } from '../../grid/useWholeSheet.ts'
import type { Populations } from '../../population/populations.ts'
import { useText } from '../../text/useText.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { sumRow, type ColumnContext } from './column-context.ts'
import { participantColumns } from './participant-columns.ts'
import { addedColumn, removedColumn, standingOf, writeAdded } from './standing.ts'
import { participantCells } from './stored-cells.ts'
import { datesOfAll, viewpointsOf } from './viewpoints.ts'
import { weighAt } from './weighed.ts'

interface ParticipantSource {
  readonly facts: Readonly<Ref<AgreementFacts>>
  /** Figures of those who take part, also of those whom drafts add. */
  readonly populations: Readonly<Ref<Populations | undefined>>
}

export type ParticipantScreen = ReturnType<typeof useParticipantSheet>

/** The drafts of one agreement; also asked for before its figures are there. */
export function useParticipantDrafts(agreementId: string) {
  return useDrafts(localStorage, `andel.drafts participants ${agreementId}`)
}

/** The sheet of an agreement: participations with what the key knows of each, and drafts of all of it. */
export function useParticipantSheet(
  { facts, populations }: ParticipantSource,
  drafts: ReturnType<typeof useParticipantDrafts>,
) {
  const text = useText()
  const hint = shallowRef('')
  const narrow = useMedia('(max-width: 40rem)')

  const standing = computed(() => standingOf(facts.value, drafts.drafts.value))
  const codes = computed(() => [...standing.value.rows.values()].map(({ code }) => code))
  const viewpoints = computed(() => {
    const complete = datesOfAll(populations.value?.figures ?? new Map(), codes.value)
    return viewpointsOf(facts.value, complete, new Date().getFullYear())
  })
  const chosen = shallowRef<string>()
  const viewpoint = computed(
    () => viewpoints.value.find(({ id }) => id === chosen.value) ?? viewpoints.value[0]!,
  )
  const weighed = computed(() =>
    weighAt(standing.value, facts.value, viewpoint.value, inhabitants(populations.value)),
  )

  const context: ColumnContext = {
    text,
    drafts,
    facts: () => facts.value,
    standing: () => standing.value,
    weighed: () => weighed.value,
    viewpoint: () => viewpoint.value,
    populations: () => populations.value,
  }
  const cells = participantCells({
    ...context,
    drafts: () => drafts.drafts.value,
    language: () => text.language.value,
  })
  const columns = computed(() => participantColumns(narrow.value, cells.stored, context))
  const rowIds = computed(() => [...standing.value.rows.keys()].join('\n'))
  const rows = computed<SheetRows>(() => ({
    above: [],
    lines: rowIds.value.split('\n').filter(Boolean),
    below: [sumRow],
  }))

  const handlers = useDraftHandlers({
    book: drafts,
    cells,
    whyNot: () => (facts.value.mayEdit ? undefined : text.t('participants.refused')),
    focused: () => (hint.value = ''),
    say: (sentence) => (hint.value = sentence),
  })
  const sheet = useWholeSheet({
    columns,
    rows,
    handlers,
    name: `participants ${facts.value.id}`,
    follows: () => [
      standing.value,
      drafts.drafts.value,
      weighed.value,
      populations.value,
      text.language.value,
    ],
  })
  sheet.state.onCommand('undo', () => void drafts.undo())
  sheet.state.onCommand('redo', () => void drafts.redo())
  sheet.state.onCommand('remove row', toggleRemoved)

  /** The participation that the focus is in. */
  const current = computed(() => standing.value.rows.get(sheet.state.active.value?.row ?? ''))

  function add(code: string, from: string): void {
    const row = `new ${newUuid()}`
    const { version } = facts.value
    const value = writeAdded(code, from)
    drafts.change((next) =>
      next.set(draftKey({ row, column: addedColumn }), {
        kind: 'value',
        value,
        before: '',
        version,
      }),
    )
    sheet.state.focus({ row, column: 'from' })
  }

  /** Whoever was added goes at once; whoever is stored stays in the sheet until that is stored. */
  function toggleRemoved(): void {
    const row = current.value
    if (!facts.value.mayEdit) hint.value = text.t('participants.refused')
    if (!row || !facts.value.mayEdit) return
    const key = draftKey({ row: row.id, column: removedColumn })
    const own = [...drafts.drafts.value.keys()].filter((one) => draftPlace(one).row === row.id)
    const { version } = facts.value
    drafts.change((next) => {
      for (const one of own) next.delete(one)
      if (!row.isAdded && !row.isRemoved) {
        next.set(key, { kind: 'value', value: 'yes', before: '', version })
      }
    })
    const name = populations.value?.municipalities.get(row.code)?.name ?? row.code
    const isGoing = !row.isAdded && !row.isRemoved
    hint.value = text.t(isGoing ? 'participants.removed' : 'participants.kept', { name })
    if (row.isAdded) hint.value = ''
  }

  onMounted(() => addEventListener('storage', drafts.follow))
  onBeforeUnmount(() => removeEventListener('storage', drafts.follow))

  return {
    drafts,
    cells,
    sheet,
    hint,
    standing,
    weighed,
    viewpoints,
    viewpoint,
    chosen,
    current,
    add,
    toggleRemoved,
  }
}

function inhabitants(populations: Populations | undefined): PopulationFacts {
  const byDate = [...(populations?.figures ?? [])].map(([on, figures]) => [
    on,
    Object.fromEntries([...figures].map(([code, figure]) => [code, figure.inhabitants])),
  ])
  return Object.fromEntries(byDate) as PopulationFacts
}
