/** The look of every page: the browser's own colors for light and dark, one column, fit for a phone. */
export const style = `
:root { color-scheme: light dark; --accent: light-dark(#0b57d0, #a8c7fa); --on-accent: light-dark(#fff, #062e6f);
  --quiet: light-dark(#50565e, #aab2bd); --line: light-dark(#c4c9d0, #4a515b); --box: light-dark(#f4f6f8, #1f242b);
  --wrong: light-dark(#b3261e, #f2b8b5); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.25rem 4rem; line-height: 1.55;
  font-family: system-ui, sans-serif; font-size: 1.0625rem; background: light-dark(#fff, #14181d);
  color: light-dark(#1b1f24, #e6e9ed); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.25rem 0 1rem; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 0.5rem; }
a { color: var(--accent); }
.where, .help { color: var(--quiet); font-size: 0.9375rem; }
.where { margin: 0; }
.field { margin: 1.5rem 0; }
.field label { font-weight: 600; }
.help { margin: 0.15rem 0 0.5rem; }
input[type=url], input[type=text], textarea { width: 100%; padding: 0.6rem 0.7rem; font: inherit; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: 0.4rem; }
textarea, code { font-family: ui-monospace, monospace; font-size: 0.9rem; }
input[aria-invalid=true] { border-color: var(--wrong); }
.wrong { color: var(--wrong); margin: 0.35rem 0 0; }
button, .button { display: inline-block; padding: 0.65rem 1.2rem; font: inherit; font-weight: 600; cursor: pointer;
  text-decoration: none; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 0.4rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.note { padding: 0.75rem 1rem; background: var(--box); border-left: 4px solid var(--accent); border-radius: 0.25rem; }
.note > :first-child { margin-top: 0; }
.note > :last-child { margin-bottom: 0; }
dt { font-weight: 600; margin-top: 0.75rem; }
dd { margin: 0; }
dd ul { margin: 0; padding-left: 1.2rem; }
ol > li { margin: 0.75rem 0; }
.choice { display: flex; gap: 0.6rem; align-items: baseline; }
`
