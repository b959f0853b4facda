// Keeps the open page as it is on the server. Without scripts the page loads itself again instead.

const address = document.querySelector('main')?.dataset.events
const lost = document.getElementById('lost')

/** @type {EventSource | null} */
let source = null

/** Puts the new content into a region, unless it is there already; what is unfolded stays so, and so does the keyboard. */
function exchange({ id, version, html }) {
  const region = document.getElementById(id)
  if (region === null || region.dataset.version === version) return
  const held = region.contains(document.activeElement) && document.activeElement !== region
  const unfolded = [...region.querySelectorAll('details')].map((details) => details.open)
  region.innerHTML = html
  for (const [index, details] of region.querySelectorAll('details').entries()) {
    details.open = unfolded[index] ?? details.open
  }
  region.dataset.version = version
  if (!held) return
  region.tabIndex = -1
  region.focus()
}

function open() {
  source = new EventSource(address)
  source.addEventListener('region', (event) => exchange(JSON.parse(event.data)))
  source.addEventListener('open', () => {
    lost.hidden = true
  })
  source.addEventListener('error', () => {
    lost.hidden = false
  })
}

function close() {
  source?.close()
  source = null
}

// A browser keeps few connections to one server: pages that nobody looks at leave them to others.
function follow() {
  if (document.hidden) close()
  else if (source === null) open()
}

document.addEventListener('visibilitychange', follow)
addEventListener('pagehide', close)
addEventListener('pageshow', follow)
follow()
