import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'

/** GitHub led back without what is needed, or not from where we sent the browser. */
export function strangeReturnPage(): Page {
  return {
    title: 'This is not the answer to what was asked',
    content: html`
<p>GitHub’s answer does not belong to a form that was sent from here, or it was used already. Nothing was exchanged and
nothing was written.</p>
${startOver()}`,
  }
}

/** GitHub may give it when it is asked again. @param retry the address of this page */
export function notYetPage(why: string, retry: string): Page {
  return {
    title: 'GitHub did not hand out the App yet',
    content: html`
<p>GitHub ${why}. The App is registered there, and its credentials wait for an hour.</p>
<p><a class="button" href="${retry}">Try again</a></p>`,
  }
}

/** GitHub never gives it with this code. @param webUrl where people use GitHub */
export function neverPage(why: string, webUrl: string): Page {
  return {
    title: 'GitHub did not hand out the App',
    content: html`
<p>GitHub ${why}. A code is good once and for an hour. Nothing was written.</p>
<p>If GitHub shows an App that was registered just now, in
<a href="${webUrl}/settings/apps" target="_blank" rel="noopener">your settings</a> or those of the organization, delete it
there.</p>
${startOver()}`,
  }
}

function startOver(): Html {
  return html`<p><a class="button" href="/probot">Start over</a></p>`
}
