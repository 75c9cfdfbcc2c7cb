import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Fault } from '@andel/schema/fault'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import type { Sheet } from '../budget/sheet.ts'
import { ownIdIfAny, toGlobalId } from '../connection/global-id.ts'
import { Language } from '../fault/language.ts'
import { BadRequest } from '../http/bad-request.ts'
import type { Serving } from '../http/serve-graphql.ts'
import { exportWorkbook } from './export-workbook.ts'
import { sealSecret } from './seal-secret.ts'
import { type SealedFacts, sealWorkbook } from './seal.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A budget as a workbook: `GET /budgets/<global id>.xlsx?language=sv|en`. */
export function serveWorkbook({ web, authentication, audit, context }: Serving): void {
  web.get('/budgets/:id.xlsx', async (request, response) => {
    const language = languageOf(request.query['language'])
    const { actor, em, sheets } = context(await authentication.actorOf(request))
    const sheet = await loadSheet(actor, ownIdIfAny(request.params.id, 'Budget'), (id) =>
      sheets.load(id),
    )
    const secret = await sealSecret(em)
    const subject = toGlobalId('Budget', sheet.budget.id)
    await audit.exported(actor, { kind: 'WORKBOOK', format: 'xlsx', subject })
    const exportedAt = new Date()
    const chunks = exportWorkbook(sheet, {
      language,
      exportedAt,
      seal: (cells) => sealWorkbook(secret, sealedFacts(sheet, exportedAt), { sheets: cells }),
    })
    response
      .set('Content-Type', workbookType)
      .set('Content-Disposition', `attachment; filename="${fileName(sheet)}"`)
      .set('Cache-Control', 'no-store')
    await pipeline(Readable.from(chunks), response)
  })
}

function languageOf(asked: unknown): Language {
  if (asked === undefined || asked === Language.SV) return Language.SV
  if (asked === Language.EN) return Language.EN
  throw new BadRequest({
    sv: 'Språket ska vara sv eller en.',
    en: 'The language must be sv or en.',
  })
}

async function loadSheet(
  actor: Actor,
  id: string | undefined,
  load: (id: string) => Promise<Sheet>,
): Promise<Sheet> {
  try {
    const sheet = id === undefined ? undefined : await load(id)
    if (sheet && can(actor, 'budget.read', { jointService: sheet.jointService.id })) return sheet
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'NOT_FOUND')) throw error
  }
  throw new BadRequest(
    { sv: 'Det finns ingen sådan budget.', en: 'There is no such budget.' },
    404,
    'NOT_FOUND',
  )
}

/** "familjehemscentrum-2022.xlsx" */
const fileName = ({ jointService, budget }: Sheet): string =>
  `${jointService.slug.replace(/[^\w-]/g, '')}-${budget.year}.xlsx`

function sealedFacts(sheet: Sheet, exportedAt: Date): SealedFacts {
  const { budget, sequence, lines, populations } = sheet
  return {
    budgetId: toGlobalId('Budget', budget.id),
    sequence,
    exportedAt: exportedAt.toISOString(),
    lines: Object.fromEntries(
      lines.map(({ id, version }) => [toGlobalId('BudgetLine', id), version]),
    ),
    figures: Object.fromEntries(
      populations.map(({ on, municipality, revision }) => [`${municipality.code} ${on}`, revision]),
    ),
  }
}
