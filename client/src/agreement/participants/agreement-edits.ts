import type { AgreementEditInput } from '@andel/schema/operations'
import { writeKey } from '../../budget/sheet/write-key.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import type { Standing } from './standing.ts'

/** An edit of the agreement, and whom it is about; nobody when it is about the key. */
export interface AgreementEdit {
  readonly input: AgreementEditInput
  readonly code: string | undefined
}

/** What makes the agreement what drafts leave of it: who goes, who stays otherwise, who comes, then the key. */
export function agreementEdits(
  facts: AgreementFacts,
  standing: Standing,
): readonly AgreementEdit[] {
  const rows = [...standing.rows.values()]
  const term = ({ from, to }: { from: string; to: string }) => ({ from, to: to === '' ? null : to })
  const isNews = ({ id, from, to }: { id: string; from: string; to: string }): boolean => {
    const stored = facts.participations.get(id)
    return stored !== undefined && (stored.from !== from || stored.to !== to)
  }
  return [
    ...rows
      .filter(({ isRemoved }) => isRemoved)
      .map(({ id, code }) => ({ code, input: { removeParticipation: { participationId: id } } })),
    ...rows
      .filter((row) => !row.isRemoved && isNews(row))
      .map((row) => ({
        code: row.code,
        input: { setParticipation: { participationId: row.id, ...term(row) } },
      })),
    ...rows
      .filter(({ isAdded, isRemoved }) => isAdded && !isRemoved)
      .map((row) => ({
        code: row.code,
        input: { addParticipation: { municipalityCode: row.code, ...term(row) } },
      })),
    ...keyEdit(facts, standing),
  ]
}

function keyEdit({ key: stored }: AgreementFacts, { key }: Standing): readonly AgreementEdit[] {
  const now = writeKey({ ...key, note: stored.note })
  if (inOrder(now) === inOrder(writeKey(stored))) return []
  return [{ code: undefined, input: { setKey: { key: now } } }]
}

/** The same text for the same key, whatever the order of those whom it names. */
function inOrder({ bases, ...key }: ReturnType<typeof writeKey>): string {
  type Named = { readonly municipalityCode: string }
  const sorted = (named: readonly Named[] | null | undefined) =>
    named?.toSorted((a, b) => a.municipalityCode.localeCompare(b.municipalityCode))
  return JSON.stringify({
    ...key,
    bases: bases.map((basis) => ({
      ...basis,
      percentages: sorted(basis.percentages),
      values: sorted(basis.values),
    })),
  })
}
