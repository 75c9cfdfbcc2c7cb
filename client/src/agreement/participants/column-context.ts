import type { DraftBook } from '../../drafts/useDrafts.ts'
import type { Populations } from '../../population/populations.ts'
import type { useText } from '../../text/useText.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import type { Standing } from './standing.ts'
import type { Viewpoint, Weighed } from './weighed.ts'

/** What columns read when a cell is painted: always the present state. */
export interface ColumnContext {
  readonly text: ReturnType<typeof useText>
  readonly drafts: DraftBook
  facts(): AgreementFacts
  standing(): Standing
  weighed(): Weighed
  viewpoint(): Viewpoint
  /** Names and figures of those who take part; nothing until they are fetched. */
  populations(): Populations | undefined
}

/** The row that stays in view below the others. */
export const sumRow = 'sum'
