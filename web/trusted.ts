// The only scripts that are ever loaded by address, for browsers with Trusted Types: the worker and the service
// worker. The page's policy (index.html) refuses every other address, and all HTML from texts.

interface Policy {
  createScriptURL(address: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;

const OURS = /^\.\/(worker-[0-9a-f]+|service-worker)\.js$/;
const rules: Policy = {
  createScriptURL(address) {
    if (!OURS.test(address)) throw new TypeError(`no script of this page: ${address}`);
    return address;
  },
};
const policy = factory?.createPolicy('cairn', rules) ?? rules;

/** An address of ours, as the browser wants it. */
export const scriptAddress = (address: string): string => policy.createScriptURL(address);
