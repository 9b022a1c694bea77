import { createApp } from 'vue'
import App from './App.vue'
import './page.css'
import { showScheme } from './shared/scheme.ts'
import { i18n, showLanguage } from './texts/language.ts'

showScheme()
showLanguage()
createApp(App).use(i18n).mount('#app')
