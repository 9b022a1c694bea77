import { onUnmounted, ref } from 'vue'

/** The time, each second: for everything that waits. */
export function useNow() {
  const now = ref(Date.now())
  const timer = setInterval(() => {
    now.value = Date.now()
  }, 1000)
  onUnmounted(() => clearInterval(timer))
  return now
}

/** `0:07`, `2:35`, `1:02:03`. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

const IN_CHINA = { timeZone: 'Asia/Shanghai', hour12: false } as const
const time = new Intl.DateTimeFormat('zh-CN', { ...IN_CHINA, timeStyle: 'medium' })
const date = new Intl.DateTimeFormat('sv-SE', { ...IN_CHINA, dateStyle: 'short' })

export const timeOf = (at: unknown): string => time.format(new Date(String(at)))
/** `YYYY-MM-DD`. */
export const dayOf = (at: unknown): string => date.format(new Date(at instanceof Date ? at : String(at)))
