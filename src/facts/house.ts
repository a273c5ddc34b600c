/** What the house knows of itself (hegao.facts.yaml); nothing where it has not written it down. */
import { fact, type HouseFacts } from '../fact.ts'

export type { Body, HouseFacts, HouseFigure, Leader, OwnSession } from '../fact.ts'

const nothing: HouseFacts = { leaders: [], bodies: [], places: [], projects: [], sessions: [], figures: [] }

export const house = fact('house', ({ settings }): HouseFacts => settings.facts ?? nothing)
