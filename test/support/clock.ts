/** Milliseconds that this process has computed: what other programs of the machine take does not count. */
export function computed(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
