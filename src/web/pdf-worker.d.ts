/** pdf.js has no types for its worker; it is only put where pdf.js looks for it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
