/**
 * 核稿.html: documents are dropped here, checked by the engine that lies in the page, and shown as they stand with the findings in
 * place; she accepts or ignores each, and takes a copy along. Nothing leaves the machine: the page has no line that could send.
 */
import './old.ts'
import { type Block, contentOf } from './block.ts'
import { type CompareTab, compareTab, type Slot } from './compare.ts'
import type { About, Answer, Question, View } from './engine.ts'
import { Keep, type Marks } from './keep.ts'
import { words } from './words.ts'
import type { Lookup } from './worker.ts'

// --- what lies in the page ---------------------------------------------------------------------------------------------

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement
const all = (selector: string, inside: ParentNode = document): HTMLElement[] => Array.from(inside.querySelectorAll(selector))

/** A block of data; undefined where this page is without it. */
function block(name: string): Block | undefined {
  const element = document.getElementById(`b-${name}`)
  if (!element) return undefined
  return {
    text: element.textContent ?? '',
    size: Number(element.dataset.size),
    packing: element.dataset.packing,
  }
}

/** A script of ours: in GB 18030, in which Chinese takes least room. */
const scriptOf = (name: string): string => new TextDecoder('gb18030').decode(contentOf(block(name) as Block))

const lookup: Lookup = (name) => Promise.resolve(block(name))

// --- the engine --------------------------------------------------------------------------------------------------------

type Ask = (question: Question) => Promise<Answer>

/** The engine in a worker of its own; rejects where no worker can be made of it. */
function inWorker(parts: readonly string[], hasPdf: 'yes' | 'no' | 'old'): Promise<Ask> {
  const url = URL.createObjectURL(new Blob(parts as string[], { type: 'text/javascript' }))
  const worker = new Worker(url)
  const pending = new Map<number, (answer: Answer) => void>()
  let count = 0
  const ask: Ask = (question) =>
    new Promise((resolve) => {
      const number = ++count
      pending.set(number, resolve)
      worker.postMessage({ question, number })
    })
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.isReady) resolve(ask)
      else if (data.wanted !== undefined) worker.postMessage({ name: data.wanted, block: block(data.wanted) })
      else {
        pending.get(data.number)?.(data.answer)
        pending.delete(data.number)
      }
    }
    worker.onerror = (event) => {
      event.preventDefault()
      worker.terminate()
      const problem = { problem: event.message || words.noEngine }
      for (const settle of pending.values()) settle(problem)
      reject(new Error(problem.problem))
    }
    worker.postMessage({ begin: { words: block('words'), hasPdf } })
  })
}

/** The engine in the page itself: some browsers make no worker for a file from the disk. */
function inPage(): Ask {
  const script = document.createElement('script')
  script.textContent = scriptOf('engine')
  document.head.appendChild(script)
  const { hegaoEngine } = window as unknown as { hegaoEngine: (lookup: Lookup, words: Block) => Ask }
  return hegaoEngine(lookup, block('words') as Block)
}

let engine: Promise<Ask> | undefined
let withPdf: Promise<Ask> | undefined

function plainEngine(): Promise<Ask> {
  engine ??= location.hash === '#page' ? Promise.resolve(inPage()) : inWorker([scriptOf('engine')], 'no').catch(inPage)
  return engine
}

/** The engine and pdf.js, two megabytes that most never need. */
function pdfEngine(): Promise<Ask> {
  if (!block('pdf')) return plainEngine()
  withPdf ??= inWorker([scriptOf('pdf'), '\n', scriptOf('engine')], 'yes').catch(() =>
    inWorker([scriptOf('engine')], 'old').catch(inPage),
  )
  return withPdf
}

const isPdf = ({ bytes }: { readonly bytes: Uint8Array }): boolean =>
  String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')

async function ask<Value>(question: Question, drafts: readonly { readonly bytes: Uint8Array }[]): Promise<Value> {
  const answer = await (await (drafts.some(isPdf) ? pdfEngine() : plainEngine()))(question)
  if ('problem' in answer) throw new Error(answer.hint ? `${answer.problem}\n${answer.hint}` : answer.problem)
  return answer.value as Value
}

