interface Policy {
  /** The text as TrustedHTML. Typed as what the DOM's own types want for their sinks. */
  createHTML(text: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** null until it was tried. */
let policy: Policy | null | undefined = null;

/**
 * The package's one Trusted Types policy, `whats-new-feed`. Made at the first call, because a page that does
 * not list the name reports the attempt. The script-tag build gives it to its Lit as well.
 * @returns undefined where there are no Trusted Types, or the page does not allow the name
 */
export function sharedPolicy(): Policy | undefined {
  if (policy !== null) return policy;
  policy = undefined;
  const page: typeof globalThis & { readonly trustedTypes?: PolicyFactory } = globalThis;
  try {
    policy = page.trustedTypes?.createPolicy('whats-new-feed', { createHTML: (text) => text });
  } catch {
    // Not listed by the page, or listed and taken by a second copy of this script.
  }
  return policy;
}

/** For `DOMParser`, which under Trusted Types refuses a plain string even where it parses XML. */
export function trustedXml(text: string): string {
  return sharedPolicy()?.createHTML(text) ?? text;
}
