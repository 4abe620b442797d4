/** This machine cannot run the node; the message is a sentence that says why. */
export class MissingElasticsearch extends Error {}