// --- the documents -----------------------------------------------------------------------------------------------------

interface Sheet {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly element: HTMLElement
  view: View
  marks: Marks
}

const keep = new Keep()
const sheets: Sheet[] = []
let current: Sheet | undefined
let chosen = 0
const hidden: Record<string, boolean> = { e: false, w: false, i: false }

const cardsOf = (sheet: Sheet | undefined): HTMLElement[] => (sheet ? all('.card', sheet.element) : [])
const findingOf = (sheet: Sheet, card: HTMLElement) => sheet.view.findings[Number(card.dataset.f) - 1]
const isShown = (card: HTMLElement): boolean => !hidden[card.dataset.v ?? ''] && !keep.rulesOff.has(card.dataset.r ?? '')

function fragmentOf(html: string): HTMLElement {
  const holder = document.createElement('div')
  holder.innerHTML = html
  return holder.firstElementChild as HTMLElement
}

/** Makes the parts of a card that only this page has: what she may decide. */
function addActions(sheet: Sheet): void {
  for (const card of cardsOf(sheet)) {
    const finding = findingOf(sheet, card)
    if (!finding) continue
    const acts = document.createElement('p')
    acts.className = 'acts'
    const button = (name: string, text: string, title: string): void => {
      const one = document.createElement('button')
      one.type = 'button'
      one.dataset.do = name
      one.textContent = text
      one.title = title
      one.setAttribute('aria-label', `${text}：${words.numbered(card.dataset.f ?? '')}`)
      acts.appendChild(one)
    }
    if (finding.hasFix && sheet.view.makes) button('accept', words.accept, words.acceptHint)
    button('ignore', words.ignore, words.ignoreHint)
    button('rule', words.ignoreRule, words.ignoreRuleHint)
    card.appendChild(acts)
  }
}

/** Shows on cards and in the text what was decided. */
function paint(sheet: Sheet): void {
  for (const card of cardsOf(sheet)) {
    const finding = findingOf(sheet, card)
    if (!finding) continue
    const isAccepted = sheet.marks.accepted.has(finding.fingerprint)
    const isIgnored = sheet.marks.ignored.has(finding.fingerprint)
    card.classList.toggle('yes', isAccepted)
    card.classList.toggle('no-more', isIgnored)
    for (const button of all('[data-do]', card)) {
      const isOn = (button.dataset.do === 'accept' && isAccepted) || (button.dataset.do === 'ignore' && isIgnored)
      if (button.dataset.do !== 'rule') button.setAttribute('aria-pressed', String(isOn))
    }
  }
  filter()
}

/** What is hidden on cards is hidden in the text; what is ignored is pale in both. */
function filter(): void {
  if (!current) return
  const shown = new Set<string>()
  const pale = new Set<string>()
  for (const card of cardsOf(current)) {
    const number = card.dataset.f ?? ''
    card.classList.toggle('off', !isShown(card))
    if (isShown(card)) shown.add(number)
    if (card.classList.contains('no-more')) pale.add(number)
  }
  for (const mark of all('mark', current.element)) {
    const numbers = (mark.dataset.f ?? '').split(' ')
    mark.classList.toggle('off', !numbers.some((number) => shown.has(number) && !pale.has(number)))
  }
  for (const link of all('a.n', current.element)) {
    link.classList.toggle('off', !shown.has(link.dataset.f ?? ''))
    link.classList.toggle('pale', pale.has(link.dataset.f ?? ''))
  }
  position()
}

function position(): void {
  const list = cardsOf(current).filter(isShown)
  const at = list.findIndex((card) => Number(card.dataset.f) === chosen)
  byId('pos').textContent = list.length ? (at < 0 ? '' : `${at + 1} / `) + list.length : ''
  for (const button of all('[data-go]')) (button as HTMLButtonElement).disabled = list.length === 0
  const decided = current ? current.marks.accepted.size : 0
  byId('decided').textContent = decided > 0 ? words.acceptedCount(decided) : ''
}

