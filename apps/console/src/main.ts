import { createApp } from 'vue'
import App from './App.vue'
import './page.css'
import { i18n, language } from './texts/language.ts'

document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
createApp(App).use(i18n).mount('#app')
