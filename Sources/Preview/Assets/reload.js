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

  // The page's own file; where there is none yet, the one that would stand here.
  const ownFile = () => {
    if (file != '404.html') return file
    const here = fileOf(location.href) ?? ''
    return here.endsWith('.html') ? here : here.replace(/\/?$/, '/index.html').replace(/^\//, '')
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
    const own = [file, fileOf(location.href) ?? '', ownFile()]
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
    :host { all: initial; position: fixed; inset: auto 0 0; z-index: 2147483647; display: block; pointer-events: none;
      font: 15px/1.45 system-ui, sans-serif; color: #f4f1ea }
    :host * { pointer-events: auto }
    section { box-sizing: border-box; max-height: 70vh; overflow: auto; padding: 1rem 1.25rem 1.25rem;
      background: #1d1b19; border-top: 4px solid #d7503e; box-shadow: 0 -8px 32px #0006 }
    section.is-short { padding: .6rem 1.25rem }
    section.is-mild { width: fit-content; max-width: calc(100% - 2rem); margin: 0 1rem 1rem auto;
      border: 1px solid #fff3; border-top: 4px solid #d9a520; border-radius: 6px }
    header { display: flex; justify-content: space-between; align-items: start; gap: 1rem }
    h1 { margin: 0; font-size: 15px }
    h2 { margin: 1rem 0 0; font: 600 15px/1.45 ui-monospace, monospace; color: #f3a99d; overflow-wrap: anywhere }
    .is-mild h2, .warnings h2 { color: #f0cf7a }
    p { margin: .25rem 0 0; overflow-wrap: anywhere; white-space: pre-line }
    .hint { color: #c9c2b6 }
    pre { margin: .5rem 0 0; padding: .5rem .75rem; overflow: auto; background: #0003; border: 1px solid #fff2;
      font: 13px/1.5 ui-monospace, monospace; tab-size: 4 }
    pre .is-meant { color: #fff; background: #d7503e66 }
    .is-mild .is-meant, .warnings .is-meant { background: #d9a52055 }
    details { margin-top: 1rem }
    .is-short details { margin: 0; flex: 1; min-width: 0 }
    summary { cursor: pointer; font-weight: 600; width: fit-content }
    .more { color: #c9c2b6 }
    button { font: inherit; color: inherit; background: none; border: 1px solid #fff6; border-radius: 4px;
      padding: .1rem .6rem; cursor: pointer; flex: none }
    :focus-visible { outline: 2px solid #ffd24d; outline-offset: 2px }
    .badge, .state { display: block; width: fit-content; padding: .25rem .75rem; border-radius: 1rem;
      background: #1d1b19; border: 1px solid #fff3; box-shadow: 0 2px 12px #0006; font-size: 13px }
    .badge { margin: 0 1rem 1rem auto; color: #f0cf7a }
    .state { margin: 0 auto 1rem; display: flex; gap: .5rem; align-items: center }
    .state::before { content: ''; width: .5rem; height: .5rem; border-radius: 50%; background: #d9a520;
      animation: beat 1s ease-in-out infinite alternate }
    @keyframes beat { to { opacity: .2 } }
    @media (prefers-reduced-motion) { .state::before { animation: none } }`

  const sheetOf = rules => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    return sheet
  }

  // Always as text: what is wrong may quote what somebody else wrote.
  const element = (name, text = '', className = '') => {
    const result = document.createElement(name)
    result.textContent = text
    result.className = className
    return result
  }

  const button = (text, act, className = '') => {
    const result = element('button', text, className)
    result.type = 'button'
    result.addEventListener('click', act)
    return result
  }

  const count = (number, noun) => number == 1 ? `1 ${noun}` : `${number} ${noun}s`

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

  const listing = (problems, number) => {
    const result = document.createDocumentFragment()
    for (const problem of problems) {
      if (problem.place) result.append(element('h2', problem.place))
      result.append(element('p', problem.message))
      if (problem.source.length) result.append(excerpt(problem))
      if (problem.hint) result.append(element('p', problem.hint, 'hint'))
    }
    const rest = number - problems.length
    if (rest > 0) result.append(element('p', `And ${rest} more: stet build lists them all.`, 'more'))
    return result
  }

  // What can be opened, and stays open when it is shown anew.
  const opened = new Set()

  const folded = (name, text, problems, number) => {
    const result = element('details', '', name)
    result.open = opened.has(name)
    result.addEventListener('toggle', () => result.open ? opened.add(name) : opened.delete(name))
    result.append(element('summary', text), listing(problems, number))
    return result
  }

  // What is wrong with this page, or with all, in full; what is wrong elsewhere in a line that opens.
  const errorSection = ({ problems, others, otherCount, warnings, warningCount }) => {
    const result = element('section')
    result.setAttribute('role', 'alert')
    const header = element('header')
    const elsewhere = () => folded(
      'others', `${count(otherCount, 'error')} in other files`, others, otherCount)
    if (problems.length) {
      header.append(element('h1', `${count(problems.length, 'error')}: until mended, the page stays as it was.`))
    } else {
      result.classList.add('is-short')
      header.append(elsewhere())
    }
    header.append(button('Hide', hide))
    result.append(header, listing(problems, problems.length))
    if (problems.length && otherCount) result.append(elsewhere())
    if (warningCount) {
      result.append(folded('warnings', `${count(warningCount, 'warning')} on this page`, warnings, warningCount))
    }
    return result
  }

  // Nothing keeps the page from being published: it is not in the way until somebody asks.
  const warningSection = ({ warnings, warningCount }) => {
    if (!opened.has('warnings')) {
      const badge = button(count(warningCount, 'warning'), () => toggle('warnings'), 'badge')
      badge.setAttribute('aria-expanded', 'false')
      return badge
    }
    const result = element('section', '', 'is-mild')
    const header = element('header')
    header.append(element('h1', `${count(warningCount, 'warning')} on this page`), button('Hide', () => toggle('warnings')))
    result.append(header, listing(warnings, warningCount))
    return result
  }

  // The problems that are shown, and those that somebody has hidden, as text: they stay hidden until others come.
  let overlay = null
  let told = null
  let hidden = ''

  const wordingOf = ({ problems, others, otherCount }) => JSON.stringify([problems, others, otherCount])

  const hide = () => {
    hidden = wordingOf(told)
    opened.clear()
    showAgain()
  }

  const toggle = name => {
    if (!opened.delete(name)) opened.add(name)
    showAgain()
    overlay?.shadowRoot.querySelector('button')?.focus()
  }

  const showAgain = () => {
    overlay?.remove()
    overlay = null
    const parts = []
    const hasErrors = told.problems.length || told.otherCount
    if (told.isCompiling) {
      const state = element('div', 'Compiling the theme …', 'state')
      state.setAttribute('role', 'status')
      parts.push(state)
    }
    if (hasErrors && wordingOf(told) != hidden) parts.push(errorSection(told))
    else if (told.warningCount) parts.push(warningSection(told))
    if (!parts.length) return
    overlay = document.createElement('stet-problems')
    const root = overlay.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheetOf(rules)]
    root.append(...parts)
    document.documentElement.append(overlay)
  }

  const showProblems = news => {
    // An address without a page: whatever is wrong anywhere may be why.
    const isMissing = file == '404.html'
    const next = isMissing && !news.problems.length
      ? { ...news, problems: news.others, others: [], otherCount: 0 }
      : news
    const isSame = told && JSON.stringify(told) == JSON.stringify(next)
    told = next
    if (wordingOf(told) != hidden) hidden = ''
    // Who has opened something, or stands on a button, is not to lose it because somebody saved another file.
    if (!isSame) showAgain()
  }

  addEventListener('keydown', event => {
    if (event.key != 'Escape' || !overlay) return
    if (overlay.shadowRoot.querySelector('[role=alert]')) hide()
    else if (opened.has('warnings')) toggle('warnings')
  })

  // Being told

  const take = event => {
    const { changed, destination, marks, ...news } = JSON.parse(event.data)
    known = event.lastEventId
    if (destination && destination != location.pathname) return location.assign(destination)
    if (!changed) return reload()
    showProblems(news)
    showMarks(marks)
    show(changed)
  }

  // A browser has few connections to one server: a page that nobody sees needs none. It asks
  // for what it has missed when it is seen again.
  const connect = () => {
    const isSeen = document.visibilityState == 'visible'
    if (isSeen && !events) {
      events = new EventSource(`/.stet/events?since=${known}&page=${encodeURIComponent(ownFile())}`)
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
