/**
 * The {@code import} command: imports a shop's past from a file, as events and products. Start at {@code ImportCommand}.
 *
 * <p>Is in {@code catalog} because it needs both the event intake and the catalog: the lines of an order become one {@code
 * purchased} event and the products that they name.
 */
@NullMarked
package org.postroad.catalog.imports;

import org.jspecify.annotations.NullMarked;
