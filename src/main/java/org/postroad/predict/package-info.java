/**
 * What a customer is likely to do next: buys again, when, how much. Here are the statistical tools that its packages share.
 *
 * <p>The models take plain numbers and give plain records: no Spring, no SQL, no clock. What is fitted is immutable. Only
 * {@code predict.serving}, which asks them for the customers of this installation, knows of these.
 */
@NullMarked
package org.postroad.predict;

import org.jspecify.annotations.NullMarked;
