/** Raised when a change to the schema needs a state folder to be made anew. */
export const SCHEMA_VERSION = "1";

/** The tables of a worker's state. Times are milliseconds of this machine unless the name says otherwise. */
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS blocks (number INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS jobs (
    jobId TEXT PRIMARY KEY,
    terms TEXT NOT NULL,
    specRoot TEXT NOT NULL,
    openedBlock INTEGER NOT NULL,
    openedBlockHash TEXT NOT NULL,
    step TEXT NOT NULL,
    reason TEXT,
    runAttempts INTEGER NOT NULL DEFAULT 0,
    runStartedAtSeconds INTEGER,
    result TEXT,
    isOrphaned INTEGER NOT NULL DEFAULT 0,
    updatedAtMs INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS requests (
    orderHash TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    step TEXT NOT NULL,
    reason TEXT,
    leastRate TEXT,
    fill INTEGER NOT NULL DEFAULT 0,
    lostAtSeconds INTEGER,
    updatedAtMs INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS sessions (
    sessionId TEXT PRIMARY KEY,
    terms TEXT NOT NULL,
    state TEXT NOT NULL,
    deposited TEXT NOT NULL,
    redeemed TEXT NOT NULL,
    openedBlock INTEGER NOT NULL,
    graceUntilSeconds INTEGER,
    received TEXT NOT NULL DEFAULT '0',
    receivedSignature TEXT,
    earned TEXT NOT NULL DEFAULT '0',
    earnedSignature TEXT,
    consumed TEXT NOT NULL DEFAULT '0',
    calls INTEGER NOT NULL DEFAULT 0,
    lastCall TEXT,
    lastAnswer BLOB,
    updatedAtMs INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS leases (
    leaseId TEXT PRIMARY KEY,
    terms TEXT NOT NULL,
    machineId TEXT NOT NULL,
    openedBlock INTEGER NOT NULL,
    state TEXT NOT NULL,
    fundedSeconds INTEGER NOT NULL,
    servedSeconds INTEGER NOT NULL,
    paidSeconds INTEGER NOT NULL,
    seenAtSeconds INTEGER NOT NULL,
    updatedAtMs INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS courtCases (
    court TEXT NOT NULL,
    caseId TEXT NOT NULL,
    market TEXT NOT NULL,
    openedCase TEXT NOT NULL,
    openedBlock INTEGER NOT NULL,
    deadlines TEXT NOT NULL,
    isClosed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (court, caseId)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS hearings (
    court TEXT NOT NULL,
    caseId TEXT NOT NULL,
    seat INTEGER NOT NULL,
    place INTEGER NOT NULL,
    isAppeal INTEGER NOT NULL,
    step TEXT NOT NULL,
    providerRight INTEGER,
    salt TEXT,
    reason TEXT,
    updatedAtMs INTEGER NOT NULL,
    PRIMARY KEY (court, caseId, seat)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS intents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    jobId TEXT,
    target TEXT NOT NULL,
    data TEXT NOT NULL,
    status TEXT NOT NULL,
    error TEXT,
    updatedAtMs INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS attempts (
    hash TEXT PRIMARY KEY,
    key TEXT NOT NULL REFERENCES intents (key),
    nonce INTEGER NOT NULL,
    raw TEXT NOT NULL,
    maxFeePerGas TEXT NOT NULL,
    maxPriorityFeePerGas TEXT NOT NULL,
    gasLimit TEXT NOT NULL,
    signedAtMs INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS attemptsOfIntent ON attempts (key);
`;
