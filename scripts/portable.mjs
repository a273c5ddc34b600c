/**
 * `npm run portable [-- win-x64 …]`, after `npm run build`: kits for people without Node, one zip for each machine, in portable/. A kit
 * is Node's own program, unchanged so that its signature holds, beside ours, and small starters.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { machines, nodeFor, nodeVersion } from './node-programs.mjs'
import { zipOf } from './zip.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** What of the package the program needs; words-page.bin is for the page alone. */
const taken = [
  ...[
    'bin',
    'dist/hegao',
    'dist/hegao.cjs',
    'dist/pdf',
    'dist/LICENSES.txt',
    'assets',
    'docs',
    'schema',
    'package.json',
    'LICENSE',
  ],
  ...readdirSync(join(root, 'rules'), { recursive: true, encoding: 'utf8' })
    .map((path) => `rules/${path.replaceAll('\\', '/')}`)
    .filter((path) => /^rules\/[\w-]+\/[\w-]+\/README\.md$/.test(path)),
]
const left = new Set(['assets/words-page.bin'])

const crlf = (...lines) => Buffer.from(`${lines.join('\r\n')}\r\n`)

const runs = '"%~dp0app\\node.exe" "%~dp0app\\bin\\hegao.js"'

/**
 * ASCII, and no file name in it: cmd reads a .cmd by the code page of its console. What was dropped on it is handed over as the
 * line that Explorer wrote (src/cli/desk/dropped.ts), since cmd would take `a&b.docx` apart; then cmd ends, with all that is left of that line.
 */
const starter = crlf(
  ...[
    '@echo off',
    'title hegao',
    'setlocal EnableExtensions EnableDelayedExpansion',
    'set "HEGAO_DROPPED="',
    'set "line=!cmdcmdline!"',
  ],
  ...['if defined line if not "!line:/c=!"=="!line!" set "HEGAO_DROPPED=!line!"', 'setlocal DisableDelayedExpansion'],
  ...['if defined HEGAO_DROPPED goto dropped', `${runs} open %*`, 'exit /b'],
  ...[':dropped', `${runs} open`, 'if errorlevel 1 pause', 'exit'],
)

const commandLine = crlf('@echo off', `${runs} %*`)

const sendTo = crlf('@echo off', 'title hegao', `${runs} desktop --install`, 'pause')

const shell = (...words) =>
  Buffer.from(
    `#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\nexec "$here/app/node" "$here/app/bin/hegao.js" ${words.join(' ')}\n`,
  )

const guides = {
  win: [
    '核稿：检查工作报告、讲话稿、工作总结前后是否一致。不用安装，不联网，稿子不出这台电脑。',
    '',
    '怎么用',
    '  1. 先把整个压缩包解压出来（不要在压缩包里直接双击），放在哪里都行。',
    '  2. 双击“核稿.cmd”，或者直接双击“核稿.html”：浏览器里打开核稿，把稿子拖进去。',
    '  3. 把一份或几份稿子拖到“核稿.cmd”的图标上：查完在浏览器里看结果。结果存成“稿子名.核稿.html”，',
    '     放在稿子旁边；原稿不动。',
    '  4. 双击一次“放进发送到.cmd”：以后选中稿子，右键，“发送到”，“核稿”。',
    '',
    '如果 Windows 说“已保护你的电脑”：点“更多信息”，“仍要运行”。不放心的，只用“核稿.html”就够了，它是一个网页。',
    '需要 Windows 10 以上。Windows 7、8 请用“核稿.html”（浏览器用新版的 360、QQ、搜狗等的极速模式）。',
    '双核浏览器要用极速模式；兼容模式（IE）打不开。',
    '',
    '会用命令行的：hegao.cmd 是完整的命令，例如  hegao.cmd annotate 讲话稿.docx  写出带批注和修订的 Word。',
    '不要了：运行 hegao.cmd desktop --uninstall，再把这个文件夹删掉。',
  ],
  linux: [
    '核稿：检查工作报告、讲话稿、工作总结前后是否一致。不用安装，不联网，稿子不出这台电脑。',
    '',
    '怎么用',
    '  1. 把整个压缩包解压出来，放在哪里都行。',
    '  2. 双击“核稿.html”：浏览器里打开核稿，把稿子拖进去。',
    '  3. 要用右键的：双击“放进打开方式”，选“运行”（或者在终端里运行它）。以后右键点稿子，“打开方式”，“核稿”：',
    '     查完在浏览器里看结果。结果存成“稿子名.核稿.html”，放在稿子旁边；原稿不动。',
    '',
    '文件管理器说不能运行的：右键，“属性”，“权限”，勾上“允许作为程序执行”。',
    '只许运行签过名的程序的系统，只用“核稿.html”就够了，它是一个网页。',
    '',
    '会用命令行的：./hegao 是完整的命令，例如  ./hegao annotate 讲话稿.docx  写出带批注和修订的 Word。',
    '不要了：运行 ./hegao desktop --uninstall，再把这个文件夹删掉。',
  ],
}

