/** `hegao mcp` and `hegao lsp`: servers on standard input and output, for assistants and for editors. */
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import type { ReadingOptions } from '../options.ts'
import { withConfig } from '../options.ts'
import { serveTexts } from './serve-texts.ts'

export const mcp: CommandTable = {
  name: 'mcp',
  about: serveTexts.mcpAbout,
  usage: serveTexts.usage,
  complete(command, session) {
    withConfig(command, session).addHelpText('after', `\n${fill(serveTexts.mcpAfter, session.lang, {})}`)
    command.action(async (options: ReadingOptions) => {
      const { serveAssistant } = await import('./mcp-run.ts')
      await serveAssistant(options, session)
    })
  },
}

export const lsp: CommandTable = {
  name: 'lsp',
  about: serveTexts.lspAbout,
  usage: serveTexts.usage,
  complete(command, session) {
    withConfig(command, session)
      // Clients add it, though there is no other way here.
      .option('--stdio', fill(serveTexts.stdio, session.lang, {}))
      .addHelpText('after', `\n${fill(serveTexts.lspAfter, session.lang, {})}`)
    command.action(async (options: ReadingOptions) => {
      const { serveEditor } = await import('./lsp-run.ts')
      session.status = await serveEditor(options, session)
    })
  },
}
