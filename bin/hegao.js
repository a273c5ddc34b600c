#!/usr/bin/env node
'use strict'

// The bundle is CommonJS: an ES module here would cost every run a fifth of its start.
try {
  require('../dist/hegao.cjs').start()
} catch (error) {
  // Only the bundle itself: a module that it looks for in vain is another fault.
  if (!String(error.message).startsWith("Cannot find module '../dist/hegao.cjs'")) throw error
  process.stderr.write('hegao：还没有构建，请先运行 npm run build。\n')
  process.exitCode = 2
}
