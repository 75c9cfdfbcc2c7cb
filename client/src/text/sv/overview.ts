/** The start page: every joint service and its newest budget. */
export const overview = {
  title: 'Samverkan',
  lede: 'Det kommunerna driver tillsammans: vad det kostar och hur kostnaden fördelas.',
  runBy: 'Drivs av {body}',
  otherYears: 'Tidigare budgetar',
  noBudget: 'Ingen budget än',
  noBudgetText: 'Öppna verksamheten: börja med avtalet, och skapa sedan den första budgeten.',
  noBudgetYet: 'Samordnaren lägger upp avtalet och den första budgeten.',
  shares: 'Kommunernas andelar av {title}, störst först',
  empty: 'Ingen samverkan är upplagd',
  emptyText:
    'En administratör lägger upp gemensamma verksamheter under Administration och ger behörighet till dem. Sedan visas de här med sina budgetar.',
}
