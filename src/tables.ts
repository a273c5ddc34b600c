/** The day up to which the tables of dated facts were checked: campaigns, plans, congresses, bodies, laws. */
export const tablesAsOf = '2026-11-22'
