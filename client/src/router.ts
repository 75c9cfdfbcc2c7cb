import { createRouter, createWebHistory } from 'vue-router'
import OverviewPage from './overview/OverviewPage.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** The entry of the main menu that the page stands under. */
    section?: 'services' | 'budgets' | 'agreements' | 'municipalities'
    /** Brings a grid with it: fetched when it is opened, not beforehand. */
    heavy?: boolean
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
      component: () => import('./joint-service/JointServicePage.vue'),
      props: true,
      meta: { section: 'services' },
    },
    {
      path: '/samverkan/:slug/:year(\\d{4})',
      component: () => import('./budget/BudgetPage.vue'),
      props: true,
      meta: { section: 'budgets', heavy: true },
    },
    {
      path: '/samverkan/:slug/:year(\\d{4})/tabell',
      component: () => import('./budget/table/TablePage.vue'),
      props: true,
      meta: { section: 'budgets' },
    },
    {
      path: '/budgetar',
      component: () => import('./budgets/BudgetsPage.vue'),
      meta: { section: 'budgets' },
    },
    {
      path: '/avtal',
      component: () => import('./agreement/AgreementsPage.vue'),
      meta: { section: 'agreements' },
    },
    {
      path: '/avtal/:id',
      component: () => import('./agreement/AgreementPage.vue'),
      props: true,
      meta: { section: 'agreements' },
    },
    {
      path: '/avtal/:id/parter',
      component: () => import('./agreement/participants/ParticipantsPage.vue'),
      props: true,
      meta: { section: 'agreements', heavy: true },
    },
    {
      path: '/kommuner',
      component: () => import('./municipality/MunicipalitiesPage.vue'),
      meta: { section: 'municipalities' },
    },
    {
      path: '/kommuner/:code(\\d{4})',
      component: () => import('./municipality/MunicipalityPage.vue'),
      props: true,
      meta: { section: 'municipalities' },
    },
    {
      path: '/invanare',
      component: () => import('./population/PopulationsPage.vue'),
      meta: { section: 'municipalities', heavy: true },
    },
    { path: '/:rest(.*)*', component: () => import('./shell/NotFoundPage.vue') },
  ],
})
