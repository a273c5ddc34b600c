/** What a word has in common with the one before it is a letter: a for nothing, b for one character. A fifth smaller. */
export function folded(some) {
  let before = ''
  return some
    .map(([word, frequency]) => {
      let shared = 0
      while (shared < word.length - 1 && word[shared] === before[shared]) shared++
      before = word
      return `${String.fromCharCode(97 + shared)}${word.slice(shared)}${frequency}`
    })
    .join('')
}
