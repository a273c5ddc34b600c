/** The id of the lists of a comparison, where a finding has a rule’s. Apart, since every run that writes a file asks for it. */
export const listsId = 'compare-lists'
