/**
 * What can be offered: products, articles, offers.
 *
 * <p>Uses {@code event}.
 */
@NullMarked
package org.postroad.catalog;

import org.jspecify.annotations.NullMarked;