/** Chooses a finding. What she points at stays where it is; else the cards move so that hers is beside its words. */
function light(number: number, isPointedAt = false): void {
  chosen = number
  if (!current) return
  for (const one of all('.on', current.element)) one.classList.remove('on')
  for (const one of all('.card, mark, a.n', current.element)) {
    if ((one.dataset.f ?? '').split(' ').includes(String(number))) one.classList.add('on')
  }
  if (!isPointedAt) comeUp()
  position()
}

/** Where cards crowd the margin they all move up, until the chosen one stands beside its words. */
function comeUp(): void {
  const card = current?.element.querySelector<HTMLElement>('.card.on')
  const link = card && document.getElementById(card.id.replace('c', 'm'))
  const text = card?.closest<HTMLElement>('.doc')
  if (!card || !link || !text) return
  text.style.setProperty('--up', '0px')
  if (getComputedStyle(card).float === 'none') return
  const gap = link.getBoundingClientRect().top - card.getBoundingClientRect().top
  if (gap < -40) text.style.setProperty('--up', `${Math.round(gap - 8)}px`)
}

function go(step: number): void {
  const list = cardsOf(current).filter(isShown)
  if (list.length === 0) return
  const at = list.findIndex((card) => Number(card.dataset.f) === chosen)
  const next = at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length
  const card = list[next] as HTMLElement
  light(Number(card.dataset.f))
  document.getElementById(card.id.replace('c', 'm'))?.scrollIntoView({ block: 'center' })
  card.focus({ preventScroll: true })
}

function decide(card: HTMLElement, what: string): void {
  const sheet = current
  const finding = sheet && findingOf(sheet, card)
  if (!sheet || !finding) return
  const { accepted, ignored } = sheet.marks
  if (what === 'rule') {
    keep.setRule(finding.ruleId, false)
    paintRules()
  } else if (what === 'accept' && finding.hasFix && sheet.view.makes) {
    ignored.delete(finding.fingerprint)
    if (!accepted.delete(finding.fingerprint)) accepted.add(finding.fingerprint)
  } else if (what === 'ignore') {
    accepted.delete(finding.fingerprint)
    if (!ignored.delete(finding.fingerprint)) ignored.add(finding.fingerprint)
  }
  keep.save(sheet.view.key, sheet.marks)
  paint(sheet)
}

// --- bringing documents in ---------------------------------------------------------------------------------------------

let number = 0

async function take(files: readonly File[]): Promise<void> {
  say(words.reading(files.length))
  const fresh: Sheet[] = []
  for (const file of files) {
    try {
      fresh.push(await sheetOf(file.name, new Uint8Array(await file.arrayBuffer())))
    } catch (error) {
      say(`${file.name}：${error instanceof Error ? error.message : String(error)}`, true)
      return
    }
  }
  const [first] = fresh
  say('')
  if (first) show(first)
}

/** Checks a document and puts it into the page; one of the same name and bytes is replaced. */
async function sheetOf(name: string, bytes: Uint8Array): Promise<Sheet> {
  const id = `f${++number}`
  const draft = { name, bytes }
  let view = await ask<View>({ op: 'check', draft, id }, [draft])
  const marks = keep.load(view.key)
  if (marks.year !== undefined) view = await ask<View>({ op: 'check', draft, id, year: marks.year }, [draft])
  const sheet: Sheet = { id, name, bytes, view, marks, element: fragmentOf(view.html) }
  const before = sheets.findIndex((one) => one.name === name && one.view.key === view.key)
  if (before >= 0) {
    sheets[before]?.element.remove()
    sheets[before] = sheet
  } else sheets.push(sheet)
  byId('main').appendChild(sheet.element)
  furnish(sheet)
  return sheet
}

function furnish(sheet: Sheet): void {
  for (const text of [...sheet.view.notes].reverse()) {
    const note = document.createElement('p')
    note.className = 'note'
    note.textContent = text
    sheet.element.insertBefore(note, sheet.element.children[1] ?? null)
  }
  addActions(sheet)
}

