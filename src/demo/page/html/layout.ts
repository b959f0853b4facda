import type { Root } from 'hast'
import { type Child, h } from 'hastscript'

export interface LayoutOptions {
  /** Of the window; the site's name follows it. */
  title: string
  /** For pages of one column. @default false */
  narrow?: boolean
  main: Child
  /** Where the changes of the page come from; null for a page that stays as it is. */
  events: string | null
  /** What is loaded soon where scripts are off, since something goes on; null where nothing does. */
  next: string | null
}

/** How soon, in seconds. */
const reload = 2

/** A whole page: everything that all of them have. */
export function layout({ title, narrow = false, main, events, next }: LayoutOptions): Root {
  return h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', `${title} · resume-on-merge demo`),
        h('link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }),
        h('link', { rel: 'stylesheet', href: '/style.css' }),
        events === null ? null : h('script', { src: '/live.js', type: 'module' }),
        next === null
          ? null
          : h('noscript', h('meta', { httpEquiv: 'refresh', content: `${reload}; url=${next}` })),
      ]),
      h('body', { className: narrow ? ['narrow'] : [] }, [
        h(
          'header.top',
          h('.wide', [h('a.brand', { href: '/' }, [mark(), 'resume-on-merge']), h('span.tag', 'demo')]),
        ),
        h('main', { dataEvents: events }, main),
        h(
          'footer.bottom',
          h(
            '.wide',
            'GitHub and Prefect are stand-ins on this machine; the App is the real one. Nothing leaves 127.0.0.1.',
          ),
        ),
      ]),
    ]),
  ])
}

/** The sign of the site: an arrow that begins again. */
function mark() {
  return h('img.mark', { src: '/icon.svg', alt: '', width: 24, height: 24 })
}
