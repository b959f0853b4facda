import { createHash } from 'node:crypto'
import { Html, html } from './html.ts'
import { style } from './style.ts'

/** What a browser is answered. */
export interface PageAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

export interface Page {
  /** Names the page, in the title and as its heading. */
  title: string
  content: Html
}

const styleHash = createHash('sha256').update(style).digest('base64')

/** One page as a whole document. @param formTarget the origin that its forms may be sent to, besides ours */
export function pageAnswer(status: number, { title, content }: Page, formTarget = ''): PageAnswer {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · resume-on-merge</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
<main>
<p class="where">resume-on-merge · set-up</p>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    `form-action 'self' ${formTarget}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  const headers = { ...common, 'Content-Type': 'text/html; charset=utf-8' }
  return {
    status,
    headers: { ...headers, 'Content-Security-Policy': policy.join('; ') },
    body: document.markup,
  }
}

/** One line, for whoever should not see a page. */
export function lineAnswer(status: number, text: string): PageAnswer {
  return { status, headers: { ...common, 'Content-Type': 'text/plain; charset=utf-8' }, body: `${text}\n` }
}

/** Leads a browser to another page, by GET. */
export function leadTo(location: string, headers: Record<string, string> = {}): PageAnswer {
  return { status: 303, headers: { ...common, Location: location, ...headers }, body: '' }
}

const common = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  // Not no-referrer, with which browsers leave Origin out of forms too; a path or query is never told.
  'Referrer-Policy': 'strict-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
