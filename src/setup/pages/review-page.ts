import { type Html, html } from '../html.ts'
import { hookUrlOf, type Manifest } from '../manifest.ts'
import type { Page } from '../page.ts'
import type { Wishes } from '../wishes.ts'

export interface ReviewPage {
  manifest: Manifest
  wishes: Wishes
  /** Where people use GitHub. */
  webUrl: string
  /** As GitHub takes it. */
  manifestText: string
  state: string
}

/** The second page: what GitHub will be asked for, and the form that asks it. */
export function reviewPage({ manifest, wishes, webUrl, manifestText, state }: ReviewPage): Page {
  const { organization, publicUrl } = wishes
  const { host } = new URL(webUrl)
  const ofOwner = organization === null ? '' : `/organizations/${encodeURIComponent(organization)}`
  const action = `${webUrl}${ofOwner}/settings/apps/new?state=${encodeURIComponent(state)}`
  return {
    title: 'What GitHub will be asked for',
    content: html`
<dl>
<dt>Owner</dt>
<dd>${organization ?? `the account with which you are signed in to ${host}`}</dd>
<dt>Webhook</dt>
<dd>${publicUrl === null ? 'switched off, until the server has a public address' : hookUrlOf(publicUrl)}</dd>
<dt>Events</dt>
<dd>${manifest.default_events.map(wordsFor).join(', ')}</dd>
<dt>Permissions on the repositories that it is installed on</dt>
<dd><ul>${permissions(manifest)}</ul></dd>
<dt>Who may install it</dt>
<dd>only its owner</dd>
</dl>
<ul>
<li>Be signed in to ${host} in this browser first${organization !== null && html`, as an owner of ${organization}`}.</li>
<li>GitHub asks for the App’s name: no other App on ${host} may have it, so add the name of your team.</li>
<li>GitHub leads you back here. It has to within an hour.</li>
</ul>
<form method="post" action="${action}">
<input type="hidden" name="manifest" value="${manifestText}">
<p><button type="submit">Continue to ${host}</button></p>
</form>
<p><a href="/probot">Change the answers</a></p>`,
  }
}

function permissions({ default_permissions, single_file_name }: Manifest): Html[] {
  return Object.entries(default_permissions).map(([name, access]) => {
    const file =
      name === 'single_file' && single_file_name !== undefined && html`: <code>${single_file_name}</code>`
    return html`<li>${wordsFor(name)}${file} (${access === 'write' ? 'read and write' : access})</li>`
  })
}

/** `pull_requests` → `Pull requests` */
function wordsFor(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
