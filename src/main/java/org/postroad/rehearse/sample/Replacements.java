package org.postroad.rehearse.sample;

/**
 * What anonymising changed.
 *
 * @param replaced different texts that were replaced by pseudonyms
 * @param dropped properties and attributes that were dropped, counted one by one
 */
record Replacements(long replaced, long dropped) {}
