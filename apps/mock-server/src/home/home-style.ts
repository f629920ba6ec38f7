/** The page's only style; its hash is what the page's policy lets in. */
export const homeStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #5b6570; --paper: #fbfbfa; --card: #fff; --line: #dfe3e6; --mark: #0b6e5f; --warn: #a63d12; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9eb; --quiet: #98a3ad; --paper: #14171a; --card: #1c2024; --line: #30363c; --mark: #5cc9b5; --warn: #f0946b; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 62rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; letter-spacing: -0.01em; }
h2 { margin: 2.25rem 0 0.75rem; font-size: 1.05rem; }
p { margin: 0.35rem 0; }
.quiet { color: var(--quiet); }
.small { font-size: 0.875rem; }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.85rem; }
pre { margin: 0.3rem 0 1.1rem; padding: 0.75rem 0.9rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: 0.5rem 1rem; margin: 1.5rem 0 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
dd code { user-select: all; }
a { color: var(--mark); }
.table { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
th, td { padding: 0.45rem 0.8rem; text-align: left; white-space: nowrap; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--quiet); font-weight: 500; }
td.url { white-space: normal; overflow-wrap: anywhere; min-width: 18rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.good { color: var(--mark); }
.bad { color: var(--warn); }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.6rem; } }
`;
