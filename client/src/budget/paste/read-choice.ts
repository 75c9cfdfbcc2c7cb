import { budget as en } from '../../text/en/budget.ts'
import { budget as sv } from '../../text/sv/budget.ts'
import type { Sheet } from '../sheet/sheet.ts'

/** The fields whose cells are chosen from a list. */
export type ChosenField = 'kind' | 'moneySource' | 'keyId'

export function isChosen(field: string): field is ChosenField {
  return field === 'kind' || field === 'moneySource' || field === 'keyId'
}

/**
 * What a pasted word chooses: the value itself, or its name on screen in either language, whatever its case.
 *
 * @returns nothing when the list has no such word
 */
export function readChoice(field: ChosenField, text: string, sheet: Sheet): string | undefined {
  const wanted = text.trim().toLowerCase()
  const choices = choicesOf(field, sheet)
  return choices.find(({ value, names }) =>
    [value, ...names].some((name) => name.toLowerCase() === wanted),
  )?.value
}

/** The words that a list takes, in a language. */
export function choiceNames(
  field: ChosenField,
  sheet: Sheet,
  language: 'sv' | 'en',
): readonly string[] {
  const at = language === 'sv' ? 0 : 1
  return choicesOf(field, sheet).map(({ value, names }) => names[at] ?? names[0] ?? value)
}

interface Choice {
  readonly value: string
  /** Swedish, English, then longer forms. */
  readonly names: readonly string[]
}

function choicesOf(field: ChosenField, { keys }: Sheet): readonly Choice[] {
  switch (field) {
    case 'kind':
      return (['COST', 'REVENUE'] as const).map((value) => ({
        value,
        names: [sv.kind[value], en.kind[value]],
      }))
    case 'moneySource':
      return (['NEW_MONEY', 'WITHIN_FRAME'] as const).map((value) => ({
        value,
        names: [
          sv.moneySource[value],
          en.moneySource[value],
          sv.moneySourceLong[value],
          en.moneySourceLong[value],
        ],
      }))
    case 'keyId':
      return Object.entries(keys).map(([value, { name }]) => ({ value, names: [name] }))
  }
}