/** The same document, read by another year. */
async function readAgain(sheet: Sheet, year: number | undefined): Promise<void> {
  const { id, name, bytes } = sheet
  const draft = { name, bytes }
  sheet.marks = { ...sheet.marks, ...(year === undefined ? { year: undefined } : { year }) } as Marks
  keep.save(sheet.view.key, sheet.marks)
  sheet.view = await ask<View>({ op: 'check', draft, id, ...(year !== undefined && { year }) }, [draft])
  sheet.element.innerHTML = fragmentOf(sheet.view.html).innerHTML
  furnish(sheet)
  show(sheet)
}

function show(sheet: Sheet | undefined): void {
  current = sheet
  chosen = 0
  document.documentElement.classList.toggle('home', sheet === undefined)
  byId('start').hidden = sheet !== undefined
  for (const one of sheets) one.element.classList.toggle('cur', one === sheet)
  document.title = sheet ? `${sheet.name} · ${words.brand}` : words.brand
  const [errors, warnings, infos] = sheet?.view.counts ?? [0, 0, 0]
  const counts: Record<string, number> = { e: errors, w: warnings, i: infos }
  for (const level of all('.lv'))
    (level.querySelector('b') as HTMLElement).textContent = String(counts[level.dataset.v ?? ''] ?? 0)
  const year = byId('year') as HTMLInputElement
  year.value = sheet?.marks.year === undefined ? '' : String(sheet.marks.year)
  year.placeholder = sheet?.view.year ? String(sheet.view.year) : words.yearUnknown
  paintFiles()
  paintRules()
  for (const [name, isThere] of [
    ['annotate', sheet?.view.makes === 'copy'],
    ['fix', sheet?.view.makes === 'text'],
  ] as const) {
    ;(document.querySelector(`[data-make="${name}"]`) as HTMLButtonElement).hidden = !isThere
  }
  if (sheet) {
    paint(sheet)
    window.scrollTo(0, 0)
    sheet.element.querySelector('h1')?.setAttribute('tabindex', '-1')
    sheet.element.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }
}

function paintFiles(): void {
  const menu = byId('files')
  menu.hidden = sheets.length < 2
  ;(menu.querySelector('summary b') as HTMLElement).textContent = String(sheets.length)
  const list = menu.querySelector('ul') as HTMLElement
  list.textContent = ''
  for (const sheet of sheets) {
    const item = document.createElement('li')
    const link = document.createElement('button')
    link.type = 'button'
    link.textContent = sheet.name
    link.dataset.file = sheet.id
    if (sheet === current) link.setAttribute('aria-current', 'page')
    const [errors, warnings, infos] = sheet.view.counts
    for (const [count, level] of [
      [errors, 'e'],
      [warnings, 'w'],
      [infos, 'i'],
    ] as const) {
      if (count === 0) continue
      const tally = document.createElement('b')
      tally.className = `q ${level}`
      tally.textContent = String(count)
      link.appendChild(tally)
    }
    item.appendChild(link)
    list.appendChild(item)
  }
}

/** Rules of the document at hand, and those that are switched off. */
function paintRules(): void {
  const list = byId('rules').querySelector('.list') as HTMLElement
  list.textContent = ''
  const ids = new Set([...(current?.view.findings ?? []).map(({ ruleId }) => ruleId), ...keep.rulesOff])
  for (const id of [...ids].sort()) {
    const label = document.createElement('label')
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.value = id
    box.checked = !keep.rulesOff.has(id)
    const name = document.createElement('span')
    name.textContent = summaries.get(id) ?? id
    label.append(box, ' ', name)
    list.appendChild(label)
  }
  byId('rules').classList.toggle('some', keep.rulesOff.size > 0)
  filter()
}

// --- taking something along --------------------------------------------------------------------------------------------

