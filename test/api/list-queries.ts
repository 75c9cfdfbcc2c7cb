/** Every filter and order of the lists that the database filters and orders. Ids differ between runs, so none is asked for; PERSON is whoever edits. */
export const listQueries: readonly string[] = [
  `{ populationFigures(first: 20, filter: { municipalityCodes: ["2303", "2380"], from: "2000-01-01", to: "2022-12-31",
       qualities: [PUBLISHED, DERIVED], fromInhabitants: 1, toInhabitants: 100000, sourceContains: "scb" },
     orderBy: [{ field: QUALITY }, { field: MUNICIPALITY_CODE, direction: DESC }, { field: ON }]) {
       totalCount aggregate { count inhabitants { sum min max average } } nodes { on inhabitants quality } pageInfo { hasNextPage } } }`,
  `{ populationFigures(last: 9, filter: { countyCodes: ["23"], latest: true, to: "2021-12-31" },
     orderBy: [{ field: INHABITANTS, direction: DESC }, { field: RECORDED_AT }]) {
       totalCount aggregate { inhabitants { sum } } nodes { on inhabitants municipality { name } } } }`,
  `{ populationFigures(filter: { dates: [], on: "1900-01-01" }) { totalCount aggregate { count inhabitants { sum average } } } }`,
  `{ participations(filter: { municipalityCodes: ["2303", "2321"], on: "2022-06-03", countyCodes: ["23"], untilFurtherNotice: true,
       startsFrom: "2020-01-01", startsTo: "2030-01-01", jointServiceSlugs: ["familjehemscentrum"] },
     orderBy: [{ field: JOINT_SERVICE }, { field: TO }, { field: FROM, direction: DESC }, { field: MUNICIPALITY_CODE }]) {
       totalCount nodes { from to municipality { code } jointService { slug } } } }`,
  `{ budgets(filter: { municipalityCodes: ["2303"], fromYear: 2000, toYear: 2100, states: [DRAFT, OPEN, LOCKED], titleContains: "BUDGET" },
     orderBy: [{ field: JOINT_SERVICE }, { field: YEAR, direction: DESC }, { field: STATE }]) {
       totalCount nodes { year title total jointService { slug } } } }`,
  `{ budgets(filter: { municipalityCodes: [] }) { totalCount } }`,
  `{ changes(first: 30, filter: { entities: ["BudgetLine", "Budget"], fields: ["+", "amount"], actors: ["PERSON"],
       from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z", afterSequence: 1, beforeSequence: 2000000, jointServiceSlugs: ["ol"] },
     orderBy: [{ field: FIELD }, { field: SEQUENCE, direction: DESC }]) { totalCount nodes { sequence entity field actor } } }`,
  `{ changes(filter: { reasonContains: "socsams" }, first: 5) { totalCount nodes { sequence reason budget { title } } } }`,
  `{ budgets(first: 1, orderBy: { field: YEAR }) { nodes { changes(last: 3, filter: { entities: ["BudgetLine"] }, orderBy: { field: ENTITY }) { totalCount nodes { field } } } } }`,
  `{ municipalities(filter: { jointServiceSlugs: ["familjehemscentrum"], participatesOn: "2022-06-03" }, orderBy: { field: NAME }) {
       nodes { name latestPopulation { inhabitants } jointServices(on: "2022-06-03") { slug } } } }`,
  `{ jointServices(filter: { municipalityCodes: ["2303"], nameContains: "hem" }, orderBy: [{ field: BODY }]) { nodes { slug participants { code } } } }`,
  `{ agreements(filter: { on: "2022-06-03", municipalityCodes: ["2303"], untilFurtherNotice: true }, orderBy: [{ field: JOINT_SERVICE }, { field: TITLE }]) {
       totalCount nodes { title participations { from } } } }`,
]
