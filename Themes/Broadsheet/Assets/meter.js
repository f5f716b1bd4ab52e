// Counts the articles read in this period, in the reader's own browser. It stands right
// after the banner, so that its work is done before the article is painted.
(() => {
  const banner = document.querySelector('.meter'), root = document.documentElement
  const { views, period, counts } = banner.dataset
  const link = document.querySelector('link[rel=canonical]')
  const page = new URL(link ? link.href : location).pathname

  // The first day of the period in the reader's own calendar. Weeks begin on Monday.
  const since = () => {
    const day = new Date()
    day.setHours(12)
    if (period == 'week') day.setDate(day.getDate() - (day.getDay() + 6) % 7)
    if (period == 'month') day.setDate(1)
    return [period, day.getFullYear(), day.getMonth() + 1, day.getDate()].join('-')
  }

  const count = () => {
    try {
      let seen = JSON.parse(localStorage.meter || '{}')
      if (seen?.since != since()) seen = { since: since(), pages: [] }
      const isNew = counts != null && !seen.pages.includes(page)
      const isSpent = isNew && seen.pages.length >= views
      if (isNew && !isSpent) {
        seen.pages.push(page)
        localStorage.meter = JSON.stringify(seen)
      }
      root.classList.toggle('is-spent', isSpent)
      // The page being read is one of those left.
      const left = Math.max(0, views - seen.pages.filter(other => other != page).length)
      const form = left ? new Intl.PluralRules(root.lang).select(left) : 'zero'
      const text = banner.querySelector('.meter-count')
      text.textContent = (text.dataset[form] || text.dataset.other).replace('#', left)
      text.classList.add('is-known')
    } catch { /* no storage: the article can simply be read */ }
  }

  // A page prepared in advance is not read yet; one brought back may be out of date.
  if (document.prerendering) document.addEventListener('prerenderingchange', count)
  else count()
  addEventListener('pageshow', event => event.persisted && count())
})()
