export const APT: string;
export const ENGINES: readonly ('chromium' | 'firefox' | 'webkit')[];
export function findEngine(name: string): Promise<string | undefined>;
export function versionOf(name: string, program: string, env?: NodeJS.ProcessEnv): string;
