// Stands in for `server-only`, which exists to fail outside the server's bundle.
export {};
