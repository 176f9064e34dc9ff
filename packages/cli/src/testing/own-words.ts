/** What a command says on stderr besides whose step it is, where it is one of whoever holds the database. */
export const ownWords = (stderr: string): string =>
  stderr.replace(/^\((?:whoever holds the database|тот, у кого база)\)\n/, '')
