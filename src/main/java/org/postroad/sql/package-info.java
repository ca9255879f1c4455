/**
 * Shared tools for SQL: named statements in files, conversion of values, faults and retries, partitions. Statements longer
 * than three lines are in a {@code .sql} file beside their class, see {@link org.postroad.sql.Sql}.
 *
 * <p>Uses nothing; every package may use it.
 */
@NullMarked
package org.postroad.sql;

import org.jspecify.annotations.NullMarked;
