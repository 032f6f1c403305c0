// The classes of fake-indexeddb, whose methods faults.mjs wraps.
export { default as FDBDatabase } from 'fake-indexeddb/lib/FDBDatabase';
export { default as FDBFactory } from 'fake-indexeddb/lib/FDBFactory';
export { default as FDBObjectStore } from 'fake-indexeddb/lib/FDBObjectStore';
export { default as FDBTransaction } from 'fake-indexeddb/lib/FDBTransaction';