const formats: Readonly<Record<string, { readonly ending: string; readonly type: string }>> = {
  annotate: { ending: '.核稿.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  fix: { ending: '.核稿', type: 'application/octet-stream' },
  json: { ending: '.核稿.json', type: 'application/json' },
  report: { ending: '.核稿报告.html', type: 'text/html' },
}

async function make(what: string): Promise<void> {
  const sheet = current
  if (!sheet) return
  const { name, bytes, marks } = sheet
  const stem = name.replace(/\.[^.]*$/, '')
  const own = name.slice(stem.length)
  const { ending, type } = formats[what] as { ending: string; type: string }
  const draft = { name, bytes }
  const decisions = {
    accepted: [...marks.accepted],
    ignored: [...marks.ignored],
    ...(marks.year !== undefined && { year: marks.year }),
  }
  say(words.making)
  try {
    const content =
      what === 'annotate' || what === 'fix'
        ? await ask<Uint8Array>({ op: what, draft, decisions, rulesOff: [...keep.rulesOff] }, [draft])
        : await ask<string>(
            {
              op: what as 'json' | 'report',
              drafts: sheets.map((one) => ({ name: one.name, bytes: one.bytes })),
              years: sheets.map((one) => one.marks.year),
            },
            sheets,
          )
    save(what === 'fix' ? `${stem}${ending}${own}` : `${stem}${ending}`, content, type)
    say('')
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), true)
  }
}

function save(name: string, content: Uint8Array | string, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function say(text: string, isBad = false): void {
  const status = byId('status')
  status.textContent = text
  status.hidden = text === ''
  status.classList.toggle('bad', isBad)
}

// --- what she does -----------------------------------------------------------------------------------------------------

function closeMenus(but: Element | null = null): void {
  for (const menu of all('details.menu[open]')) if (menu !== but) (menu as HTMLDetailsElement).open = false
}

function listen(): void {
  const picker = byId('pick') as HTMLInputElement
  picker.addEventListener('change', () => {
    const files = Array.from(picker.files ?? [])
    picker.value = ''
    if (files.length > 0) bring(files)
  })
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    document.documentElement.classList.add('over-page')
  })
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.documentElement.classList.remove('over-page')
  })
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    document.documentElement.classList.remove('over-page')
    const files = Array.from(event.dataTransfer?.files ?? [])
    slot = slotAt(event.target)
    if (files.length > 0) bring(files)
  })
  document.addEventListener('click', clicked)
  document.addEventListener('keydown', pressed)
  byId('rules').addEventListener('change', (event) => {
    const box = event.target as HTMLInputElement
    keep.setRule(box.value, box.checked)
    paintRules()
  })
  byId('year').addEventListener('change', (event) => {
    const { value } = event.target as HTMLInputElement
    const isYear = /^(?:19|20)\d\d$/.test(value)
    say(value !== '' && !isYear ? words.noYear : '', value !== '' && !isYear)
    if (value !== '' && !isYear) return
    if (current) void readAgain(current, isYear ? Number(value) : undefined)
  })
}

/** Files go to the tab that is open. */
function bring(files: readonly File[]): void {
  if (isComparing) void comparison().take(files, slot)
  else void take(files)
  slot = undefined
}

const slotAt = (target: EventTarget | null): Slot | undefined =>
  (target as Element | null)?.closest<HTMLElement>('[data-slot]')?.dataset.slot as Slot | undefined

function clicked(event: MouseEvent): void {
  const target = event.target as Element
  closeMenus(target.closest('details.menu'))
  const button = target.closest<HTMLElement>('button')
  if (button) {
    pushed(button)
    return
  }
  const mark = target.closest<HTMLElement>('mark')
  if (mark && !String(getSelection())) {
    light(Number((mark.dataset.f ?? '').split(' ').pop()))
    current?.element.querySelector('.card.on')?.scrollIntoView({ block: 'nearest' })
    return
  }
  const link = target.closest<HTMLAnchorElement>('.file a[href^="#"]')
  if (link) {
    // The address stays as it is: it may be looked at by others.
    event.preventDefault()
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    place?.scrollIntoView({ block: place.classList.contains('ha') ? 'start' : 'center' })
    const number = place?.dataset.f
    if (number) light(Number(number))
    place?.focus({ preventScroll: true })
    return
  }
  const card = target.closest<HTMLElement>('.card')
  if (card) light(Number(card.dataset.f), true)
}

