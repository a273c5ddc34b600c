// Loaded before the program with --require: whoever asks for a connection ends the process with status 99.
'use strict'

const refuse = (name) => () => {
  require('node:fs').writeSync(2, `network: ${name}\n`)
  process.exit(99)
}

const net = require('node:net')
net.Socket.prototype.connect = refuse('net connect')
net.Server.prototype.listen = refuse('net listen')
require('node:dgram').createSocket = refuse('dgram')
for (const module of [require('node:dns'), require('node:dns').promises]) {
  for (const [name, value] of Object.entries(module)) {
    if (typeof value === 'function' && /^(?:lookup|resolve|reverse)/.test(name)) module[name] = refuse(`dns ${name}`)
  }
}
globalThis.fetch = refuse('fetch')
