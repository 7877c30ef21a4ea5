/** The crypto room itself; see worker-room.ts. */
export {};
