/** `hegao desktop`: hegao where people without a terminal look for it: “发送到” of Windows, “打开方式” of a Linux desktop. */
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { deskTexts } from './desk-texts.ts'
import type { DesktopOptions } from './desktop-run.ts'

export const desktop: CommandTable = {
  name: 'desktop',
  about: deskTexts.desktopAbout,
  usage: deskTexts.desktopUsage,
  complete(command, session) {
    command
      .option('--install', fill(deskTexts.install, session.lang, {}))
      .option('--uninstall', fill(deskTexts.uninstall, session.lang, {}))
      .action(async (options: DesktopOptions) => {
        const { changeDesktop } = await import('./desktop-run.ts')
        changeDesktop(options, session)
      })
  },
}
