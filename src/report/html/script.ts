/**
 * The page's own script: one file at a time, filters, next and previous. The only markup it makes is that of files
 * put by in the page itself (html.ts), and it sends nothing. Plain JavaScript of 2018, since offices keep browsers long.
 */
export const script = `
(function () {
  'use strict'
  var root = document.documentElement
  var bar = document.getElementById('bar')
  var files = Array.prototype.slice.call(document.querySelectorAll('.file'))
  var overview = document.getElementById('overview')
  var hidden = { e: false, w: false, i: false }
  var rulesOff = new Set()
  var current = null
  var chosen = 0
  root.classList.add('js')
  document.body.insertBefore(bar, document.body.firstChild)

  function all(selector, inside) {
    return Array.prototype.slice.call((inside || document).querySelectorAll(selector))
  }
  function cards() {
    return all('.card', current)
  }
  function isShown(card) {
    return !hidden[card.dataset.v] && !rulesOff.has(card.dataset.r)
  }

  /* Filters: what is hidden on cards is hidden in the text. */
  function filter() {
    var shown = new Set()
    cards().forEach(function (card) {
      var on = isShown(card)
      card.classList.toggle('off', !on)
      if (on) shown.add(card.dataset.f)
    })
    all('mark', current).forEach(function (mark) {
      var on = mark.dataset.f.split(' ').some(function (number) { return shown.has(number) })
      mark.classList.toggle('off', !on)
    })
    all('a.n', current).forEach(function (link) {
      link.classList.toggle('off', !shown.has(link.dataset.f))
    })
    position()
  }
  function position() {
    var list = cards().filter(isShown)
    var at = list.findIndex(function (card) { return Number(card.dataset.f) === chosen })
    document.getElementById('pos').textContent = list.length ? (at < 0 ? '' : at + 1 + ' / ') + list.length : ''
    all('[data-go]', bar).forEach(function (button) { button.disabled = list.length === 0 })
  }

  function light(number) {
    chosen = number
    all('.on', current).forEach(function (one) { one.classList.remove('on') })
    if (number > 0) {
      all('.card, mark, a.n', current).forEach(function (one) {
        if (one.dataset.f.split(' ').indexOf(String(number)) >= 0) one.classList.add('on')
      })
      comeUp()
    }
    position()
  }
  /* Where cards crowd the margin they all move up, until the chosen one stands beside its words. */
  function comeUp() {
    var card = current.querySelector('.card.on')
    var link = card && document.getElementById(card.id.replace('c', 'm'))
    var text = card && card.closest('.doc')
    if (!link || !text) return
    text.style.setProperty('--up', '0px')
    if (getComputedStyle(card).float === 'none') return
    var gap = link.getBoundingClientRect().top - card.getBoundingClientRect().top
    if (gap < -40) text.style.setProperty('--up', Math.round(gap - 8) + 'px')
  }
  function go(step) {
    var list = cards().filter(isShown)
    if (list.length === 0) return
    var at = list.findIndex(function (card) { return Number(card.dataset.f) === chosen })
    var next = at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length
    var card = list[next]
    light(Number(card.dataset.f))
    var link = document.getElementById(card.id.replace('c', 'm'))
    if (link) link.scrollIntoView({ block: 'center' })
    card.focus({ preventScroll: true })
  }

  /* Files of a large page lie in it as text until they are looked at. */
  function fill(file) {
    var text = file.querySelector('script[type="text/plain"]')
    if (!text) return
    file.removeChild(text)
    file.insertAdjacentHTML('beforeend', text.textContent)
  }
  function show(file) {
    fill(file)
    if (file !== current) {
      current = file
      files.forEach(function (one) { one.classList.toggle('cur', one === file) })
      all('.fm a', bar).forEach(function (link) {
        if (link.getAttribute('href') === '#' + file.id) link.setAttribute('aria-current', 'page')
        else link.removeAttribute('aria-current')
      })
      root.classList.toggle('home', file === overview)
      chosen = 0
      all('.lv b', bar).forEach(function (sum) {
        var level = sum.parentNode.dataset.v
        sum.dataset.sum = sum.dataset.sum || sum.textContent
        sum.textContent = file === overview ? sum.dataset.sum : all('.card.' + level, file).length
      })
      var title = file.querySelector('h1')
      document.title = title ? title.textContent : document.title
      filter()
    }
  }
  function route() {
    var id = decodeURIComponent(location.hash.slice(1))
    var home = document.getElementById((id.match(/^f[0-9]+/) || [''])[0])
    if (home) fill(home)
    var target = id && document.getElementById(id)
    var file = target && target.closest('.file')
    if (!file) {
      if (current && id) return
      file = files.length === 2 ? files[0] : overview
    }
    show(file)
    close()
    if (!target || target === file) return window.scrollTo(0, 0)
    target.scrollIntoView({ block: target.classList.contains('ha') ? 'start' : 'center' })
    if (target.classList.contains('card') || target.classList.contains('n')) {
      light(Number(target.dataset.f))
      target.focus({ preventScroll: true })
    }
  }
  function close(but) {
    all('details.menu[open]', bar).forEach(function (menu) { if (menu !== but) menu.open = false })
  }

  bar.addEventListener('click', function (event) {
    var button = event.target.closest('button')
    if (!button) return
    if (button.dataset.v) {
      hidden[button.dataset.v] = !hidden[button.dataset.v]
      button.setAttribute('aria-pressed', String(!hidden[button.dataset.v]))
      filter()
    }
    if (button.dataset.go) go(Number(button.dataset.go))
    if (button.dataset.all !== undefined) {
      all('.rm input', bar).forEach(function (box) { box.checked = button.dataset.all !== '' })
      rules()
    }
    if (button.id === 'theme') {
      var dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
      root.dataset.theme = dark ? 'light' : 'dark'
      try { localStorage.setItem('hegao-theme', root.dataset.theme) } catch (error) {}
    }
  })
  function rules() {
    rulesOff = new Set()
    all('.rm input', bar).forEach(function (box) { if (!box.checked) rulesOff.add(box.value) })
    var menu = bar.querySelector('.rm')
    if (menu) menu.classList.toggle('some', rulesOff.size > 0)
    filter()
  }
  bar.addEventListener('change', function (event) { if (event.target.type === 'checkbox') rules() })
  bar.addEventListener('input', function (event) {
    if (event.target.type !== 'search') return
    var words = event.target.value.trim().toLowerCase()
    all('.fm li', bar).forEach(function (item) { item.hidden = item.textContent.toLowerCase().indexOf(words) < 0 })
    var rest = bar.querySelector('.fm .rest')
    if (rest && words) rest.open = true
  })
  document.addEventListener('click', function (event) {
    close(event.target.closest('details.menu'))
    var mark = event.target.closest('mark')
    if (mark && !String(getSelection())) {
      var numbers = mark.dataset.f.split(' ')
      light(Number(numbers[numbers.length - 1]))
      var card = current.querySelector('.card.on')
      if (card) card.scrollIntoView({ block: 'nearest' })
      return
    }
    var own = event.target.closest('.card')
    if (own && !event.target.closest('a')) light(Number(own.dataset.f))
  })
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') return close()
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input')) return
    if (event.key === 'j' || event.key === 'n') go(1)
    else if (event.key === 'k' || event.key === 'p') go(-1)
    else if (event.key === '/' && bar.querySelector('.fm')) {
      event.preventDefault()
      bar.querySelector('.fm').open = true
      bar.querySelector('.fm input').focus()
    }
  })
  try {
    var kept = localStorage.getItem('hegao-theme')
    if (kept === 'light' || kept === 'dark') root.dataset.theme = kept
  } catch (error) {}
  addEventListener('hashchange', route)
  route()
})()
`
