/**
 * The {@code import} command: a shop's past from a file, as events and products.
 *
 * <p>Lives in {@code catalog} because it needs both the intake of {@code event} and the catalog, and nothing else: an
 * order's lines become one {@code purchased} event and the products that they name.
 */
@NullMarked
package org.postroad.catalog.imports;

import org.jspecify.annotations.NullMarked;
