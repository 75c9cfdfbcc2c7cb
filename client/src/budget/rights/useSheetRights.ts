import { computed, type Ref } from 'vue'
import type { CellPlace } from '../../grid/cell.ts'
import type { OpenSheet } from '../open-sheet.ts'
import type { Edit } from '../sheet/edit.ts'
import type { SheetVoice } from '../useVoice.ts'
import {
  mayEdit,
  openedLines,
  refusalAt,
  refusalOf,
  refusalOfEdit,
  type Refusal,
} from './may-edit.ts'

interface SheetRightsOptions {
  readonly sheet: OpenSheet
  readonly voice: SheetVoice
  /** Said on screen until the focus is elsewhere. */
  readonly hint: Ref<string | undefined>
}

export type ScreenRights = ReturnType<typeof useSheetRights>

/** What whoever looks may do in an open budget, and the sentences that say what not. */
export function useSheetRights({ sheet, voice, hint }: SheetRightsOptions) {
  const { shown } = sheet.figures
  const now = () => shown.value.sheet
  /** Why not everything; the same word as long as it is the same. */
  const general = computed(() => refusalOf(now()))
  const writesFor = computed(() => now().rights.writesFor)

  function named(codes: readonly string[]): string {
    return codes.map((code) => now().names[code] ?? code).join(', ')
  }

  function sentence(refusal: Refusal): string {
    if (refusal === 'past') return voice.t('history.past.refused')
    if (refusal === 'locked') return voice.t('budget.locked')
    const names = named(refusal === 'figures' ? now().rights.figuresOf : writesFor.value)
    return voice.t(`rights.refused.${refusal}`, { names })
  }

  function sentenceAt(place: CellPlace): string | undefined {
    const refusal = refusalAt(now(), place)
    return refusal && sentence(refusal)
  }

  /** Why an edit is not theirs to make, when it is not. */
  function objectionTo(edits: readonly Edit[]): string | undefined {
    for (const edit of edits) {
      const refusal = refusalOfEdit(now(), edit)
      if (refusal) return sentence(refusal)
    }
    return undefined
  }

  /** What whoever looks may do, when it is not everything. */
  const summary = computed(() => {
    if (!general.value || general.value === 'locked' || general.value === 'past') return undefined
    if (general.value === 'reads') return voice.t('rights.summary.reads')
    const names = named(now().rights.figuresOf)
    const count = openedLines(now()).length
    return count > 0
      ? voice.counted('rights.summary.opened', count, { names })
      : voice.t('rights.summary.figures', { names })
  })

  return {
    /** Everything in it. */
    editsAll: computed(() => general.value === undefined),
    /** Something in it. */
    writes: computed(() => general.value === undefined || general.value === 'coordinator'),
    /** Everything, if the budget were not locked. */
    coordinates: computed(() => now().rights.editsAll),
    /** Changes with what the cells look like: who may what, and whether it is locked. */
    key: computed(() =>
      [general.value, ...now().rights.figuresOf, '', ...writesFor.value].join(' '),
    ),
    writesFor,
    /** Why not everything. */
    general: (): string | undefined => general.value && sentence(general.value),
    showsOpen: () => general.value === 'coordinator',
    mayEdit: (place: CellPlace): boolean => mayEdit(now(), place),
    sentenceAt,
    objectionTo,
    summary,
    /** Says why a cell is not to be changed. `false`: it is no matter of rights. */
    refuse(place: CellPlace): boolean {
      const said = sentenceAt(place)
      if (said !== undefined) hint.value = said
      return said !== undefined
    },
  }
}
