import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import type { Given, Problems } from '../wishes.ts'

export interface AskPage {
  /** The path of `.env`. */
  dotEnv: string
  /** The credentials in it, which a new App replaces. */
  there: readonly string[]
  /** The credentials that the environment sets. */
  overriding: readonly string[]
  given: Given
  problems: Problems
}

/** The first page: two questions. */
export function askPage({ dotEnv, there, overriding, given, problems }: AskPage): Page {
  const { public_url, organization } = problems
  return {
    title: 'Register the GitHub App',
    content: html`
${Object.keys(problems).length > 0 && html`<p class="note" role="alert">Something is not right yet; it is marked below.</p>`}
<p>resume-on-merge works as a GitHub App of your own. Answer two questions, look at what GitHub will be asked for, and
let GitHub register the App. Its number, private key and webhook secret are then written to <code>${dotEnv}</code>.</p>
${overriding.length > 0 && environmentNote(overriding)}
<form method="post" action="/probot" novalidate>
${there.length > 0 && replaceField(dotEnv, there, given.replace, problems.replace)}
<div class="field">
<label for="public_url">Public address of this server</label>
<p class="help" id="public_url_help">Where GitHub reaches it from the internet, such as https://resume.example.com.
Leave it empty if there is none yet: the webhook is then switched off, and you are told how to switch it on.</p>
<input type="url" id="public_url" name="public_url" value="${given.public_url}" placeholder="https://" autocomplete="url"
${describedBy('public_url', public_url)}>
${wrong('public_url', public_url)}
</div>
<div class="field">
<label for="organization">Organization</label>
<p class="help" id="organization_help">The organization whose pull requests shall resume flow runs, as in
github.com/<b>organization</b>. Leave it empty for your own account. Only repositories of the account that owns the App
are served, unless <code>ALLOWED_REPOSITORIES</code> says otherwise.</p>
<input type="text" id="organization" name="organization" value="${given.organization}" autocomplete="organization"
autocapitalize="none" spellcheck="false" ${describedBy('organization', organization)}>
${wrong('organization', organization)}
</div>
<button type="submit">Continue</button>
</form>`,
  }
}

function environmentNote(overriding: readonly string[]): Html {
  return html`<div class="note"><p>The environment of this program sets <code>${overriding.join(', ')}</code>, and wins over
<code>.env</code>. Take that out where it is set, or the new App will not be used.</p></div>`
}

function replaceField(dotEnv: string, there: readonly string[], ticked: boolean, problem?: string): Html {
  return html`<div class="field note">
<p><code>${dotEnv}</code> already has ${there.join(', ')}. A new App takes their place: an App that was registered before
stays at GitHub, but this server will no longer be it, and its key is gone from here.</p>
<p class="choice"><input type="checkbox" id="replace" name="replace" value="yes" ${ticked && html`checked`}
${problem !== undefined && html`aria-invalid="true" aria-describedby="replace_problem"`}>
<label for="replace">Replace the credentials in .env</label></p>
${wrong('replace', problem)}
</div>`
}

function describedBy(field: string, problem?: string): Html {
  return problem === undefined
    ? html`aria-describedby="${field}_help"`
    : html`aria-invalid="true" aria-describedby="${field}_problem ${field}_help"`
}

function wrong(field: string, problem?: string): Html | null {
  return problem === undefined ? null : html`<p class="wrong" id="${field}_problem">${problem}</p>`
}
