/**
 * `npm run mutants [-- RULE…] [--record | --propose]`: changes one thing of the knowledge of a rule at a time and lists the changes that
 * neither its page nor its tables notice. `--record` tries a sample of thirty a rule, always the same ones, and writes into
 * `test/mutants.json` how many of those go unnoticed, unless they are more than before: the number only falls.
 * `--propose` writes sentences that would notice some of them into the rule's `proofs-data.ts`, to be read before they are kept.
 * `test/mutants.test.ts` tries the sample of each rule that is not as it was recorded, and lets two more pass at most.
 */
import { ruleFolders } from './generate.ts'
import { addProofs } from './mutants/proofs-file.ts'
import { propose } from './mutants/propose.ts'
import { isMore, readRecord, sample, writeRecord } from './mutants/record.ts'
import { Mutants, nameOf, shortNameOf } from './mutants/rule-mutants.ts'

const words = process.argv.slice(2)
const wanted = words.filter((word) => !word.startsWith('--'))
const isRecorded = words.includes('--record')
const folders = ruleFolders()
const mutants = await Mutants.load(folders)
for (const folder of folders.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
  const tried = isRecorded ? mutants.sample(folder, sample) : mutants.all(folder)
  const unnoticed = mutants.unnoticed(folder, tried)
  if (wanted.length > 0) for (const mutant of unnoticed) console.log(nameOf(mutant))
  console.log(`${folder.id}：改动${tried.length}处，没有测试发现的${unnoticed.length}处`)
  if (words.includes('--propose')) {
    const { proposals, left } = propose(mutants, folder, unnoticed)
    addProofs(folder, proposals)
    console.log(`${folder.id}：添了${proposals.length}个例子，还剩${left.length}处`)
  }
  if (!isRecorded) continue
  // Read anew: another run may have written of other rules meanwhile.
  const record = readRecord()
  const now = { of: tried.length, unnoticed: unnoticed.map(shortNameOf), fingerprint: mutants.fingerprint(folder) }
  if (!isMore(now, record[folder.id])) writeRecord({ ...record, [folder.id]: now })
  else {
    console.log(`${folder.id}：比记录的多，不记；请给规则添上例子`)
    process.exitCode = 1
  }
}
