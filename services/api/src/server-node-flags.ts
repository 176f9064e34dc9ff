/**
 * How Node runs a server that answers many small requests: room for 128 MB of young objects, so that most are dead
 * before they are looked at. Under Node's default of 16 MB a busy server spends far more time on collecting them.
 */
export const SERVER_NODE_FLAGS = ['--max-semi-space-size=128']
