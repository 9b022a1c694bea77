import type { Theme } from 'vitepress'
import SiteLayout from './SiteLayout.vue'
import './style.css'

export default { Layout: SiteLayout } satisfies Theme
