/** Where a document is divided: its marks, brackets and blanks. */
import { fact } from '../fact.ts'
import type { Landmarks } from '../text/landmarks.ts'

export const landmarks = fact('landmarks', (document): Landmarks => document.landmarks)
