// Keeps the page that is shown up to date while the site is being written: `stet serve` adds
// this to every page, and tells it after each build what has changed and what is wrong.
(() => {
  const { file, base, since } = document.currentScript.dataset
  let known = since
  let events = null

  // What has changed

  // The file of the site behind an address; null if it is somebody else's.
  const fileOf = address => {
    const url = new URL(address, location.href)
    if (url.origin != location.origin || !url.pathname.startsWith(base + '/')) return null
    try { return decodeURIComponent(url.pathname.slice(base.length + 1)) } catch { return null }
  }

  const stylesheets = () => [...document.querySelectorAll('link[rel~=stylesheet]')]

  // What the page needs beside its stylesheets: pictures, scripts, icons.
  const parts = () => [
    ...[...document.querySelectorAll('[src]')].map(one => one.currentSrc || one.src),
    ...[...document.querySelectorAll('link[href]:not([rel~=stylesheet], [rel=canonical], [rel=alternate])')]
      .map(link => link.href),
  ].filter(Boolean)

  const show = changed => {
    const has = address => changed.includes(fileOf(address))
    const here = fileOf(location.href) ?? ''
    // A page that was not there before has another file than the one that says so.
    const own = [file, here, here.replace(/\/?$/, '/index.html').replace(/^\//, '')]
    if (own.some(name => changed.includes(name)) || parts().some(has)) return reload()
    for (const link of stylesheets()) if (has(link.href)) swap(link)
  }

  // The old sheet stays until the new one is there, so that the page is never bare.
  const swap = link => {
    const next = link.cloneNode()
    const url = new URL(link.href)
    url.searchParams.set('stet', known)
    next.href = url.href
    next.addEventListener('load', () => link.remove())
    next.addEventListener('error', () => next.remove())
    link.after(next)
  }

  // Where the reader was

  const place = 'stet-place'

  const reload = () => {
    try {
      sessionStorage.setItem(place, JSON.stringify({ at: location.pathname, x: scrollX, y: scrollY }))
    } catch { /* no storage: the browser's own memory has to do */ }
    location.reload()
  }

  const goBack = () => {
    try {
      const { at, x, y } = JSON.parse(sessionStorage.getItem(place) || '{}')
      sessionStorage.removeItem(place)
      if (at != location.pathname) return
      const go = () => scrollTo({ left: x, top: y, behavior: 'instant' })
      if (document.readyState == 'loading') document.addEventListener('DOMContentLoaded', go)
      else go()
      addEventListener('load', go)
    } catch { /* the same */ }
  }

  // What readers do not see yet: nothing in the page says so, for it is the page that they will get

  // Important, for otherwise a page's own rules come before those of what is put into it.
  const markRules = `
    :host { all: initial !important }
    :host(.page) { position: fixed !important; inset: 12px 12px auto auto !important; z-index: 2147483646 !important;
      pointer-events: none !important }
    :host(.headline) { vertical-align: middle !important; white-space: nowrap !important }
    span { padding: .2em .6em; font: 600 13px/1.45 system-ui, sans-serif; color: #1d1b19; background: #ffd24d;
      border: 1px solid #1d1b19; border-radius: 4px }
    :host(.page) span { font-size: 15px; box-shadow: 0 2px 12px #0004 }
    :host(.headline) span { margin-inline-start: 8px; padding: 0 .4em; font-size: 12px }`

  const showMarks = marks => {
    for (const old of document.querySelectorAll('stet-mark')) old.remove()
    const add = (text, className, place) => {
      const mark = document.createElement('stet-mark')
      mark.className = className
      mark.attachShadow({ mode: 'open' }).append(element('span', text))
      mark.shadowRoot.adoptedStyleSheets = [sheetOf(markRules)]
      place.append(mark)
    }
    if (marks[file]) add(marks[file], 'page', document.body)
    if (!Object.keys(marks).length) return
    // A picture's link has no words to stand beside.
    for (const link of document.links) {
      const name = fileOf(link.href)
      const text = name != null && (marks[name] ?? marks[name.replace(/\/?$/, '/index.html').replace(/^\//, '')])
      if (text && link.textContent.trim()) add(text, 'headline', link)
    }
  }

  // What is wrong

  const rules = `
    :host { all: initial; position: fixed; inset: auto 0 0; z-index: 2147483647; display: block }
    section { box-sizing: border-box; max-height: 70vh; overflow: auto; padding: 1rem 1.25rem 1.25rem;
      font: 15px/1.45 system-ui, sans-serif; color: #f4f1ea; background: #1d1b19;
      border-top: 4px solid #d7503e; box-shadow: 0 -8px 32px #0006 }
    header { display: flex; justify-content: space-between; align-items: start; gap: 1rem }
    h1 { margin: 0; font-size: 15px }
    h2 { margin: 1rem 0 0; font: 600 15px/1.45 ui-monospace, monospace; color: #f3a99d; overflow-wrap: anywhere }
    p { margin: .25rem 0 0; overflow-wrap: anywhere }
    .hint { color: #c9c2b6 }
    pre { margin: .5rem 0 0; padding: .5rem .75rem; overflow: auto; background: #0003; border: 1px solid #fff2;
      font: 13px/1.5 ui-monospace, monospace; tab-size: 4 }
    pre .is-meant { color: #fff; background: #d7503e44 }
    button { font: inherit; color: inherit; background: none; border: 1px solid #fff4; border-radius: 4px;
      padding: .1rem .6rem; cursor: pointer }`

  let overlay = null

  // Always as text: what is wrong may quote what somebody else wrote.
  const element = (name, text = '', className = '') => {
    const result = document.createElement(name)
    result.textContent = text
    result.className = className
    return result
  }

  const sheetOf = rules => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    return sheet
  }

  const excerpt = problem => {
    const result = element('pre')
    const width = Math.max(...problem.source.map(line => String(line.number).length))
    for (const { number, text } of problem.source) {
      const isMeant = number == problem.line
      result.append(element('span', String(number).padStart(width) + '  ' + text, isMeant ? 'is-meant' : ''), '\n')
      if (isMeant && problem.column) {
        // A tab keeps its width; a column is counted in characters.
        const before = [...text].slice(0, problem.column - 1).map(one => one == '\t' ? one : ' ').join('')
        result.append(' '.repeat(width + 2) + before + '^\n')
      }
    }
    return result
  }

  const showProblems = problems => {
    overlay?.remove()
    overlay = null
    if (!problems.length) return
    overlay = document.createElement('stet-problems')
    const section = element('section')
    section.setAttribute('role', 'alert')
    const header = element('header')
    const count = problems.length == 1 ? 'One error' : `${problems.length} errors`
    const close = element('button', 'Hide')
    close.addEventListener('click', () => overlay.remove())
    header.append(element('h1', `${count}: until mended, the page stays as it was.`), close)
    section.append(header)
    for (const problem of problems) {
      if (problem.place) section.append(element('h2', problem.place))
      section.append(element('p', problem.message))
      if (problem.source.length) section.append(excerpt(problem))
      if (problem.hint) section.append(element('p', problem.hint, 'hint'))
    }
    const root = overlay.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheetOf(rules)]
    root.append(section)
    document.documentElement.append(overlay)
  }

  // Being told

  const take = event => {
    const { changed, destination, marks, problems } = JSON.parse(event.data)
    known = event.lastEventId
    if (destination && destination != location.pathname) return location.assign(destination)
    if (!changed) return reload()
    showProblems(problems)
    showMarks(marks)
    show(changed)
  }

  // A browser has few connections to one server: a page that nobody sees needs none. It asks
  // for what it has missed when it is seen again.
  const connect = () => {
    const isSeen = document.visibilityState == 'visible'
    if (isSeen && !events) {
      events = new EventSource('/.stet/events?since=' + known)
      events.addEventListener('message', take)
    } else if (!isSeen) {
      disconnect()
    }
  }

  const disconnect = () => {
    events?.close()
    events = null
  }

  document.addEventListener('visibilitychange', connect)
  addEventListener('pagehide', disconnect)
  addEventListener('pageshow', connect)
  goBack()
  connect()
})()
