/** One joint service. */
export const jointService = {
  notFound: 'Samverkan finns inte',
  notFoundText: 'Det finns ingen samverkan med adressen {slug}.',
  budgets: 'Budgetar',
  change: 'Ändring mot året innan, kr',
  participants: 'Deltagare och andelar {year}',
  participation: 'Deltar',
  share: 'Andel',
  bears: 'Kostnad {year}, kr',
  sum: 'Summa',
  difference: 'Avrundningsdifferens',
  agreements: 'Avtal',
  noAgreement: 'Inget avtal är registrerat',
  noAgreementText:
    'Börja med avtalet: det säger vilka kommuner som deltar och hur kostnaden fördelas. Därefter kan du skapa den första budgeten.',
  noAgreementYet: 'När samordnaren har lagt upp avtalet visas det här, med budgetar och andelar.',
  noBudgetText: 'Avtalet är upplagt. Välj Ny budget för att skapa den första.',
  addAgreement: 'Nytt avtal',
}
