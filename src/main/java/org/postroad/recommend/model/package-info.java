/**
 * Models of what customers buy next, in plain arrays: item-to-item weights, repeat purchases, momentum, products bought together, and
 * a re-ranking that keeps a customer's categories in proportion. No database and no Spring. Start at {@link
 * org.postroad.recommend.model.PurchaseModel}.
 */
@NullMarked
@NamedInterface("model")
package org.postroad.recommend.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
