/** The Content Manager's own tags: what it must fetch again after a write of ours, and what we follow. */
export const listOf = (uid: string) => ({ type: 'Document' as const, id: `${uid}_LIST` });
export const oneOf = (uid: string, documentId: string) => ({ type: 'Document' as const, id: `${uid}_${documentId}` });
