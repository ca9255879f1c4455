package org.postroad.bench;

/** Where a database is, and how to get in. */
record Database(String url, String user, String password) {}