function pushed(button: HTMLElement): void {
  const { v, go: step, make: what, do: deed, file, act, cmp, slot: own } = button.dataset
  if (own) {
    slot = own as Slot
    byId('pick').click()
  } else if (cmp) void comparison().make(cmp)
  else if (v) {
    hidden[v] = !hidden[v]
    button.setAttribute('aria-pressed', String(!hidden[v]))
    filter()
  } else if (step) stepOn(Number(step))
  else if (what) {
    closeMenus()
    void make(what)
  } else if (deed) {
    const card = button.closest<HTMLElement>('.card')
    if (!card) return
    light(Number(card.dataset.f), true)
    decide(card, deed)
  } else if (file) {
    closeMenus()
    show(sheets.find(({ id }) => id === file))
  } else if (act) actions[act]?.()
}

const actions: Readonly<Record<string, () => void>> = {
  pick: () => byId('pick').click(),
  print: () => window.print(),
  theme() {
    const root = document.documentElement
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = isDark ? 'light' : 'dark'
    keep.setTheme(root.dataset.theme)
  },
  clear() {
    keep.clear()
    for (const sheet of sheets) {
      sheet.marks = keep.load(sheet.view.key)
      paint(sheet)
    }
    paintRules()
    say(words.cleared)
  },
  review: () => tab('review'),
  compare: () => tab('compare'),
  swap: () => comparison().swap(),
}

/** The next place of the tab that is open. */
const stepOn = (step: number): void => (isComparing ? comparison().go(step) : go(step))

let isComparing = false
/** On which of the two places the file is meant to come. */
let slot: Slot | undefined
let compareTabMade: CompareTab | undefined

function comparison(): CompareTab {
  compareTabMade ??= compareTab({ ask, say, save, current: () => current && { name: current.name, bytes: current.bytes } })
  return compareTabMade
}

function tab(name: string): void {
  for (const one of all('[role="tab"]')) one.setAttribute('aria-selected', String(one.dataset.act === name))
  byId('compare').hidden = name !== 'compare'
  byId('main').hidden = name === 'compare'
  isComparing = name === 'compare'
  document.documentElement.classList.toggle('comparing', isComparing)
  slot = undefined
  say('')
  if (isComparing) comparison().show()
  else position()
}

function pressed(event: KeyboardEvent): void {
  if (event.key === 'Escape') closeMenus()
  const target = event.target as Element
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, select')) return
  const card = current?.element.querySelector<HTMLElement>('.card.on')
  if (event.key === 'j' || event.key === 'n') stepOn(1)
  else if (event.key === 'k' || event.key === 'p') stepOn(-1)
  else if (isComparing) return
  else if (event.key === 'a' && card) decide(card, 'accept')
  else if (event.key === 'x' && card) decide(card, 'ignore')
}

// --- the beginning -----------------------------------------------------------------------------------------------------

const summaries = new Map<string, string>()

/** A table of dated facts is old after so many days: laws and congresses have come since. */
const OLD = 365

function daysSince(day: string): number {
  return (Date.now() - new Date(`${day}T00:00:00Z`).getTime()) / 86_400_000
}

async function start(): Promise<void> {
  const theme = keep.theme
  if (theme) document.documentElement.dataset.theme = theme
  byId('too-old').hidden = true
  byId('start').hidden = false
  byId('bar').hidden = false
  document.documentElement.classList.add('js', 'home')
  listen()
  const about = await ask<About>({ op: 'about' }, [])
  for (const { id, summary } of about.rules) summaries.set(id, summary)
  for (const place of all('.about')) place.textContent = words.about(about.version, about.tablesAsOf)
  if (daysSince(about.tablesAsOf) > OLD) {
    byId('aged').textContent = words.aged(about.tablesAsOf)
    byId('aged').hidden = false
  }
  document.documentElement.dataset.ready = 'true'
}

start().catch((error: unknown) => say(`${words.noEngine}\n${error instanceof Error ? error.message : String(error)}`, true))
