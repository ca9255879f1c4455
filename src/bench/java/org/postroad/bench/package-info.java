/**
 * Measures Postroad against what it is compared with, both in the same run: {@code mvn -Pbench verify}. How to read the
 * table: {@code src/docs/bench.md}.
 */
@NullMarked
package org.postroad.bench;

import org.jspecify.annotations.NullMarked;
