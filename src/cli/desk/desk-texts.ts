/** What the commands say that serve people without a terminal. */
import type { Wording } from '../../wording.ts'

export const deskTexts = {
  openAbout: {
    zh: '检查材料，写成网页并在浏览器里打开；不写文件就打开核稿.html',
    en: 'check reports and open the findings in the browser; without files, open the page',
  },
  openUsage: { zh: '[选项] [文件…]', en: '[options] [paths...]' },
  openArgument: { zh: '文件、文件夹或通配符', en: 'files, folders or globs' },
  noStart: { zh: '只写网页，不打开浏览器', en: 'write the page and start no browser' },
  openAfter: {
    zh: `网页写在稿子旁边，如 讲话.核稿.html；那里写不了的，写进临时文件夹。只换掉自己上次写的，别的文件不覆盖。

退出状态：0 网页已写好，不论有没有问题；2 没有写成，或打不开浏览器。`,
    en: `The page lies beside the report, as draft.核稿.html, or in the temporary folder where that cannot be written. It replaces
a page of its own, and no other file.

Exit status: 0 written, whatever was found; 2 not done, or no browser could be started.`,
  },
  openStdin: { zh: 'open 不从标准输入读', en: 'open does not read standard input' },
  pageWritten: { zh: '核稿结果：{path}', en: 'Findings: {path}' },
  pageMade: { zh: '核稿.html 在 {path}，可以另存、转给别人', en: 'The page is {path}; keep it or hand it on' },
  elsewhere: {
    zh: '{folder} 里写不了，写进了临时文件夹',
    en: '{folder} cannot be written to; the page is in the temporary folder',
  },
  noPage: { zh: '核稿.html 不在安装包里', en: 'the page is not in this installation' },
  noBrowser: { zh: '打不开浏览器，请自己双击打开：{path}', en: 'No browser could be started; open it yourself: {path}' },
  manyName: { zh: '{name}等{count}份', en: '{name} and others ({count})' },

  desktopAbout: {
    zh: '把核稿放进右键菜单的“发送到”（Windows）或“打开方式”（Linux 桌面），或者取出',
    en: 'put hegao into “Send to” (Windows) or “Open with” (Linux desktops), or take it out',
  },
  desktopUsage: { zh: '--install | --uninstall', en: '--install | --uninstall' },
  install: { zh: '放进去', en: 'put it there' },
  uninstall: { zh: '取出来', en: 'take it out' },
  oneOfTwo: { zh: 'desktop 要写明 --install 或 --uninstall', en: 'desktop takes --install or --uninstall' },
  noDesktop: {
    zh: '这个系统上没有可放的地方（只支持 Windows 和 Linux 桌面）',
    en: 'there is no such place on this system (Windows and Linux desktops only)',
  },
  installed: { zh: '已放好：{path}', en: 'Put there: {path}' },
  installedHow: {
    win32: {
      zh: '选中稿子，右键，“发送到”，“核稿”。挪动了 hegao 所在的文件夹，要再运行一次。',
      en: 'Select reports, right-click, “Send to”, “核稿”. Run this again when the folder of hegao is moved.',
    },
    linux: {
      zh: '右键点稿子，“打开方式”，“核稿”。挪动了 hegao 所在的文件夹，要再运行一次。',
      en: 'Right-click a report, “Open with”, “核稿”. Run this again when the folder of hegao is moved.',
    },
  },
  uninstalled: { zh: '已取出：{path}', en: 'Taken out: {path}' },
  notInstalled: { zh: '本来就没有放：{path}', en: 'It was not there: {path}' },
} as const satisfies Record<string, Wording | Record<string, Wording>>
