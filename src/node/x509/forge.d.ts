/** The part of node-forge that is used: loading all of it would cost three times the time. */
declare module 'node-forge/lib/asn1.js' {
  export interface Asn1 {
    tagClass: number;
    type: number;
    constructed: boolean;
    value: string | Asn1[];
  }
  const asn1: {
    fromDer(
      bytes: string,
      options: { strict: boolean; parseAllBytes: boolean; decodeBitStrings: boolean; maxDepth: number }
    ): Asn1;
    derToOid(bytes: string): string;
  };
  export default asn1;
}
