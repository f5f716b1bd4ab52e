// Puts the player of another host in the place of its button, when a reader presses it: before that, the other host is
// not asked for anything. A module, so that a page that names it twice runs it once.
document.addEventListener('click', event => {
  const button = event.target.closest('[data-player]')
  if (!button) return
  const frame = document.createElement('iframe')
  frame.title = button.dataset.title
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  // It may not lead this page anywhere else.
  frame.sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation'
  frame.src = button.dataset.player
  button.parentElement.replaceChildren(frame)
  frame.focus()
})
