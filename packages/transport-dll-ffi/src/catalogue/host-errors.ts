import type { ErrorCatalogue } from '@nationec/errors'

/** The process in which the library lives. */
export const hostErrors = {
  HOST_NOT_FOUND: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'There is no host program that fits this library.',
      zh: '没有与该动态库相匹配的宿主程序。',
    },
    advice: {
      en: 'Name one in `host.path`: `nationec-host` built for the library’s own bitness, or with `host.kind` set to `koffi` a Node of that bitness.',
      zh: '请在 host.path 中指定宿主程序：与动态库位数一致的 nationec-host；或将 host.kind 设为 koffi 并指定相同位数的 Node。',
    },
  },
  HOST_START_FAILED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The host program could not be started.', zh: '宿主程序启动失败。' },
    advice: {
      en: 'Check that the file exists and may be run, and that no antivirus program holds it; the request never left.',
      zh: '请确认该文件存在且允许运行，并检查是否被杀毒软件拦截；请求未发出。',
    },
  },
  HOST_TIMEOUT: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'The host did not report in time that the library is loaded, and was ended.',
      zh: '宿主程序未在规定时间内完成动态库加载，已被结束。',
    },
    advice: {
      en: 'Look for a window that the library opened while loading, or raise `host.startLimit`; the request never left.',
      zh: '请检查动态库加载时是否弹出窗口，或调大 host.startLimit；请求未发出。',
    },
  },
  HOST_CRASHED: {
    layer: 'host',
    delivery: 'unknown',
    summary: { en: 'The library broke its host process.', zh: '动态库导致宿主进程崩溃或退出。' },
    advice: {
      en: 'Read `delivery`: after `unknown` query the order and never repeat the request; the next exchange starts a new host.',
      zh: '请查看 delivery：为 unknown 时先查询订单，切勿重复提交；下一次交互会启动新的宿主进程。',
    },
  },
  HOST_PROTOCOL: {
    layer: 'host',
    delivery: 'unknown',
    summary: {
      en: 'The host and this package do not understand each other.',
      zh: '宿主程序与本软件包的通信格式不一致。',
    },
    advice: {
      en: 'Use a host of the same version as this package; after `unknown` query the order first.',
      zh: '请使用与本软件包版本一致的宿主程序；若 delivery 为 unknown，请先查询订单。',
    },
  },
  KOFFI_MISSING: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'The package koffi is not installed, or has no build for this system.',
      zh: '未安装 koffi，或其没有适用于本系统的版本。',
    },
    advice: {
      en: 'Install it: `npm install koffi`; or use a native host, which needs no package.',
      zh: '请执行 npm install koffi 安装；或使用原生宿主程序，无需该软件包。',
    },
  },
} as const satisfies ErrorCatalogue