/** With a mark at its beginning: Notepad of old Windows takes anything else for the code page. */
const guide = (system) =>
  crlf(
    `\ufeff核稿 hegao ${version}`,
    '',
    ...guides[system],
    '',
    `其中的 Node.js ${nodeVersion} 原样取自 npm；各部分的许可见 app 文件夹。`,
  )

const programs = { win: 'app/node.exe', linux: 'app/node' }

const starters = {
  win: [
    { name: '核稿.cmd', bytes: starter },
    { name: '放进发送到.cmd', bytes: sendTo },
    { name: 'hegao.cmd', bytes: commandLine },
  ],
  linux: [
    { name: '核稿', bytes: shell('open', '"$@"'), mode: 0o755 },
    { name: '放进打开方式', bytes: shell('desktop', '--install'), mode: 0o755 },
    { name: 'hegao', bytes: shell('"$@"'), mode: 0o755 },
  ],
}

/** The program in a folder of its own; with `node`, one that runs here, V8's code is made anew by it. */
function staged(folder, node) {
  for (const path of taken) {
    if (!existsSync(join(root, path))) throw new Error(`there is no ${path}: npm run build comes first`)
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: (from) => !from.endsWith('.cache') })
  }
  for (const path of left) rmSync(join(folder, path), { force: true })
  if (!node) return
  mkdirSync(join(folder, 'scripts'))
  copyFileSync(join(root, 'scripts', 'code-cache.mjs'), join(folder, 'scripts', 'code-cache.mjs'))
  const fixture = (...names) => join(root, 'fixtures', ...names)
  for (const words of [
    ['check', fixture('reports', 'qu-zuzhi-2022', 'input.txt')],
    ['open', '--no-start', join(folder, 'scripts', 'a.docx')],
  ]) {
    copyFileSync(fixture('reports', 'qu-zuzhi-2022', 'input.docx'), join(folder, 'scripts', 'a.docx'))
    const { status } = spawnSync(node, [join(folder, 'scripts', 'code-cache.mjs'), ...words], { stdio: 'ignore' })
    if (status !== 0 && status !== 1) throw new Error(`the program does not run on Node ${nodeVersion}`)
  }
  rmSync(join(folder, 'scripts'), { recursive: true })
}

function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => ({ name: `app/${path.slice(folder.length + 1).replaceAll('\\', '/')}`, bytes: readFileSync(path) }))
}

/** V8's code holds on machines of one kind of processor, whatever the system: where it is refused, only time is lost. */
const processorOf = (machine) => machine.split('-')[1]

function kit(machine, nodes, app) {
  const [system] = machine.split('-')
  const licence = nodes.map(({ licence }) => licence).find((one) => one)
  const files = [
    ...starters[system],
    { name: '核稿.html', bytes: readFileSync(join(root, 'dist', 'hegao.html')) },
    { name: '使用说明.txt', bytes: guide(system) },
    { name: programs[system], bytes: nodes.find((one) => one.machine === machine).program, mode: 0o755 },
    ...(licence ? [{ name: 'app/LICENSE-node.txt', bytes: licence }] : []),
    ...app,
  ]
  return zipOf(files.map((file) => ({ ...file, name: `核稿/${file.name}` })))
}

/** Makes the kits of `wanted` in `folder` and gives their paths. */
export function makeKits(wanted, folder) {
  if (!existsSync(join(root, 'dist', 'hegao.html'))) throw new Error('npm run build comes first')
  const unknown = wanted.filter((machine) => !machines.includes(machine))
  if (unknown.length > 0) throw new Error(`there is no Node for ${unknown.join()}; there is ${machines.join()}`)
  mkdirSync(folder, { recursive: true })
  const scratch = mkdtempSync(join(tmpdir(), 'hegao-portable-'))
  try {
    const here = process.platform === 'linux' && process.arch === 'x64' ? 'linux-x64' : undefined
    // The licence lies in the packages for Linux only.
    const fetched = new Set([...wanted, 'linux-x64'])
    const nodes = [...fetched].map((machine) => ({ machine, ...nodeFor(machine) }))
    const own = join(scratch, 'node')
    if (here) writeFileSync(own, nodes.find(({ machine }) => machine === here).program, { mode: 0o755 })
    staged(join(scratch, 'bare'))
    if (here) staged(join(scratch, 'quick'), own)
    return wanted.map((machine) => {
      const isQuick = here !== undefined && processorOf(machine) === processorOf(here)
      const zip = kit(machine, nodes, filesIn(join(scratch, isQuick ? 'quick' : 'bare')))
      const path = join(folder, `hegao-${version}-${machine}.zip`)
      writeFileSync(path, zip)
      const hash = createHash('sha256').update(zip).digest('hex')
      console.log(`${hash}  ${path}  ${(zip.length / 1e6).toFixed(1)} MB`)
      return path
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2)
  makeKits(wanted.length > 0 ? wanted : machines, join(root, 'portable'))
}
