import type { MunicipalityCode } from '@andel/schema/allocation'
import {
  solveLine,
  unknownsOf,
  type Solution,
  type Solutions,
  type SolveTarget,
  type Unknown,
} from '@andel/schema/budget'
import { Fault } from '@andel/schema/fault'
import { computed, shallowRef } from 'vue'
import { effectOf } from '../../allocation/effect.ts'
import { readMoney } from '../cells/read-field.ts'
import { viewSheet } from '../figures/sheet-view.ts'
import { applyEdit } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import type { SheetScreen } from '../useSheetScreen.ts'

/** What can be wanted. */
export const wantedKinds = ['lineAmount', 'budgetTotal', 'shareOfLine', 'shareOfBudget'] as const
export type WantedKind = (typeof wantedKinds)[number]

/** One answer: a value, what it gives of what is wanted, and how far that is from it, in öre. */
export interface Answer {
  readonly which: keyof Solutions
  readonly value: number
  readonly figure: number
  readonly difference: number
}

/** Solving one line backwards: what is wanted, and what would give it, while it is typed. */
export function useSolve(screen: SheetScreen, lineId: string) {
  const { meant } = screen.sheet.figures
  const row = computed(() => meant.value.rows.get(lineId))
  const unknowns = computed(() => (row.value ? unknownsOf(row.value.line) : []))
  const codes = computed(() => {
    const excluded = row.value?.line.excluded ?? []
    return meant.value.figures.codes.filter((code) => !excluded.includes(code))
  })

  const kind = shallowRef<WantedKind>('lineAmount')
  const code = shallowRef<MunicipalityCode>(codes.value[0] ?? '')
  const unknown = shallowRef<Unknown>(unknowns.value[0] ?? 'amount')
  const typed = shallowRef('')
  const isShare = computed(() => kind.value === 'shareOfLine' || kind.value === 'shareOfBudget')

  /** What is wanted as it now is, in öre. */
  const present = computed(() => presentOf(kind.value))

  function presentOf(wanted: WantedKind): number {
    const { figures } = meant.value
    const index = figures.codes.indexOf(code.value)
    switch (wanted) {
      case 'lineAmount':
        return row.value?.figures?.amount ?? 0
      case 'budgetTotal':
        return figures.total
      case 'shareOfLine':
        return row.value?.figures?.shares[index] ?? 0
      case 'shareOfBudget':
        return figures.totals[index] ?? 0
    }
  }

  function targetOf(text: string): SolveTarget {
    const amount = readMoney(text, screen.voice.language)
    const isOfLine = kind.value === 'lineAmount' || kind.value === 'shareOfLine'
    // a revenue counts as negative, whichever sign it is written with
    const ore = isOfLine && row.value?.line.kind === 'REVENUE' ? 0 - Math.abs(amount) : amount
    switch (kind.value) {
      case 'lineAmount':
      case 'budgetTotal':
        return { kind: kind.value, ore }
      case 'shareOfLine':
        return { kind: 'share', code: code.value, ore, of: 'line' }
      case 'shareOfBudget':
        return { kind: 'share', code: code.value, ore, of: 'budget' }
    }
  }

  /** The answers, nearest below first; why there are none; nothing while nothing is typed. */
  const answers = computed<readonly Answer[] | Fault | undefined>(() => {
    if (typed.value.trim() === '') return undefined
    try {
      const target = targetOf(typed.value)
      const { sheet, figures } = meant.value
      const found = solveLine(sheet, lineId, unknown.value, target, figures)
      return (['exact', 'below', 'above'] as const).flatMap((which) => {
        const solution = found[which]
        if (!solution) return []
        const figure = figureOf(target, solution)
        return { which, value: solution.value, figure, difference: Math.abs(figure - target.ore) }
      })
    } catch (error) {
      if (error instanceof Fault) return error
      throw error
    }
  })

  function editOf({ value }: Answer): Edit {
    return { kind: 'setLine', lineId, fields: { [unknown.value]: value } }
  }

  /** What an answer means for each municipality: in the line, or in the budget where that is what is wanted. */
  function effect(answer: Answer) {
    const { sheet, figures } = meant.value
    const after = viewSheet(applyEdit(sheet, editOf(answer)), meant.value)
    const isOfBudget = kind.value === 'budgetTotal' || kind.value === 'shareOfBudget'
    const ids = isOfBudget ? sheet.lines.map(({ id }) => id) : [lineId]
    return effectOf(figures, after.figures, new Set(ids))
  }

  function use(answer: Answer): void {
    screen.sheet.steps.run('solve', [editOf(answer)])
  }

  return { kind, code, unknown, typed, unknowns, codes, isShare, present, answers, effect, use }
}

function figureOf({ kind }: SolveTarget, { amount, total, share }: Solution): number {
  return kind === 'lineAmount' ? amount : kind === 'budgetTotal' ? total : (share ?? 0)
}
