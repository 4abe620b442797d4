/** A request as it came: taken apart, but for its values not decoded. */
export interface ApiRequest {
  method: string;
  /** Raw, as it was signed. */
  path: string;
  /** Decoded; each name, in small letters, occurs once. */
  query: Map<string, string>;
}
