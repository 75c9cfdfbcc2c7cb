import './styles/index.css' // first: it puts the layers in order
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router.ts'
import { loadPages } from './shell/load-pages.ts'
import { applyTheme } from './shell/theme.ts'
import { followLanguage, i18n } from './text/i18n.ts'

applyTheme()
await followLanguage()
createApp(App).use(router).use(i18n).mount('#app')
loadPages(router).catch(() => undefined) // the page that failed says so itself
