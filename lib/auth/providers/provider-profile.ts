/** Who somebody is, as a provider says it. */
export interface ProviderProfile {
  /** The provider's own number for the person: never another's, never changed. */
  subject: string;
  /** In small letters; empty where it tells none. */
  email: string;
  isVerified: boolean;
  name: string;
  /** Google's: the domain whose administrators gave the account out. */
  hostedDomain: string;
}
