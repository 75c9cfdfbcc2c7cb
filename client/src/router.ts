import type { Component } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import OverviewPage from './overview/OverviewPage.vue'
import { fetchOtherWords } from './text/i18n.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** The entry of the main menu that the page stands under. */
    section?:
      | 'services'
      | 'budgets'
      | 'agreements'
      | 'municipalities'
      | 'analysis'
      | 'administration'
    /** Brings a grid with it, or what a sheet is made of: fetched when it is opened, not beforehand. */
    heavy?: boolean
    /** For whoever is not signed in. */
    open?: boolean
  }
}

/** Addresses are Swedish in every language: they are sent between people. */
export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
  routes: [
    { path: '/', component: OverviewPage, meta: { section: 'services' } },
    {
      path: '/samverkan/:slug',
      component: page(() => import('./joint-service/JointServicePage.vue')),
      props: true,
      meta: { section: 'services' },
    },
    {
      path: '/samverkan/:slug/nytt-avtal',
      component: page(() => import('./agreement/new/NewAgreementPage.vue')),
      props: true,
      meta: { section: 'services', heavy: true },
    },
    {
      path: '/samverkan/:slug/:year(\\d{4})',
      component: page(() => import('./budget/BudgetPage.vue')),
      props: true,
      meta: { section: 'budgets', heavy: true },
    },
    {
      path: '/samverkan/:slug/:year(\\d{4})/tabell',
      component: page(() => import('./budget/table/TablePage.vue')),
      props: true,
      meta: { section: 'budgets', heavy: true },
    },
    {
      path: '/samverkan/:slug/:year(\\d{4})/historik',
      component: page(() => import('./history/list/HistoryPage.vue')),
      props: true,
      meta: { section: 'budgets', heavy: true },
    },
    {
      path: '/samverkan/:slug/:year(\\d{4})/jamfor',
      component: page(() => import('./history/compare/ComparePage.vue')),
      props: true,
      meta: { section: 'budgets', heavy: true },
    },
    {
      path: '/samverkan/:slug/:year(\\d{4})/bilder',
      component: page(() => import('./pictures/PicturesPage.vue')),
      props: true,
      meta: { section: 'budgets', heavy: true },
    },
    {
      path: '/samverkan/:slug/:year(\\d{4})/fil',
      component: page(() => import('./workbook/FilePage.vue')),
      props: true,
      meta: { section: 'budgets', heavy: true },
    },
    {
      path: '/budgetar',
      component: page(() => import('./budgets/BudgetsPage.vue')),
      meta: { section: 'budgets' },
    },
    {
      path: '/budgetar/las-in',
      component: page(() => import('./intake/IntakePage.vue')),
      meta: { section: 'budgets' },
    },
    {
      path: '/avtal',
      component: page(() => import('./agreement/AgreementsPage.vue')),
      meta: { section: 'agreements' },
    },
    {
      path: '/avtal/:id',
      component: page(() => import('./agreement/AgreementPage.vue')),
      props: true,
      meta: { section: 'agreements' },
    },
    {
      path: '/avtal/:id/parter',
      component: page(() => import('./agreement/participants/ParticipantsPage.vue')),
      props: true,
      meta: { section: 'agreements', heavy: true },
    },
    {
      path: '/kommuner',
      component: page(() => import('./municipality/MunicipalitiesPage.vue')),
      meta: { section: 'municipalities' },
    },
    {
      path: '/kommuner/:code(\\d{4})',
      component: page(() => import('./municipality/MunicipalityPage.vue')),
      props: true,
      meta: { section: 'municipalities' },
    },
    {
      path: '/invanare',
      component: page(() => import('./population/PopulationsPage.vue')),
      meta: { section: 'municipalities', heavy: true },
    },
    {
      path: '/invanare/hamta',
      component: page(() => import('./statistics/StatisticsPage.vue')),
      meta: { section: 'municipalities', heavy: true },
    },
    {
      path: '/analys',
      component: page(() => import('./analysis/AnalysisPage.vue')),
      meta: { section: 'analysis' },
    },
    {
      path: '/analys/utforska',
      component: page(() => import('./explorer/ExplorerPage.vue')),
      meta: { section: 'analysis', heavy: true },
    },
    {
      path: '/analys/vyer',
      component: page(() => import('./views/ViewsPage.vue')),
      meta: { section: 'analysis' },
    },
    {
      path: '/analys/recept',
      component: page(() => import('./recipes/RecipesPage.vue')),
      meta: { section: 'analysis' },
    },
    {
      path: '/analys/recept/:slug',
      component: page(() => import('./recipes/RecipePage.vue')),
      props: true,
      meta: { section: 'analysis' },
    },
    {
      path: '/administration',
      component: page(() => import('./administration/AdministrationFrame.vue')),
      meta: { section: 'administration' },
      children: [
        { path: '', component: page(() => import('./administration/people/PeoplePage.vue')) },
        {
          path: 'personer/:id',
          component: page(() => import('./administration/people/PersonPage.vue')),
          props: true,
        },
        {
          path: 'verksamheter',
          component: page(() => import('./administration/joint-services/ServicesPage.vue')),
        },
        { path: 'logg', component: page(() => import('./administration/audit/AuditPage.vue')) },
      ],
    },
    { path: '/konto', component: page(() => import('./account/AccountPage.vue')) },
    {
      path: '/logga-in',
      component: page(() => import('./sign-in/SignInPage.vue')),
      meta: { open: true },
    },
    {
      path: '/kom-igang',
      component: page(() => import('./sign-in/SetUpPage.vue')),
      meta: { open: true },
    },
    {
      path: '/valkommen',
      component: page(() => import('./sign-in/WelcomePage.vue')),
      meta: { open: true },
    },
    { path: '/:rest(.*)*', component: page(() => import('./shell/NotFoundPage.vue')) },
  ],
})

/** A page that is fetched when it is opened or when there is time, and its words with it. */
function page(load: () => Promise<{ default: Component }>): () => Promise<{ default: Component }> {
  return async () => (await Promise.all([load(), fetchOtherWords()]))[0]
}
