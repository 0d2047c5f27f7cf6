import ipaddr from 'ipaddr.js';

/** All of IPv6 that is routed on the internet (RFC 4291, 2.4). What is outside may be a disguise of an IPv4 address. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * True for an address on the internet: not private, loopback, link-local, multicast, reserved, nor an IPv6 address that
 * carries an IPv4 address (mapped, 6to4, Teredo, NAT64), behind which any of those may hide.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6);
}

/** The host of an address as `node:net` takes it: without the brackets of IPv6. */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** True where the operator has named this host: "intranet.example" for every port, "intranet.example:8080" for one. */
export function isNamed(url: URL, allowHosts: readonly string[]): boolean {
  const host = url.hostname.toLowerCase();
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowHosts.some((named) => [host, bareHost(url), `${host}:${port}`].includes(named.toLowerCase()));
}
