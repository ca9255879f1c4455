/**
 * SQL by name: statements that are longer than three lines live in a file beside their store.
 *
 * <p>Uses nothing; every package may use it.
 */
@NullMarked
package org.postroad.sql;

import org.jspecify.annotations.NullMarked;
