/** No delay that a server asks for is taken as longer: timers fire at once beyond 2^31 ms. */
export const LONGEST_DELAY_MS = 300_000;
