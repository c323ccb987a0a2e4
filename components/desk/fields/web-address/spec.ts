export interface WebAddressSpec {
  kind: "webAddress";
}

export const webAddressSpec = (): WebAddressSpec => ({ kind: "webAddress" });
