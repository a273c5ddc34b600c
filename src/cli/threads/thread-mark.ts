/** The only word of a thread's command line. Both begin in one file: a part of its own would cost every run one more file. */
export const THREAD = '--as-thread'
