/**
 * What can be offered: products, articles and offers. Start at {@link org.postroad.catalog.Catalog}.
 *
 * <p>Uses {@code event}.
 */
@NullMarked
package org.postroad.catalog;

import org.jspecify.annotations.NullMarked;
