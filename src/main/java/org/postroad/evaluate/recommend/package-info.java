/** What recommendations promise: products new to a customer, products bought again, and categories kept in proportion. */
@NullMarked
package org.postroad.evaluate.recommend;

import org.jspecify.annotations.NullMarked;
